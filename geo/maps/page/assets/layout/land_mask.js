// The basemap as a raster: which country or sea each small cell is; labels ask what lies below them.
//
// Land is filled by even-odd scan lines. Water is shared among the named seas by a flood from each
// name's point over water alone, so that a name never jumps across land to another sea.

import { WATER_REACH_DEG } from "../core/cartography.js";
import { northing } from "../core/mercator.js";

/** @import { FlatBasemap } from "../types/map" */
/** @import { Ground, Water } from "../types/spec" */

const COLUMNS = 360;
const MAX_ROWS = 420;
/** Which country or sea stands where, on a raster of the whole basemap. */
export class LandMask {
  /**
   * @param {Ground} basemap
   * @param {FlatBasemap} flat
   */
  constructor(basemap, flat) {
    const { west, south, east, north } = basemap.box;
    this.west = west;
    this.top = northing(north);
    const height = this.top - northing(south);
    this.cell = Math.max((east - west) / COLUMNS, height / MAX_ROWS);
    this.columns = Math.max(1, Math.ceil((east - west) / this.cell));
    this.rows = Math.max(1, Math.ceil(height / this.cell));
    this.ids = new Int16Array(this.columns * this.rows);
    this.grid = basemap.grid;
    flat.lands.forEach((rings, index) => this.fill(rings, index + 1));
    this.fill(flat.lakes, 0);
    this.flood(basemap.waters);
  }

  /**
   * @param {number} lon
   * @returns {number}
   */
  columnAt(lon) {
    return Math.floor((lon - this.west) / this.cell);
  }

  /**
   * @param {number} lat
   * @returns {number}
   */
  rowAt(lat) {
    return Math.floor((this.top - northing(lat)) / this.cell);
  }

  /**
   * 0: water without a name or outside, n: country n - 1, -n: sea n - 1.
   * @param {number} row
   * @param {number} column
   * @returns {number}
   */
  at(row, column) {
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return 0;
    return this.ids[row * this.columns + column];
  }

  /**
   * @param {number[][]} rings
   * @param {number} id
   */
  fill(rings, id) {
    /** @type {number[][]} */
    const crossings = Array.from({ length: this.rows }, () => []);
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        this.cross(crossings, ring, j, i);
    }
    crossings.forEach((xs, row) => {
      xs.sort((a, b) => a - b);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const from = Math.max(0, Math.ceil(xs[k] - 0.5));
        const to = Math.min(this.columns - 1, Math.floor(xs[k + 1] - 0.5));
        if (from <= to) this.ids.fill(id, row * this.columns + from, row * this.columns + to + 1);
      }
    });
  }

  /**
   * Where the edge from one point of a ring to another crosses the middles of rows.
   * @param {number[][]} crossings
   * @param {number[]} ring
   * @param {number} from
   * @param {number} to
   */
  cross(crossings, ring, from, to) {
    const scale = this.grid.step / this.cell;
    const y1 = this.top / this.cell - ring[from + 1] * scale;
    const y2 = this.top / this.cell - ring[to + 1] * scale;
    if (y1 === y2) return;
    const x1 = (this.grid.lon_0 - this.west) / this.cell + ring[from] * scale;
    const slope = ((ring[to] - ring[from]) * scale) / (y2 - y1);
    const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
    const last = Math.min(this.rows - 1, Math.ceil(Math.max(y1, y2) - 0.5) - 1);
    for (let row = first; row <= last; row += 1) crossings[row].push(x1 + (row + 0.5 - y1) * slope);
  }

  /**
   * The smallest waters first, each within its reach; larger ones pass through them to the open sea.
   * @param {Water[]} waters
   */
  flood(waters) {
    const ranks = [...new Set(waters.map((water) => Math.max(1, water.rank)))].sort(
      (a, b) => b - a,
    );
    for (const rank of ranks) {
      const reach = (WATER_REACH_DEG[rank] || Infinity) / this.cell;
      const owner = new Int16Array(this.ids.length);
      /** @type {number[]} */
      const queue = [];
      waters.forEach((water, index) => {
        const seed =
          Math.max(1, water.rank) === rank ? this.nearestWater(water.lat, water.lon) : null;
        if (seed === null || owner[seed]) return;
        owner[seed] = index + 1;
        queue.push(seed);
      });
      this.spread(queue, owner, reach);
    }
  }

  /**
   * Step by step from the cells of the queue, over water that no other name has reached.
   * @param {number[]} seeds
   * @param {Int16Array} owner
   * @param {number} reach
   */
  spread(seeds, owner, reach) {
    const { ids, columns } = this;
    const steps = new Uint16Array(ids.length);
    const queue = new Int32Array(ids.length);
    queue.set(seeds);
    const directions = [-1, 1, -columns, columns];
    let last = seeds.length;
    for (let head = 0; head < last; head += 1) {
      const here = queue[head];
      if (ids[here] === 0) ids[here] = -owner[here];
      if (steps[here] >= reach) continue;
      for (const direction of directions) {
        const next = here + direction;
        if (!this.isNextTo(here, direction) || ids[next] > 0 || owner[next]) continue;
        owner[next] = owner[here];
        steps[next] = steps[here] + 1;
        queue[last] = next;
        last += 1;
      }
    }
  }

  /**
   * Whether there is a cell in a direction, in the same row where it is to a side.
   * @param {number} here
   * @param {number} direction
   * @returns {boolean}
   */
  isNextTo(here, direction) {
    if (direction === -1) return here % this.columns > 0;
    if (direction === 1) return (here % this.columns) + 1 < this.columns;
    const next = here + direction;
    return next >= 0 && next < this.ids.length;
  }

  /**
   * The cell of water nearest to a point, or null.
   * @param {number} lat
   * @param {number} lon
   * @returns {number | null}
   */
  nearestWater(lat, lon) {
    const column = Math.round((lon - this.west) / this.cell);
    const row = Math.round((this.top - northing(lat)) / this.cell);
    let best = null;
    let nearest = 100;
    for (let dy = -9; dy <= 9; dy += 1) {
      for (let dx = -9; dx <= 9; dx += 1) {
        const x = column + dx;
        const y = row + dy;
        const inside = x >= 0 && y >= 0 && x < this.columns && y < this.rows;
        const distance = dx * dx + dy * dy;
        if (!inside || distance >= nearest || this.ids[y * this.columns + x] > 0) continue;
        nearest = distance;
        best = y * this.columns + x;
      }
    }
    return best;
  }
}
