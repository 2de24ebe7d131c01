// What no label may cover: symbols, routes, tools, the edge of the map.

import { CLEAR, EDGE, SYMBOL_RADIUS } from "../core/cartography.js";
import { boxesMeet, isOver, lineMeetsBox, linesMeet, squareAt } from "../core/geometry.js";

/** @import { Box, Candidate, Label, Point } from "../types/map" */

// Pieces of lines that are farther from the map than this can meet no label on it.
const BEYOND_PX = 20;
// How much more a symbol or a tool counts than a piece of a line.
const BOX_LOAD = 4;
// As geo/maps/layout/symbols.py has it.
const WIDE_RING = 30;
const RING_SIDES = 48;

/** Boxes and lines that are taken, each with its owner, whose own label may touch it. */
export class Obstacles {
  /** @param {Point} size of the map */
  constructor(size) {
    this.size = size;
    /** @type {(Box & {owner: string, gap: number})[]} */
    this.boxes = [];
    /** @type {{p: Point, q: Point, owner: string, width: number}[]} */
    this.lines = [];
  }

  /**
   * @param {Box} box
   * @param {string} owner
   * @param {number} [gap]
   */
  addBox(box, owner, gap) {
    this.boxes.push({ ...box, owner, gap: gap === undefined ? 2 : gap });
  }

  /**
   * The sign of a place. A wide ring round an uncertain one has room inside for other signs and their
   * names: only its line and the sign in its middle are taken.
   * @param {Point} middle
   * @param {number} radius
   * @param {string} owner
   */
  addSign(middle, radius, owner) {
    const isWide = radius > WIDE_RING;
    this.addBox(squareAt(middle, isWide ? SYMBOL_RADIUS.story : radius), owner, CLEAR);
    if (!isWide) return;
    const ring = Array.from({ length: RING_SIDES + 1 }, (_, i) => {
      const turn = (2 * Math.PI * i) / RING_SIDES;
      return { x: middle.x + radius * Math.cos(turn), y: middle.y + radius * Math.sin(turn) };
    });
    this.addLine(ring, owner, CLEAR);
  }

  /**
   * @param {Point[]} points
   * @param {string} owner
   * @param {number} width
   */
  addLine(points, owner, width) {
    for (let i = 0; i + 1 < points.length; i += 1) {
      const p = points[i];
      const q = points[i + 1];
      if (!this.isBeyond(p, q)) this.lines.push({ p, q, owner, width });
    }
  }

  /**
   * @param {Point} p
   * @param {Point} q
   * @returns {boolean}
   */
  isBeyond(p, q) {
    return (
      Math.max(p.x, q.x) < -BEYOND_PX ||
      Math.max(p.y, q.y) < -BEYOND_PX ||
      Math.min(p.x, q.x) > this.size.x + BEYOND_PX ||
      Math.min(p.y, q.y) > this.size.y + BEYOND_PX
    );
  }

  /**
   * Whether something stands in the way of a box.
   * @param {Box} box
   * @param {string} [owner]
   * @returns {boolean}
   */
  blocks(box, owner) {
    if (this.leavesMap(box)) return true;
    if (this.boxes.some((other) => other.owner !== owner && boxesMeet(box, other, other.gap)))
      return true;
    return this.lines.some((line) => line.owner !== owner && isOver(line, box, line.width));
  }

  /**
   * @param {Box} box
   * @returns {boolean}
   */
  leavesMap({ x, y, w, h }) {
    return x < EDGE || y < EDGE || x + w > this.size.x - EDGE || y + h > this.size.y - EDGE;
  }

  /**
   * Whether a leader runs over a symbol that is not its own.
   * @param {Candidate} option
   * @param {Label} label
   * @returns {boolean}
   */
  blocksLeader({ leader }, label) {
    if (!leader) return false;
    const [p, q] = leader;
    return this.boxes.some(
      (box) => box.owner !== label.owner && box.owner !== label.id && lineMeetsBox(p, q, box),
    );
  }

  /**
   * Whether a leader crosses a route.
   * @param {Candidate} option
   * @returns {boolean}
   */
  isCrossed({ leader }) {
    if (!leader) return false;
    const [p, q] = leader;
    return this.lines.some((line) => linesMeet(p, q, line.p, line.q));
  }

  /**
   * How much stands in a box: for choosing the emptiest corner.
   * @param {Box} box
   * @returns {number}
   */
  load(box) {
    const boxes = this.boxes.filter((other) => boxesMeet(box, other, 0)).length;
    const lines = this.lines.filter((line) => isOver(line, box, 0)).length;
    return boxes * BOX_LOAD + lines;
  }
}
