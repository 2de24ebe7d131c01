// A small map of the places that may be meant: a click on a number chooses it. While it is there the
// pin itself may be dragged on the large map, or a new one where there is none, and this tells where
// it was dropped.

import { buttonNode, clear, el, svgEl } from "../core/dom.js";
import { hear, tell } from "./bus.js";
import { partOf } from "./part.js";

/** @import { CandidatesData, PartArguments } from "../types/desk" */

/** What the new pin is called; no thing on a map has such an id. */
const NEW_PIN = "new-pin";

/** @type {(given: PartArguments<CandidatesData>) => () => void} */
export const candidates = partOf("candidates", (root, given) => {
  const pin = given.data.pin || NEW_PIN;
  const deaf = hear("dateline:moved", (moved) => {
    if (moved.id === pin) given.setStateValue("moved", moved);
  });
  tell("dateline:movable", { id: pin, is: true });
  return {
    show(data) {
      clear(root);
      const pick = (/** @type {number} */ number) => given.setTriggerValue("picked", number);
      if (data.places.length) root.append(mapNode(data, pick));
      root.append(el("p", "hint", data.pin ? data.labels.hint : data.labels.new));
    },
    end() {
      deaf();
      tell("dateline:movable", { id: pin, is: false });
    },
  };
});

/**
 * @param {CandidatesData} data
 * @param {(number: number) => void} pick
 * @returns {HTMLElement}
 */
function mapNode({ width, height, land, borders, places, chosen, labels }, pick) {
  const map = el("div", "candidates-map");
  map.setAttribute("role", "group");
  map.setAttribute("aria-label", labels.map);
  const svg = svgEl("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  svg.append(
    svgEl("path", { d: land, class: "land" }),
    svgEl("path", { d: borders, class: "border" }),
  );
  map.append(svg);
  for (const { number, name, x, y } of places) {
    const button = buttonNode("candidate", String(number));
    button.title = name;
    button.setAttribute("aria-label", `${number}. ${name}`);
    button.setAttribute("aria-pressed", String(number === chosen));
    button.style.left = `${(100 * x) / width}%`;
    button.style.top = `${(100 * y) / height}%`;
    button.addEventListener("click", () => pick(number));
    map.append(button);
  }
  return map;
}
