// The top of a story: its title, the list of things to do, and on a phone the tabs.

import { buttonNode, clear, el } from "../core/dom.js";
import { hear, showPane, tell } from "./bus.js";
import { partOf } from "./part.js";

/** @import { HeadData, PaneName, Todo } from "../types/desk" */

/** @type {PaneName[]} */
const PANES = ["map", "findings", "text"];

/** @type {(given: import("../types/desk").PartArguments<HeadData>) => () => void} */
export const head = partOf("head", (root) => {
  /** @type {PaneName} */
  let shown = "map";
  const tabs = el("div", "tabs");
  const turn = (/** @type {PaneName} */ pane) => {
    shown = pane;
    showPane(pane);
    for (const tab of tabs.querySelectorAll("button"))
      tab.setAttribute("aria-pressed", String(tab.dataset.pane === pane));
  };
  const outside = el("span");
  const deaf = [
    hear("dateline:pane", ({ pane }) => turn(pane)),
    hear("dateline:outside", ({ text }) => outside.replaceChildren(text)),
  ];
  return {
    show(data) {
      clear(root);
      const header = el("header", "dl-head");
      const about = el("p", "about", data.about);
      about.append(outside);
      header.append(el("h1", "dl-title", data.title), todoNode(data), about);
      fillTabs(tabs, data.labels);
      root.append(header, tabs);
      // The other parts stand beside this one in the next frame.
      requestAnimationFrame(() => turn(shown));
    },
    end: () => {
      for (const end of deaf) end();
    },
  };
});

/**
 * @param {HTMLElement} tabs
 * @param {Record<string, string>} labels
 */
function fillTabs(tabs, labels) {
  clear(tabs);
  tabs.setAttribute("role", "group");
  tabs.setAttribute("aria-label", labels.panes);
  for (const pane of PANES) {
    const tab = buttonNode("tab", labels[pane]);
    tab.dataset.pane = pane;
    tab.addEventListener("click", () => tell("dateline:pane", { pane }));
    tabs.append(tab);
  }
}

/**
 * @param {HeadData} data
 * @returns {HTMLElement}
 */
function todoNode({ todo, nothing, well, labels }) {
  if (!todo.length) return el("p", well ? "todo-none well" : "todo-none", nothing);
  const list = el("ul", "todo");
  list.setAttribute("aria-label", labels.todo);
  for (const item of todo) {
    const line = el("li");
    line.append(todoButton(item));
    list.append(line);
  }
  return list;
}

/**
 * A click goes to the first of its places, the next click to the next.
 * @param {Todo} item
 * @returns {HTMLButtonElement}
 */
function todoButton({ kind, sign, text, targets }) {
  const button = buttonNode(`todo-item todo-${kind}`, "");
  const mark = el("span", "todo-sign", sign);
  mark.setAttribute("aria-hidden", "true");
  button.append(mark, text);
  let next = 0;
  button.addEventListener("click", () => {
    const { id, span } = targets[next];
    next = (next + 1) % targets.length;
    tell("dateline:select", { id, span: span ?? undefined, from: "head", look: true });
  });
  return button;
}
