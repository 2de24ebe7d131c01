// In the one-file page: draws the map in the stead of the fallback, and tells a frame's owner how high
// the page is.

/** @import { MapSpec } from "../types/spec" */

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  window.parent.postMessage({ type: "dateline:height", height }, "*");
}

function takeOver() {
  const page = elementOf("dateline-page");
  const written = JSON.parse(elementOf("dateline-spec").textContent ?? "");
  /** @type {MapSpec} */
  const spec = { ...written, ...JSON.parse(window.datelineBasemap) }; // the loader has unpacked it
  const fallback = page.firstElementChild;
  // The fallback is kept until the map stands, in case that fails; nothing is painted meanwhile.
  try {
    window.datelineView = window.Dateline.mount(page, spec, { tiles: page.dataset.tiles });
    fallback?.remove();
  } catch (error) {
    while (fallback?.nextElementSibling) fallback.nextElementSibling.remove();
    throw error;
  }
  performance.mark("dateline:ready");
  if (window.parent === window) return;
  new ResizeObserver(tellHeight).observe(document.body);
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function elementOf(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page lacks its element ${id}`);
  return found;
}

/** Take over at once, or as soon as the page is read. */
export function takeOverWhenRead() {
  if (document.readyState === "loading") window.addEventListener("DOMContentLoaded", takeOver);
  else takeOver();
}
