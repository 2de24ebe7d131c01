// The basemap as a raster: which country or sea each small cell is; labels ask what lies below them.
//
// Land is filled by even-odd scan lines. The spec says which water is a sea's, and which part of a
// country its name stands on: a name never stands on anything else.

import { northing } from "../core/mercator.js";

/** @import { FlatBasemap } from "../types/map" */
/** @import { CodedBasemap } from "../types/spec" */

const COLUMNS = 360;
const MAX_ROWS = 420;
/** Which country or sea stands where, on a raster of the whole basemap. */
export class LandMask {
  /**
   * @param {CodedBasemap} basemap
   * @param {FlatBasemap} flat
   */
  constructor(basemap, flat) {
    const { west, south, east, north } = basemap.bounds;
    this.west = west;
    this.top = northing(north);
    const height = this.top - northing(south);
    this.cell = Math.max((east - west) / COLUMNS, height / MAX_ROWS);
    this.columns = Math.max(1, Math.ceil((east - west) / this.cell));
    this.rows = Math.max(1, Math.ceil(height / this.cell));
    this.ids = new Int16Array(this.columns * this.rows);
    this.grid = basemap.grid;
    this.lands = basemap.lands.length;
    basemap.lands.forEach(({ main }, index) => {
      const rings = flat.lands[index];
      this.fill(rings.slice(0, main), index + 1);
      this.fill(rings.slice(main), index + 1 + this.lands);
    });
    this.fill(flat.lakes, 0);
    flat.waters.forEach((rings, index) => this.fill(rings, -index - 1, true));
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
   * 0: water without a name or outside, n: main part of country n - 1 (more by the number of
   * countries: another part of it), -n: sea n - 1.
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
   * @param {boolean} [onlyWater] leave out what is land
   */
  fill(rings, id, onlyWater) {
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
        const [first, last] = [row * this.columns + from, row * this.columns + to];
        for (let at = first; at <= last; at += 1)
          if (!onlyWater || !this.ids[at]) this.ids[at] = id;
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
}
