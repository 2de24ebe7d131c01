// Names the story's places that the map does not show, as it is moved: true at any view.

/** @import { MapSpec } from "../types/spec" */
/** @import { MapView } from "../map/view.js" */

// As geo/maps/build/summary.py begins it.
const OUTSIDE = " Outside this view: ";
const MOST_NAMED = 3;

/**
 * @param {string} text of a phrase of the result line
 * @returns {boolean}
 */
export function isOutside(text) {
  return text.startsWith(OUTSIDE);
}

/**
 * @param {MapSpec} spec
 * @param {L.LatLngBounds} view
 * @returns {string} empty where all is in view
 */
function outsideText({ places }, view) {
  const names = places
    .filter(({ kind, refs }) => kind !== "associative" && kind !== "region" && refs.length)
    .filter(({ lat, lon }) => !view.contains([lat, lon]))
    .map(({ name }) => name);
  if (!names.length) return "";
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return `${OUTSIDE}${names.slice(0, MOST_NAMED).join(", ")}${more}.`;
}

/**
 * Say it where the page has the line for it, and to whoever holds the map.
 * @param {MapView} view
 * @param {L.Map} map
 */
export function tellOutside({ root, spec, options }, map) {
  const text = outsideText(spec, map.getBounds());
  const node = root.querySelector(".dl-outside");
  if (node) node.textContent = text;
  options.onOutside?.(text);
}
