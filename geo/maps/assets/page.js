// In the one-file page: read the island and draw it.

window.addEventListener("DOMContentLoaded", () => {
  const spec = JSON.parse(document.getElementById("dateline-spec").textContent);
  document.title = spec.title;
  window.datelineView = window.Dateline.mount(document.getElementById("dateline-page"), spec);
});
