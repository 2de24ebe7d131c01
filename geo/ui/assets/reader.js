// What lies below the map: the article's words with their marks, the tables, the sources.
// Everything that comes from the article is set as text, never as markup.

const views = new WeakMap();
const ORDER = ["place", "card", "journey", "route"]; // whose mark a click on shared words is for
const CLASSES = {
  place: "dl-mark-place",
  card: "dl-mark-claim",
  journey: "dl-mark-route",
  route: "dl-mark-route",
};

export default function ({ data, parentElement }) {
  const view = views.get(parentElement) ?? open(parentElement);
  if (data !== view.data) view.show(data);
  return () => close(parentElement, view);
}

function open(parent) {
  const root = made("div", "dateline reader");
  parent.append(root);
  const told = (event) => choose(view, event.detail.id);
  window.addEventListener("dateline:select", told);
  const view = {
    root,
    data: null,
    about: null,
    show(data) {
      view.data = data;
      draw(view, data);
    },
    end() {
      window.removeEventListener("dateline:select", told);
      root.remove();
    },
  };
  views.set(parent, view);
  return view;
}

function close(parent, view) {
  views.delete(parent);
  view.end();
}

function draw(view, data) {
  const words = made("section", "words");
  const panel = made("aside", "panel");
  view.about = made("div", "about");
  view.about.hidden = true;
  view.about.setAttribute("aria-live", "polite");
  panel.append(view.about, drawKey(data.labels));
  words.append(
    made("h2", "dl-kicker", data.labels.words),
    drawText(data),
    panel,
  );
  const tables = made("section", "tables");
  tables.append(...data.tables.map((table) => drawTable(table, data.labels)));
  view.root.replaceChildren(words, tables, drawSources(data));
}

function drawText(data) {
  const text = made("div", "text");
  const numbered = new Set();
  for (const paragraph of data.words) {
    const element = made("p", paragraph.kind);
    for (const segment of paragraph.segments)
      element.append(drawSegment(segment, data.marks, numbered));

    text.append(element);
  }
  if (data.left_out) text.append(made("p", "left-out", data.left_out));
  return text;
}

function drawSegment(segment, marks, numbered) {
  const known = segment.targets.filter((id) => marks[id]);
  if (!known.length) return document.createTextNode(segment.text);
  known.sort(
    (a, b) => ORDER.indexOf(marks[a].kind) - ORDER.indexOf(marks[b].kind),
  );
  const element = made("span", "dl-mark");
  element.dataset.targets = known.join(" ");
  element.title = marks[known[0]].title;
  for (const id of known) {
    const mark = marks[id];
    element.classList.add(CLASSES[mark.kind]);
    if (mark.sign === "associative") element.classList.add("stands");
    if (mark.tone) element.classList.add(`dl-tone-${mark.tone}`);
    if (mark.kind === "card" && !numbered.has(id)) {
      numbered.add(id);
      element.append(disc(mark));
    }
  }
  element.append(segment.text);
  pressed(element, known[0]);
  return element;
}

function drawKey(labels) {
  const key = made("div", "key");
  const line = (className, words) => {
    const row = made("p");
    row.append(
      made("span", `dl-mark ${className}`, labels.sample),
      ` ${words}`,
    );
    return row;
  };
  key.append(
    line("dl-mark-place", labels.key_place),
    line("dl-mark-place stands", labels.key_stands),
    line("dl-mark-route dl-tone-route-1", labels.key_route),
    line("dl-mark-claim dl-tone-measure", labels.key_card),
    made("p", "", labels.hint),
  );
  return key;
}

function drawTable(table, labels) {
  const details = made("details");
  details.dataset.table = table.id;
  const summary = made("summary", "", table.title);
  summary.append(made("span", "count", String(table.rows.length)));
  details.append(summary);
  if (!table.rows.length) {
    details.append(made("p", "left-out", labels.none));
    return details;
  }
  const grid = made("table");
  const head = made("tr");
  for (const column of table.columns) {
    const cell = made("th", "", column);
    cell.scope = "col";
    head.append(cell);
  }
  grid.append(made("thead"), made("tbody"));
  grid.tHead.append(head);
  grid.tBodies[0].append(...table.rows.map(drawRow));
  details.append(grid);
  return details;
}

function drawRow(row) {
  const element = made("tr");
  for (const lines of row.cells) {
    const cell = made("td");
    cell.append(...lines.map((line) => made("div", "", line)));
    element.append(cell);
  }
  if (row.target) {
    element.classList.add("linked");
    element.dataset.targets = row.target;
    pressed(element, row.target);
  }
  return element;
}

function drawSources(data) {
  const sources = made("section", "sources");
  sources.append(
    made("h2", "dl-kicker", data.labels.sources),
    ...data.sources.map((source) => made("p", "", source)),
  );
  return sources;
}

function choose(view, id) {
  for (const element of view.root.querySelectorAll("[data-targets]")) {
    element.classList.toggle(
      "dl-chosen",
      element.dataset.targets.split(" ").includes(id),
    );
  }
  const mark = view.data?.marks[id];
  view.about.hidden = !mark;
  if (!mark) return;
  view.about.className = mark.tone ? `about dl-tone-${mark.tone}` : "about";
  const show = made("button", "", view.data.labels.show);
  show.type = "button";
  show.addEventListener("click", () => tell(id, true));
  const title = made("b");
  if (mark.number) title.append(disc(mark));
  title.append(mark.name);
  view.about.replaceChildren(title, made("p", "", mark.note), show);
}

function pressed(element, id) {
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.addEventListener("click", () => tell(id, false));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    tell(id, false);
  });
}

function tell(id, look) {
  window.dispatchEvent(
    new CustomEvent("dateline:select", {
      detail: { id, from: "reader", look },
    }),
  );
}

function disc(mark) {
  // No part of the words when they are copied or read aloud: the style sheet writes the number.
  const element = made("span", `dl-disc dl-tone-${mark.tone}`);
  element.dataset.number = mark.number;
  element.setAttribute("aria-hidden", "true");
  return element;
}

function made(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
