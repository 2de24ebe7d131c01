// A route through its stations as a centripetal Catmull–Rom curve (Yuksel et al., "Parameterization
// and applications of Catmull–Rom curves", 2011), which passes every point and makes no loops.

import { latitudeOf, northing } from "./mercator.js";

/** @import { LatLon } from "../types/map" */

const PIECES = 5;
const MOST_POINTS = 400;

/**
 * The curve as a line; one of two points, or of very many, stays as it is.
 * @param {LatLon[]} points
 * @returns {LatLon[]}
 */
export function smoothLine(points) {
  if (points.length < 3 || points.length > MOST_POINTS) return points;
  const flat = points.map(([lat, lon]) => [lon, northing(lat)]);
  const out = [];
  for (let i = 0; i + 1 < flat.length; i += 1) {
    const b = flat[i];
    const c = flat[i + 1];
    const a = flat[i - 1] || [2 * b[0] - c[0], 2 * b[1] - c[1]];
    const d = flat[i + 2] || [2 * c[0] - b[0], 2 * c[1] - b[1]];
    for (let k = 0; k < PIECES; k += 1) out.push(catmullRom([a, b, c, d], k / PIECES));
  }
  out.push(flat[flat.length - 1]);
  return out.map(([lon, north]) => [latitudeOf(north), lon]);
}

/**
 * @param {number[][]} points four of them; the curve runs from the second to the third
 * @param {number} share of the way from 0 to 1
 * @returns {number[]}
 */
function catmullRom([a, b, c, d], share) {
  const t1 = knot(a, b);
  const t2 = t1 + knot(b, c);
  const t3 = t2 + knot(c, d);
  const t = t1 + share * (t2 - t1);
  const ab = mix(a, b, t / t1);
  const bc = mix(b, c, (t - t1) / (t2 - t1));
  const cd = mix(c, d, (t - t2) / (t3 - t2));
  return mix(mix(ab, bc, t / t2), mix(bc, cd, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1));
}

/**
 * @param {number[]} p
 * @param {number[]} q
 * @returns {number}
 */
function knot(p, q) {
  return Math.max(1e-9, Math.hypot(q[0] - p[0], q[1] - p[1]) ** 0.5);
}

/**
 * @param {number[]} p
 * @param {number[]} q
 * @param {number} share
 * @returns {number[]}
 */
function mix(p, q, share) {
  return [p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])];
}
