// The words behind a place or a route, for the note on the map.

import { el } from "../core/dom.js";

/** @import { MapPlace, MapRoute } from "../types/spec" */

const MOST_QUOTES = 3;

/**
 * @param {MapPlace} place
 * @returns {HTMLElement}
 */
export function placeNote(place) {
  const node = el("div", "dl-pop-body");
  node.append(el("strong", "dl-pop-name", place.name));
  if (place.second) node.append(el("div", "dl-pop-second", place.second));
  for (const mention of place.mentions.slice(0, MOST_QUOTES)) {
    const quote = el("blockquote", "dl-pop-quote");
    quote.append(mention.before, el("b", "", mention.text), mention.after);
    node.append(quote);
  }
  const more = place.mentions.length - MOST_QUOTES;
  if (more > 0) node.append(el("div", "dl-pop-small", `and ${more} more`));
  if (place.note) node.append(el("div", "dl-pop-small", place.note));
  return node;
}

/**
 * @param {MapRoute} route
 * @returns {HTMLElement}
 */
export function routeNote(route) {
  const node = el("div", "dl-pop-body");
  node.append(
    el("strong", "dl-pop-name", route.title),
    el("div", "dl-pop-second", route.label),
    el("div", "dl-pop-small", route.note),
  );
  return node;
}
