// "Who goes where": a line a journey, each tied to its line on the map and to its words.

import { buttonNode, el, svgEl } from "../core/dom.js";
import { routeClass, weightOf } from "../map/routes_and_symbols.js";

/** @import { MapJourney, MapRoute, MapSpec } from "../types/spec" */
/** @import { Hands } from "../types/map" */

const MARK = { width: 28, height: 12 };

/**
 * @param {MapSpec} spec
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
export function journeysNode({ journeys, routes }, hands) {
  const section = el("section", "dl-journeys");
  section.append(el("h2", "dl-kicker", "Who goes where"));
  const list = el("ol", "dl-journey-list");
  for (const journey of journeys) {
    const route = routes.find((one) => one.id === journey.route);
    list.append(journeyNode(journey, route, hands));
  }
  section.append(list);
  return section;
}

/**
 * @param {MapJourney} journey
 * @param {MapRoute | undefined} route
 * @param {Hands} hands
 * @returns {HTMLLIElement}
 */
function journeyNode(journey, route, { pick, light }) {
  const item = el("li", "dl-item");
  const button = buttonNode("dl-journey", "");
  button.dataset.id = journey.id;
  button.setAttribute("aria-pressed", "false");
  const mark = el("span", "dl-journey-mark");
  mark.setAttribute("aria-hidden", "true");
  if (route) mark.append(sampleNode(route));
  else if (journey.mark === "called off") mark.append(el("span", "dl-journey-cross", "✕"));
  const body = el("span", "dl-journey-body");
  body.append(sentenceNode(journey), el("span", "dl-journey-status", journey.word));
  button.append(mark, body);
  button.addEventListener("click", () => pick(journey.id));
  for (const name of ["mouseenter", "focus"])
    button.addEventListener(name, () => light(journey.id));
  for (const name of ["mouseleave", "blur"]) button.addEventListener(name, () => light(null));
  item.append(button);
  return item;
}

/**
 * Names stand apart, so that letters that run from right to left turn nothing else round.
 * @param {MapJourney} journey
 * @returns {HTMLElement}
 */
function sentenceNode({ sentence }) {
  const node = el("span", "dl-journey-way");
  for (const { text, strong } of sentence) {
    if (!strong) {
      node.append(text);
      continue;
    }
    const name = el("b");
    name.append(el("bdi", "", text));
    node.append(name);
  }
  return node;
}

/**
 * A piece of the line of a journey, as it is on the map.
 * @param {MapRoute} route
 * @returns {SVGSVGElement}
 */
function sampleNode(route) {
  const { width, height } = MARK;
  const svg = svgEl("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.setAttribute("focusable", "false");
  const d = `M1 ${height / 2}H${width - 1}`;
  svg.append(svgEl("path", { d, class: routeClass(route), "stroke-width": weightOf(route) }));
  return svg;
}
