// Where the name of a region, a country or a sea may stand inside of it.

import { EDGE } from "../core/cartography.js";
import { isOver } from "../core/geometry.js";

/** @import { Box, Point, Position } from "../types/map" */
/** @import { WindowMask } from "./window_mask.js" */

/** @typedef {{id: number, count: number, x: number, y: number, top: number, low: number}} Area */

// A region is tried at so many points across and down.
const TRIED = 14;
const ROOM = 4;
// Of an area with more cells than this every other cell of every other row will do.
const MANY_CELLS = 400;
const LEAST_INSIDE = 0.96;
const MOST_ROOM_PX = 110;
// A pixel from the point that pulls a name counts as much as this much less room.
const PULL = 0.08;

/** The outline of a region in the window. */
export class RegionShape {
  /**
   * @param {Point[][]} rings
   * @param {Point} size of the map
   */
  constructor(rings, size) {
    this.edges = rings.flatMap((ring) =>
      ring.map((p, i) => ({ p, q: ring[(i + 1) % ring.length] })),
    );
    const xs = rings.flat().map((p) => p.x);
    const ys = rings.flat().map((p) => p.y);
    const from = { x: Math.max(EDGE, Math.min(...xs)), y: Math.max(EDGE, Math.min(...ys)) };
    const to = {
      x: Math.min(size.x - EDGE, Math.max(...xs)),
      y: Math.min(size.y - EDGE, Math.max(...ys)),
    };
    this.cells = this.cellsOf(from, to);
    const mean = (/** @type {"x" | "y"} */ key) =>
      this.cells.reduce((sum, cell) => sum + cell[key], 0) / this.cells.length;
    this.middle = { x: mean("x"), y: mean("y") };
  }

  /**
   * @param {Point} from
   * @param {Point} to
   * @returns {Point[]}
   */
  cellsOf(from, to) {
    const [w, h] = [to.x - from.x, to.y - from.y];
    const cells = [];
    for (let k = 0; w > 0 && h > 0 && k < TRIED * TRIED; k += 1) {
      const cell = {
        x: from.x + (((k % TRIED) + 0.5) * w) / TRIED,
        y: from.y + ((Math.floor(k / TRIED) + 0.5) * h) / TRIED,
      };
      if (this.holds(cell)) cells.push(cell);
    }
    return cells;
  }

  /**
   * Even-odd: a ray to the right crosses the outline an odd number of times.
   * @param {Point} point
   * @returns {boolean}
   */
  holds({ x, y }) {
    const crossed = this.edges.filter(
      ({ p, q }) => p.y > y !== q.y > y && x < p.x + ((y - p.y) * (q.x - p.x)) / (q.y - p.y),
    );
    return crossed.length % 2 === 1;
  }

  /**
   * Boxes of this size wholly inside, the nearer to the middle the cheaper.
   * @param {number} w
   * @param {number} h
   * @returns {Position[]}
   */
  places(w, h) {
    /** @type {Position[]} */
    const found = this.cells.map(({ x, y }) => ({
      box: { x: x - w / 2, y: y - h / 2, w, h },
      align: "middle",
      cost: Math.hypot(x - this.middle.x, y - this.middle.y) / 100,
    }));
    return found.filter(({ box }) => !this.edges.some((edge) => isOver(edge, box, ROOM)));
  }
}

/**
 * The roomiest free place for a name inside a country or a sea, by the clearance of the cells.
 * @param {WindowMask} view
 * @param {Area} area
 * @param {{w: number, h: number, isFree: (box: Box) => boolean, pull: Point}} wanted
 * @returns {Position | null}
 */
export function areaOption(view, area, { w, h, isFree, pull }) {
  const { columns, ids, step } = view;
  // The best first: most are never looked at.
  for (const key of scoredCells(view, area, { least: h * 0.6, pull })) {
    const index = ((key % ids.length) + ids.length) % ids.length;
    const box = {
      x: ((index % columns) + 0.5) * step - w / 2,
      y: (Math.floor(index / columns) + 0.5) * step - h / 2,
      w,
      h,
    };
    if (view.share(box, area.id) >= LEAST_INSIDE && isFree(box))
      return { box, align: "middle", cost: 0 };
  }
  return null;
}

/**
 * Score and cell in one number, the best first: numbers are sorted many times as fast as by a
 * function.
 * @param {WindowMask} view
 * @param {Area} area
 * @param {{least: number, pull: Point}} wanted
 * @returns {Float64Array}
 */
function scoredCells(view, { id, count, top, low }, { least, pull }) {
  const { clearance, columns, ids, step } = view;
  const keys = new Float64Array(count);
  let found = 0;
  const by = count > MANY_CELLS ? 2 : 1;
  for (let row = top - (top % by); row <= low; row += by) {
    for (let column = 0; column < columns; column += by) {
      const index = row * columns + column;
      if (ids[index] !== id) continue;
      const room = Math.min(clearance[index] * step, MOST_ROOM_PX);
      if (room < least) continue;
      const far = Math.hypot((column + 0.5) * step - pull.x, (row + 0.5) * step - pull.y);
      keys[found] = Math.round(-64 * (room - PULL * far)) * ids.length + index;
      found += 1;
    }
  }
  return keys.subarray(0, found).sort();
}
