// In the one-file page: read the island and draw it in the stead of the still; tell a frame's owner
// how high the page is.

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  window.parent.postMessage({ type: "dateline:height", height }, "*");
}

function takeOver() {
  const page = document.getElementById("dateline-page");
  const told = JSON.parse(document.getElementById("dateline-spec").textContent);
  const spec = { ...told, ...JSON.parse(window.datelineGround) }; // the loader has unpacked it
  const still = page.firstElementChild;
  try { // the still is kept until the map stands, in case that fails; nothing is painted meanwhile
    window.datelineView = window.Dateline.mount(page, spec, { tiles: page.dataset.tiles });
    still.remove();
  } catch (error) {
    while (still.nextElementSibling) still.nextElementSibling.remove();
    throw error;
  }
  performance.mark("dateline:ready");
  if (window.parent === window) return;
  new ResizeObserver(tellHeight).observe(document.body);
}

if (document.readyState === "loading") window.addEventListener("DOMContentLoaded", takeOver);
else takeOver();
