// The key under the map: the names that have no room on it, by the numbers that stand there instead.

import { clear, el } from "../core/dom.js";

/** @import { MapPlace } from "../types/spec" */

/**
 * @param {HTMLElement} list
 * @param {MapPlace[]} places
 * @param {number} first the number of the first
 */
export function fillKey(list, places, first) {
  clear(list);
  list.hidden = !places.length;
  places.forEach((place, index) => {
    const item = el("li", "dl-key-row");
    item.append(el("span", "dl-key-number", String(first + index)), " ", el("bdi", "", place.name));
    list.append(item);
  });
}

/**
 * @param {HTMLElement} map
 * @param {HTMLElement} list
 * @returns {HTMLElement} the map with its key under it
 */
export function withKey(map, list) {
  const column = el("div", "dl-map-column");
  column.append(map, list);
  return column;
}
