// The scale bar: the roundest length that fits, in kilometres and in miles.

import { FONTS, SCALE_STEPS } from "../core/cartography.js";
import { svgEl } from "../core/dom.js";
import { grouped, KM_M, MILE_M } from "../core/format.js";

/** @import { Box, Point } from "../types/map" */

/** @typedef {{value: number, px: number}} Bar */
/** @typedef {{km: Bar, mi: Bar, w: number}} Scale */

// Of a degree along the equator.
const DEGREE_KM = 111.32;
const LONGEST_PX = 110;
const LABEL_PX = 52;

/**
 * How long the bars are; true at the latitude of the middle of the map, as the page says.
 * @param {L.Map} map
 * @returns {Scale}
 */
export function scaleOf(map) {
  const size = map.getSize();
  const from = map.containerPointToLatLng([size.x / 2 - 50, size.y / 2]);
  const to = map.containerPointToLatLng([size.x / 2 + 50, size.y / 2]);
  const degrees = Math.abs(to.lng - from.lng) / 100;
  const kmPerPx = degrees * DEGREE_KM * Math.cos((from.lat * Math.PI) / 180);
  return scaleFor(kmPerPx, Math.min(LONGEST_PX, size.x / 4));
}

/**
 * @param {number} kmPerPx
 * @param {number} longest pixels
 * @returns {Scale}
 */
export function scaleFor(kmPerPx, longest) {
  const km = barOf(kmPerPx, longest);
  const mi = barOf((kmPerPx * KM_M) / MILE_M, longest);
  return { km, mi, w: Math.max(km.px, mi.px) + LABEL_PX };
}

/**
 * @param {number} perPx
 * @param {number} longest
 * @returns {Bar}
 */
function barOf(perPx, longest) {
  const value = SCALE_STEPS.findLast((step) => step / perPx <= longest) ?? SCALE_STEPS[0];
  return { value, px: Math.round(value / perPx) };
}

/**
 * @param {Scale} scale
 * @param {Box} at
 * @returns {SVGElement[]}
 */
export function scaleNodes({ km, mi }, { x, y }) {
  const upper = `M${x} ${y + 6}V${y + 15}H${x + km.px}V${y + 6}`;
  const lower = `M${x} ${y + 15}V${y + 24}H${x + mi.px}V${y + 15}`;
  return [
    svgEl("path", { d: upper + lower, class: "dl-scale" }),
    labelNode(`${grouped(km.value)} km`, { x: x + km.px + 6, y: y + 11 }),
    labelNode(`${grouped(mi.value)} mi`, { x: x + mi.px + 6, y: y + 28 }),
  ];
}

/**
 * @param {string} text
 * @param {Point} at
 * @returns {SVGElement}
 */
function labelNode(text, { x, y }) {
  return svgEl("text", { x, y, "font-size": FONTS.scale.size, class: "dl-scale-text" }, text);
}
