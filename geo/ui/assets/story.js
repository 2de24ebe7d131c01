// The story's part of the page: title, result, map and claims, all drawn by window.Dateline, which
// stands above this file in the component. What is chosen here is told to the rest of the page.

const PARTS = ["head", "map", "claims", "credits"];
const views = new WeakMap();

export default function ({ data, parentElement }) {
  const view = views.get(parentElement) ?? open(parentElement, data);
  if (data !== view.data) {
    view.data = data;
    view.map.update(data);
  }
  return () => close(parentElement, view);
}

function open(parent, data) {
  const frame = document.createElement("div");
  frame.className = "story";
  parent.append(frame);
  const map = window.Dateline.mount(frame, data, {
    parts: PARTS,
    onSelect: tell,
  });
  const told = ({ detail }) => {
    if (detail.from === "story") return;
    map.select(detail.id);
    if (detail.look)
      frame.scrollIntoView({ behavior: "smooth", block: "start" });
  };
  window.addEventListener("dateline:select", told);
  const view = { data, frame, map, told };
  views.set(parent, view);
  return view;
}

function close(parent, view) {
  views.delete(parent);
  window.removeEventListener("dateline:select", view.told);
  view.map.destroy();
  view.frame.remove();
}

function tell({ id }) {
  window.dispatchEvent(
    new CustomEvent("dateline:select", { detail: { id, from: "story" } }),
  );
}
