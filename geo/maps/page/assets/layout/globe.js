// A small globe, orthographic (Snyder, "Map Projections: A Working Manual", 1987, p. 145).

import { pathOf } from "../core/dom.js";

/** @import { LatLon, Point } from "../types/map" */

const MOST_LAT = 85;
// A view that would be smaller than this is shown by a box of this size.
const LEAST_W = 7;
const LEAST_H = 5;
const PIECES = 8;
const STEP_RAD = 0.1;

/** @typedef {Point & {seen: boolean}} Projected */

/** The half of the earth round a point. */
export class Globe {
  /**
   * @param {{lon: number, lat: number}} middle degrees
   * @param {number} radius pixels
   */
  constructor({ lon, lat }, radius) {
    this.lon = (lon * Math.PI) / 180;
    this.sin = Math.sin((lat * Math.PI) / 180);
    this.cos = Math.cos((lat * Math.PI) / 180);
    this.radius = radius;
  }

  /**
   * Points beyond the horizon are drawn on it, in their own direction.
   * @param {LatLon} point
   * @returns {Projected}
   */
  project([lat, lon]) {
    const phi = (lat * Math.PI) / 180;
    const turn = (lon * Math.PI) / 180 - this.lon;
    const x = Math.cos(phi) * Math.sin(turn);
    const y = this.cos * Math.sin(phi) - this.sin * Math.cos(phi) * Math.cos(turn);
    const depth = this.sin * Math.sin(phi) + this.cos * Math.cos(phi) * Math.cos(turn);
    const scale = depth >= 0 ? this.radius : this.radius / Math.max(1e-6, Math.hypot(x, y));
    return { x: x * scale, y: -y * scale, seen: depth >= 0 };
  }

  /**
   * A ring as the data of an SVG path; "" where none of it is seen.
   * @param {LatLon[]} ring
   * @returns {string}
   */
  path(ring) {
    const points = ring.map((point) => this.project(point));
    if (!points.some((p) => p.seen)) return "";
    const along = points.flatMap((p, i) => [p, ...this.arc(p, points[(i + 1) % points.length])]);
    return pathOf(along, true);
  }

  /**
   * What runs beyond the horizon follows it, and does not cut across the globe.
   * @param {Projected} p
   * @param {Projected} q
   * @returns {Point[]}
   */
  arc(p, q) {
    if (p.seen || q.seen) return [];
    const from = Math.atan2(p.y, p.x);
    let turn = Math.atan2(q.y, q.x) - from;
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    const steps = Math.floor(Math.abs(turn) / STEP_RAD);
    return Array.from({ length: steps }, (_, k) => {
      const angle = from + (turn * (k + 1)) / (steps + 1);
      return { x: this.radius * Math.cos(angle), y: this.radius * Math.sin(angle) };
    });
  }

  /**
   * The outline of a view, or a small box where it would be a speck.
   * @param {{west: number, south: number, east: number, north: number}} bounds degrees
   * @returns {string}
   */
  box({ west, south, east, north }) {
    const points = edges([
      [north, west],
      [north, east],
      [south, east],
      [south, west],
    ]).map(([lat, lon]) => this.project([Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)), lon]));
    const [x1, x2] = spread(points.map((p) => p.x));
    const [y1, y2] = spread(points.map((p) => p.y));
    if (x2 - x1 >= LEAST_W && y2 - y1 >= LEAST_H) return pathOf(points, true);
    const x = (x1 + x2) / 2;
    const y = (y1 + y2) / 2;
    const corners = [
      { x: x - 5, y: y - 4 },
      { x: x + 5, y: y - 4 },
      { x: x + 5, y: y + 4 },
      { x: x - 5, y: y + 4 },
    ];
    return pathOf(corners, true);
  }
}

/**
 * Points along the edges of a view, several a side, for they are no straight lines on a globe.
 * @param {LatLon[]} corners
 * @returns {LatLon[]}
 */
function edges(corners) {
  return corners.flatMap(([lat, lon], i) => {
    const [nextLat, nextLon] = corners[(i + 1) % corners.length];
    return Array.from({ length: PIECES }, (_, k) => {
      const share = k / PIECES;
      return /** @type {LatLon} */ ([lat + (nextLat - lat) * share, lon + (nextLon - lon) * share]);
    });
  });
}

/**
 * @param {number[]} values
 * @returns {[number, number]}
 */
function spread(values) {
  return [Math.min(...values), Math.max(...values)];
}
