// What was found: the figures with their verdicts, who goes where, and tables of the evidence.

import { buttonNode, clear, el, onPress } from "../core/dom.js";
import { sideNodes } from "../tools/panel.js";
import { hear, tell } from "./bus.js";
import { answerPointing, dress, isTable, partOf, TABLE } from "./part.js";

/** @import { EvidenceTable, FindingsData } from "../types/desk" */
/** @import { MapSpec } from "../types/spec" */

/** @type {(given: import("../types/desk").PartArguments<FindingsData>) => () => void} */
export const findings = partOf("findings", (root) => {
  /** @type {(id: string, look: boolean) => void} */
  const pick = (id, look) => tell("dateline:select", { id, from: "findings", look });
  const light = (/** @type {string | null} */ id) =>
    tell("dateline:light", { id, from: "findings" });
  answerPointing(root, light);
  const correct = buttonNode("link correct", "");
  const deaf = [
    hear("dateline:select", ({ id, from }) => {
      choose(root, id, from);
      offer(root, id, correct);
    }),
    hear("dateline:light", ({ id }) => dress(root, "dl-lit", id)),
  ];
  return {
    show(data) {
      clear(root);
      correct.textContent = data.labels.correct;
      const hands = { pick: (/** @type {string} */ id) => pick(id, false), light };
      const facts = /** @type {MapSpec} */ (/** @type {unknown} */ ({ ...data, paragraphs: [] }));
      root.append(...sideNodes(facts, hands));
      const tables = el("section", "tables");
      tables.append(...data.tables.map((table) => tableNode(table, data.labels, hands.pick)));
      root.append(tables, sourcesNode(data));
    },
    end: () => {
      for (const end of deaf) end();
    },
  };
});

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @param {string} from
 */
function choose(root, id, from) {
  const first = dress(root, "dl-chosen", id);
  if (from === "findings") return;
  const table = isTable(id) ? root.querySelector(`[data-table="${id.slice(TABLE.length)}"]`) : null;
  if (table instanceof HTMLDetailsElement) table.open = true;
  if (table) tell("dateline:pane", { pane: "findings" });
  // A row of a table that is shut is nowhere.
  const shown = first?.closest("details:not([open])") ? null : first;
  (table ?? shown)?.scrollIntoView({ block: "nearest" });
}

/**
 * Offer to correct what is chosen, in the list where it stands.
 * @param {HTMLElement} root
 * @param {string} id
 * @param {HTMLButtonElement} button
 */
function offer(root, id, button) {
  button.remove();
  button.onclick = () => tell("dateline:ask", { id });
  const chosen = root.querySelector(".dl-item > .dl-chosen");
  chosen?.after(button);
}

/**
 * @param {EvidenceTable} table
 * @param {Record<string, string>} labels
 * @param {(id: string) => void} pick
 * @returns {HTMLElement}
 */
function tableNode({ id, title, columns, rows }, labels, pick) {
  const details = el("details");
  details.dataset.table = id;
  const summary = el("summary", "", title);
  summary.append(el("span", "count", String(rows.length)));
  details.append(summary);
  if (!rows.length) {
    details.append(el("p", "left-out", labels.none));
    return details;
  }
  const grid = el("table");
  const head = el("tr");
  for (const column of columns) {
    const cell = el("th", "", column);
    cell.scope = "col";
    head.append(cell);
  }
  const [thead, tbody] = [el("thead"), el("tbody")];
  thead.append(head);
  for (const { cells, target } of rows) tbody.append(rowNode(cells, target, { columns, pick }));
  grid.append(thead, tbody);
  details.append(grid);
  return details;
}

/**
 * @param {string[][]} cells
 * @param {string | null} target
 * @param {{columns: string[], pick: (id: string) => void}} table
 * @returns {HTMLElement}
 */
function rowNode(cells, target, { columns, pick }) {
  const row = el("tr");
  cells.forEach((lines, i) => {
    const cell = el("td");
    cell.dataset.column = columns[i];
    cell.append(...lines.map((line) => el("div", "", line)));
    row.append(cell);
  });
  if (target) {
    row.classList.add("linked");
    row.dataset.targets = target;
    row.tabIndex = 0;
    row.addEventListener("click", () => pick(target));
    onPress(row, () => pick(target));
  }
  return row;
}

/**
 * @param {FindingsData} data
 * @returns {HTMLElement}
 */
function sourcesNode({ labels, sources }) {
  const section = el("section", "sources");
  section.append(el("h2", "dl-kicker", labels.sources), ...sources.map((one) => el("p", "", one)));
  return section;
}
