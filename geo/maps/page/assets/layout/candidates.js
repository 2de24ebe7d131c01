// Where a label may stand: positions round a symbol, farther off with a leader, and along a line.

import { ALONG, AROUND, COST, LEADER_REACH, LEADER_TURNS } from "../core/cartography.js";
import { lengthOf, pointAlong } from "../core/geometry.js";

/** @import { Point, Position } from "../types/map" */

/** @typedef {{w: number, h: number}} Size */

/**
 * Positions round a symbol of this radius for a label of this size.
 * @param {Point} point
 * @param {number} radius
 * @param {Size} size
 * @returns {Position[]}
 */
export function pointCandidates({ x, y }, radius, { w, h }) {
  const around = { radius, near: radius + 5, slant: radius * 0.7 + 3, w, h };
  return AROUND.map(([cost, align, place]) => {
    const [dx, dy] = place(around);
    return { cost, align, box: { x: x + dx, y: y + dy, w, h } };
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
  return LEADER_REACH.flatMap((reach) =>
    LEADER_TURNS.map((turn, k) => ({
      cost: COST.leader + reach * COST.leaderPx + k * COST.leaderTurn,
      ...leaderPosition(point, { radius, reach, turn }, size),
    })),
  );
}

/**
 * @param {Point} point
 * @param {{radius: number, reach: number, turn: number}} leader the turn in degrees, to the left
 * @param {Size} size
 * @returns {Omit<Position, "cost">}
 */
function leaderPosition({ x, y }, { radius, reach, turn }, { w, h }) {
  const dx = Math.cos((turn * Math.PI) / 180) * (radius + reach);
  const dy = -Math.sin((turn * Math.PI) / 180) * (radius + reach);
  const right = dx > 0;
  const box = { x: right ? x + dx : x + dx - w, y: y + dy - h / 2, w, h };
  const end = { x: right ? box.x - 2 : box.x + w + 2, y: y + dy };
  const grip = (radius + 1) / Math.hypot(end.x - x, end.y - y);
  const start = { x: x + (end.x - x) * grip, y: y + (end.y - y) * grip };
  return { align: right ? "start" : "end", box, leader: [start, end] };
}

/**
 * Positions beside a line, near its middle first.
 * @param {Point[]} points
 * @param {Size} size
 * @returns {Position[]}
 */
export function lineCandidates(points, size) {
  const found = [];
  const total = lengthOf(points);
  for (let share = ALONG.from; share <= ALONG.to; share += ALONG.step) {
    const at = pointAlong(points, total * share);
    const cost = COST.alongMiddle * Math.abs(share - ALONG.best);
    for (const side of [1, -1])
      for (const gap of ALONG.gaps) found.push(besideLine(at, { side, gap, cost }, size));
  }
  return found;
}

/**
 * @param {Point & {dx: number, dy: number}} at
 * @param {{side: number, gap: number, cost: number}} place
 * @param {Size} size
 * @returns {Position}
 */
function besideLine({ x, y, dx, dy }, { side, gap, cost }, { w, h }) {
  const nx = -dy * side;
  const ny = dx * side;
  const right = nx >= 0;
  const box = {
    x: right ? x + nx * gap : x + nx * gap - w,
    y: y + ny * gap - h / 2 + ny * h * 0.35,
    w,
    h,
  };
  return {
    cost: cost + gap * COST.alongPx + (right ? 0 : COST.alongLeft),
    align: right ? "start" : "end",
    box,
  };
}
