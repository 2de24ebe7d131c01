// Cross ticks of a railway and arrowheads, made anew for each zoom because they keep their size.

import { clear, pathOf, svgEl } from "../core/dom.js";
import { chordAt, lengthOf } from "../core/geometry.js";

/** @import { DrawnLine, Point } from "../types/map" */
/** @import { MapSpec } from "../types/spec" */

// The dashes of an inferred railway (18 px a dash and gap, in the style sheet) carry a tick each.
const TICK_GAP = 18;
const TICK_REACH = 4;
const ARROW_REACH = 7;
const BEYOND_PX = 50;
// Where an arrow may move to, and how straight the line must be there.
const SHIFTS = [0, 8, -8, 16, -16, 24, -24];
const STRAIGHT = 0.96;

/**
 * @param {L.Map} map
 * @param {SVGSVGElement} layer
 * @param {MapSpec} spec
 * @param {Map<string, DrawnLine>} drawn
 */
export function drawMarks(map, layer, spec, drawn) {
  clear(layer);
  const size = map.getSize();
  const known = spec.routes.filter((one) => one.manner === "taken" && one.status !== "possible");
  for (const { assumed, id, tone, kind, status } of known) {
    for (const line of drawn.get(id)?.lines ?? []) {
      const points = line.map((p) => map.latLngToContainerPoint(p));
      if (kind === "rail" && status === "made" && !assumed) {
        const d = ticksOf(points, size);
        layer.append(svgEl("path", { d, class: `dl-ticks dl-tone-${tone}` }));
      }
      for (const along of arrowPlaces(points)) {
        const d = arrowOf(chordAt(points, along, ARROW_REACH));
        layer.append(svgEl("path", { d, class: `dl-arrow dl-arrow-${status} dl-tone-${tone}` }));
      }
    }
  }
}

/**
 * @param {Point[]} points
 * @param {Point} size of the map
 * @returns {string}
 */
function ticksOf(points, size) {
  const total = lengthOf(points);
  let d = "";
  for (let along = TICK_GAP; along < total - 6; along += TICK_GAP) {
    const { x, y, dx, dy } = chordAt(points, along, TICK_REACH);
    if (Math.max(-x, -y, x - size.x, y - size.y) > BEYOND_PX) continue;
    d += pathOf([
      { x: x - dy * TICK_REACH, y: y + dx * TICK_REACH },
      { x: x + dy * TICK_REACH, y: y - dx * TICK_REACH },
    ]);
  }
  return d || "M0 0";
}

/**
 * Every third of the route, moved to where the line is straight.
 * @param {Point[]} points
 * @returns {number[]} pixels along the line
 */
export function arrowPlaces(points) {
  const total = lengthOf(points);
  const places = thirds(total).map((along) => {
    const near = SHIFTS.map((by) => along + by).filter((at) => at > 14 && at < total - 20);
    const straight = near.map((at) => chordAt(points, at, 9).straight);
    const enough = near[straight.findIndex((value) => value > STRAIGHT)];
    return enough || near[straight.indexOf(Math.max(...straight))];
  });
  return places.filter((along) => along !== undefined);
}

/**
 * @param {number} total pixels
 * @returns {number[]}
 */
function thirds(total) {
  if (total < 70) return [];
  return total < 220 ? [total / 2] : [total / 3, (2 * total) / 3, total - 30];
}

/**
 * @param {Point & {dx: number, dy: number}} chord
 * @returns {string}
 */
function arrowOf({ x, y, dx, dy }) {
  const at = (/** @type {number} */ forth, /** @type {number} */ side) => ({
    x: x + dx * forth - dy * side,
    y: y + dy * forth + dx * side,
  });
  return pathOf([at(7, 0), at(-4.5, 5), at(-4.5, -5)], true);
}
