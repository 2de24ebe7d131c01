// The story's part of the page: a title, the line that says the result, and the map with its
// claims. Everything that comes from the article is set as text, never as markup.

const views = new WeakMap();

export default function ({ data, parentElement }) {
  const view = views.get(parentElement) ?? open(parentElement);
  if (data !== view.data) view.show(data);
  return () => close(parentElement, view);
}

function open(parent) {
  const head = made("header", "head");
  const ground = made("div", "ground");
  parent.append(head, ground);
  let map = null;
  const told = (event) => {
    if (event.detail.from === "story" || !map) return;
    map.select(event.detail.id);
    if (event.detail.look) ground.scrollIntoView({ behavior: "smooth", block: "start" });
  };
  window.addEventListener("dateline:select", told);
  const view = {
    data: null,
    show(spec) {
      view.data = spec;
      drawHead(head, spec);
      if (map) map.update(spec);
      else map = Dateline.mount(ground, spec, { onSelect: tell });
    },
    end() {
      window.removeEventListener("dateline:select", told);
      map?.destroy();
      head.remove();
      ground.remove();
    },
  };
  views.set(parent, view);
  return view;
}

function close(parent, view) {
  views.delete(parent);
  view.end();
}

function tell(id) {
  window.dispatchEvent(new CustomEvent("dateline:select", { detail: { id, from: "story" } }));
}

function drawHead(head, spec) {
  const title = made("h1", "", spec.title);
  const result = made("p", "result");
  for (const phrase of spec.result) {
    result.append(phrase.strong ? made("b", "", phrase.text) : phrase.text);
  }
  head.replaceChildren(title, result);
}

function made(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
