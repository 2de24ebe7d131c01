// The words of the article, with marks where they tell of a place, a journey or a claim.

import { discMarkNode, el, onPress } from "../core/dom.js";

/** @import { Hands } from "../types/map" */
/** @import { ClaimCard, MapJourney, MapPlace, MapSpec, Segment } from "../types/spec" */

/** @typedef {{card?: ClaimCard | undefined, journey?: MapJourney | undefined, place?: MapPlace | undefined}} Meant */

const QUIET_KINDS = new Set(["caption", "dateline"]);

/**
 * @param {MapSpec} spec
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
export function annotatedTextNode(spec, hands) {
  const section = el("section", "dl-words");
  section.append(el("h2", "dl-kicker", "The words of the article"));
  /** @type {Set<string>} */
  const seen = new Set();
  for (const { kind, segments } of spec.paragraphs) {
    if (kind === "headline") continue;
    const node = el("p", QUIET_KINDS.has(kind) ? "dl-para dl-para-quiet" : "dl-para");
    for (const segment of segments) node.append(segmentNode(segment, spec, { seen, hands }));
    section.append(node);
  }
  if (spec.left_out) section.append(el("p", "dl-small", leftOutText(spec.left_out)));
  return section;
}

/**
 * @param {number} number
 * @returns {string}
 */
function leftOutText(number) {
  const [parts, are] = number === 1 ? ["part", "is"] : ["parts", "are"];
  const what = `${number} ${parts} of the text (bylines, advertising, links)`;
  return `${what} ${are} not the story and left out here.`;
}

/**
 * @param {Segment} segment
 * @param {MapSpec} spec
 * @param {{seen: Set<string>, hands: Hands}} reading what has been met before
 * @returns {Node}
 */
function segmentNode({ text, targets }, spec, { seen, hands }) {
  const card = spec.claim_cards.find((one) => targets.includes(one.id));
  const journey = spec.journeys.find((one) => targets.includes(one.id));
  const place = spec.places.find((one) => targets.includes(one.id));
  const target = place || card || journey;
  if (!target) return document.createTextNode(text);
  const { id } = target;
  const node = el("span", "dl-mark", text);
  node.classList.add(...classesOf({ card, journey, place }));
  node.dataset.id = id;
  node.dataset.also = targets.join(" ");
  node.addEventListener("click", () => hands.pick(id));
  node.addEventListener("mouseenter", () => hands.light(id));
  node.addEventListener("mouseleave", () => hands.light(null));
  if (isFirst(seen, id)) {
    node.tabIndex = 0;
    node.setAttribute("role", "button");
    onPress(node, () => hands.pick(id));
  }
  // The disc of a claim stands before the first of its words.
  if (!card || !isFirst(seen, `disc ${card.id}`)) return node;
  const wrap = document.createDocumentFragment();
  wrap.append(discMarkNode(card.number, card.tone), node);
  return wrap;
}

/**
 * @param {Meant} meant
 * @returns {string[]}
 */
function classesOf({ card, journey, place }) {
  const classes = [];
  if (place) classes.push(place.kind === "associative" ? "dl-mark-stands" : "dl-mark-place");
  if (card) classes.push("dl-mark-claim", `dl-tone-${card.tone}`);
  else if (journey) classes.push("dl-mark-route", `dl-tone-${journey.tone}`);
  return classes;
}

/**
 * @param {Set<string>} seen
 * @param {string} key
 * @returns {boolean} whether it has not been met before
 */
function isFirst(seen, key) {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
