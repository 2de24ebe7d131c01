// Where a label may stand: positions round a symbol, farther off with a leader, and along a line.

import { CANDIDATES, DISC } from "../core/cartography.js";
import { lengthOf, pointAlong, squareAt } from "../core/geometry.js";

/** @import { Align, Point, Position } from "../types/map" */

/** @typedef {{w: number, h: number}} Size */

// Where a leader starts, clear of the symbol, and how far its end is from the text.
const LEADER_START = 3.4;
const LEADER_END = 3;
// A leader flatter than this has the text beside its end, a steeper one above or below it.
const FLAT = 0.45;
const SHIFT = 8;
// A line is level where the direction across it has no more to the side than this.
const LEVEL = 0.35;

/** @type {Record<Align, number>} */
const BEFORE = { start: 0, middle: 0.5, end: 1 };

/**
 * A block of this size whose text is anchored at a point and hangs by a share of its height above it.
 * @param {Point} at
 * @param {{anchor: Align, hang: number, cost: number}} how
 * @param {Size} size
 * @returns {Position}
 */
function anchored({ x, y }, { anchor, hang, cost }, { w, h }) {
  return { cost, align: anchor, box: { x: x - BEFORE[anchor] * w, y: y - hang * h, w, h } };
}

/**
 * Positions round a symbol of this radius for a label of this size.
 * @param {Point} point
 * @param {number} radius
 * @param {Size} size
 * @returns {Position[]}
 */
export function pointCandidates(point, radius, size) {
  return CANDIDATES.around.map((place) => {
    // Above and below, the blank part of a line is as good as a gap.
    const far = radius + (Math.abs(place.y) === 1 ? 0.5 : CANDIDATES.gap);
    return anchored({ x: point.x + place.x * far, y: point.y + place.y * far }, place, size);
  });
}

/**
 * Directions round a point, to the right first.
 * @returns {(Point & {turn: number})[]}
 */
function directions() {
  return Array.from({ length: CANDIDATES.directions }, (_, turn) => {
    const angle = (2 * Math.PI * turn) / CANDIDATES.directions;
    return { x: Math.cos(angle), y: Math.sin(angle), turn };
  });
}

/**
 * The same further away, with a line that leads to the symbol.
 * @param {Point} point
 * @param {number} radius
 * @param {Size} size
 * @returns {Position[]}
 */
export function leaderCandidates(point, radius, size) {
  return CANDIDATES.leaders.flatMap(({ reach, cost }) =>
    directions().flatMap(({ x, y, turn }) => {
      const near = (radius + LEADER_START) / Math.max(Math.abs(x), Math.abs(y));
      const start = { x: point.x + x * near, y: point.y + y * near };
      const end = { x: point.x + x * (radius + reach), y: point.y + y * (radius + reach) };
      return beyond({ x, y }).map(({ anchor, side, hang }, rank) => ({
        ...anchored(
          { x: end.x + side, y: end.y },
          { anchor, hang, cost: cost + 0.01 * turn + 0.02 * rank },
          size,
        ),
        leader: /** @type {[Point, Point]} */ ([start, end]),
      }));
    }),
  );
}

/**
 * Where the text stands at the end of a leader: beside it, above it or below it.
 * @param {Point} direction
 * @returns {{anchor: Align, side: number, hang: number}[]}
 */
function beyond({ x, y }) {
  /** @type {{anchor: Align, side: number, hang: number}[]} */
  const found = [];
  if (Math.abs(x) > FLAT)
    found.push({ anchor: x > 0 ? "start" : "end", side: LEADER_END * Math.sign(x), hang: 0.5 });
  if (Math.abs(y) > FLAT) {
    const hang = y < 0 ? 1 : 0;
    found.push(
      { anchor: "middle", side: 0, hang },
      { anchor: "start", side: -SHIFT, hang },
      { anchor: "end", side: SHIFT, hang },
    );
  }
  return found;
}

/**
 * Positions of the number of a place whose name stands in the key, near its symbol.
 * @param {Point} point
 * @param {number} radius of the symbol
 * @returns {Position[]}
 */
export function numberCandidates(point, radius) {
  const half = DISC / 2;
  const reaches = [
    radius + half + 1,
    ...CANDIDATES.leaders.map(({ reach }) => radius + reach + half),
  ];
  return reaches.flatMap((far, rank) =>
    directions().map(({ x, y, turn }) => {
      // Squares keep clear of one another farther along a diagonal.
      const slant = Math.max(Math.abs(x), Math.abs(y));
      const near = (radius + LEADER_START) / slant;
      const off = rank ? far : far / slant;
      const at = { x: point.x + x * off, y: point.y + y * off };
      const leader = /** @type {[Point, Point]} */ ([
        { x: point.x + x * near, y: point.y + y * near },
        { x: point.x + x * (far - half), y: point.y + y * (far - half) },
      ]);
      const cost = rank + 0.01 * turn;
      const align = /** @type {Align} */ ("middle");
      const position = { cost, align, box: squareAt(at, half) };
      return rank ? { ...position, leader } : position;
    }),
  );
}

/**
 * Positions beside a line that is drawn so broad to each side, the middle of it first.
 * @param {Point[]} points
 * @param {Size} size
 * @param {number} reach
 * @returns {Position[]}
 */
export function lineCandidates(points, size, reach) {
  const total = lengthOf(points);
  return CANDIDATES.along.flatMap((share, rank) => {
    const at = pointAlong(points, total * share);
    return CANDIDATES.beside.flatMap((far) =>
      [1, -1].map((side) =>
        besideLine(at, { side, far: reach + far, cost: 0.05 * rank + 0.012 * far }, size),
      ),
    );
  });
}

/**
 * A label beside a steep line is level with it, one beside a level line clears it.
 * @param {Point & {dx: number, dy: number}} at
 * @param {{side: number, far: number, cost: number}} place
 * @param {Size} size
 * @returns {Position}
 */
function besideLine({ x, y, dx, dy }, { side, far, cost }, { w, h }) {
  const across = { x: -dy * side, y: dx * side };
  const before = Math.abs(across.x) < LEVEL ? 0.5 : across.x > 0 ? 0 : 1;
  const box = {
    x: x + across.x * far - before * w,
    y: y + across.y * far - h * (0.5 - 0.5 * across.y),
    w,
    h,
  };
  return { cost: cost + (across.x > 0 ? 0 : 0.04), align: "start", box };
}
