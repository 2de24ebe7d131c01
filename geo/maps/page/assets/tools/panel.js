// The words above, beside and below the map: head, claims, sources. Text goes in as text.

import { buttonNode, discNode, el } from "../core/dom.js";
import { journeysNode } from "./journeys.js";
import { isOutside } from "./outside.js";

/** @import { Hands } from "../types/map" */
/** @import { ClaimCard, MapSpec, VerdictSign } from "../types/spec" */

/** @typedef {(id: string) => void} Pick */

// Fewer claims than these leave room beside the map; the fallback has the same figure.
const FEW = 2;
/** @type {Record<VerdictSign, [mark: string, className: string]>} */
const VERDICTS = {
  holds: ["✓", "holds"],
  "holds only if…": ["◐", "only-if"],
  "does not hold": ["✗", "fails"],
  "cannot tell": ["?", "unknown"],
};

/**
 * @param {MapSpec} spec
 * @returns {HTMLElement}
 */
export function headNode(spec) {
  const head = el("header", "dl-head");
  const result = el("p", "dl-result");
  for (const { text, strong } of spec.result)
    if (!isOutside(text)) result.append(strong ? el("b", "", text) : text);
  result.append(el("span", "dl-outside"));
  head.append(el("h1", "dl-title", spec.title), result);
  return head;
}

/**
 * @param {ClaimCard} card
 * @param {Pick} onPick
 * @returns {HTMLLIElement}
 */
function claimCardNode(card, onPick) {
  const item = el("li", "dl-item");
  const button = buttonNode("dl-claim", "");
  button.dataset.id = card.id;
  button.setAttribute("aria-pressed", "false");
  const body = el("span", "dl-claim-body");
  const [sign, className] = VERDICTS[card.sign];
  const verdict = el("span", `dl-verdict dl-verdict-${className}`);
  const mark = el("span", "dl-verdict-sign", sign);
  mark.setAttribute("aria-hidden", "true");
  verdict.append(mark, ` ${card.word}`);
  const quote = el("span", "dl-quote", `“${card.quote}”`);
  body.append(quote, verdict, el("span", "dl-sentence", card.sentence));
  button.append(discNode(card.number, card.tone), body);
  button.addEventListener("click", () => onPick(card.id));
  item.append(button);
  if (card.readings.length > 1) item.append(readingsNode(card));
  return item;
}

/**
 * @param {ClaimCard} card
 * @returns {HTMLDetailsElement}
 */
function readingsNode(card) {
  const details = el("details", "dl-readings");
  details.append(el("summary", "", `${card.readings.length} readings tried`));
  details.append(listNode("ul", "", card.readings));
  return details;
}

/**
 * @param {"ul" | "ol"} tag
 * @param {string} className
 * @param {string[]} texts
 * @returns {HTMLElement}
 */
function listNode(tag, className, texts) {
  const list = el(tag, className);
  for (const text of texts) list.append(el("li", "", text));
  return list;
}

/**
 * @param {MapSpec} spec
 * @param {Pick} onPick
 * @returns {HTMLElement}
 */
function claimsNode(spec, onPick) {
  const aside = el("section", "dl-claims");
  aside.append(el("h2", "dl-kicker", "What the article says"));
  if (!spec.claim_cards.length) {
    const none = "No distance, duration or speed of the article could be checked.";
    aside.append(el("p", "dl-empty", none));
  }
  const list = el("ol", "dl-claim-list");
  for (const card of spec.claim_cards) list.append(claimCardNode(card, onPick));
  aside.append(list);
  return aside;
}

/**
 * Beside the map and under it: the claims and journeys, the list of many points, or all of them.
 * @param {MapSpec} spec
 * @param {Hands} hands
 * @param {HTMLElement} [pointsNode]
 * @returns {HTMLElement[]}
 */
export function sideNodes(spec, hands, pointsNode) {
  if (pointsNode && !spec.paragraphs.length) return [pointsNode];
  const claims = claimsNode(spec, hands.pick);
  if (pointsNode) claims.append(pointsNode);
  return spec.journeys.length ? [claims, journeysNode(spec, hands)] : [claims];
}

/**
 * Journeys stand under the map, or beside it where there are hardly any claims.
 * @param {MapSpec} spec
 * @param {boolean} alone whether the map has nothing beside it
 * @returns {string}
 */
export function stageClass({ claim_cards: claims, journeys }, alone) {
  if (alone) return "dl-stage dl-stage-alone";
  if (!journeys.length) return "dl-stage";
  return `dl-stage dl-stage-${claims.length < FEW ? "beside" : "under"}`;
}

/**
 * @param {MapSpec} spec
 * @returns {HTMLElement}
 */
export function sourcesNode({ sources, provenance: from, problems }) {
  const section = el("footer", "dl-sources");
  section.append(el("h2", "dl-kicker", "Sources"));
  const made = [
    from.program && `Made with ${from.program}`,
    from.made && `at ${from.made}`,
    `checked ${from.checked}`,
    from.published && `article of ${from.published}`,
    from.url,
    from.article_id && `text ${from.article_id}`,
  ];
  const texts = [
    ...sources,
    "The scale is true in the middle of the map.",
    `${made.filter(Boolean).join(", ")}.`,
    ...problems,
  ];
  section.append(listNode("ul", "", texts));
  return section;
}

/**
 * On paper nobody can unfold the readings.
 * @param {HTMLDetailsElement} details
 * @param {boolean} starts whether printing starts, or has ended
 */
export function unfold(details, starts) {
  if (starts) details.dataset.was = String(details.open);
  details.open = starts || details.dataset.was === "true";
}
