// The window as the reader sees it: which country or sea each few pixels are.

/** @import { Box } from "../types/map" */
/** @import { Camera } from "../core/camera.js" */
/** @import { LandMask } from "./land_mask.js" */

const FAR = 1e6;
const DIAGONAL = 1.4;

/** One id (see `LandMask.at`) for each few pixels of the window. */
export class WindowMask {
  /**
   * @param {Camera} camera
   * @param {LandMask} landMask
   * @param {number} step pixels a cell
   */
  constructor(camera, landMask, step) {
    const { size } = camera;
    this.step = step;
    this.columns = Math.ceil(size.x / step);
    this.rows = Math.ceil(size.y / step);
    this.ids = new Int16Array(this.columns * this.rows);
    const rows = Array.from({ length: this.rows }, (_, r) =>
      landMask.rowAt(camera.earth(0, (r + 0.5) * step).lat),
    );
    const columns = Array.from({ length: this.columns }, (_, c) =>
      landMask.columnAt(camera.earth((c + 0.5) * step, 0).lng),
    );
    for (let r = 0; r < this.rows; r += 1) {
      for (let c = 0; c < this.columns; c += 1)
        this.ids[r * this.columns + c] = landMask.at(rows[r], columns[c]);
    }
    /** @type {Float32Array | null} */
    this.far = null;
    /** @type {Int32Array | null} */
    this.sums = null;
  }

  /**
   * Distance of each cell to the nearest different one or the edge, in cells: chamfer, two sweeps
   * (Borgefors, "Distance transformations in digital images", 1986).
   * @returns {Float32Array}
   */
  get clearance() {
    if (this.far) return this.far;
    const { columns, rows, ids } = this;
    const far = new Float32Array(ids.length).fill(1);
    for (let r = 1; r < rows - 1; r += 1)
      far.fill(FAR, r * columns + 1, Math.max(r * columns + 1, (r + 1) * columns - 1));
    this.sweep(far, 1);
    this.sweep(far, -1);
    this.far = far;
    return far;
  }

  /**
   * @param {Float32Array} far
   * @param {1 | -1} direction
   */
  sweep(far, direction) {
    const { columns, ids } = this;
    const offsets = [-1, -columns, -columns - 1, -columns + 1];
    const lengths = [1, 1, DIAGONAL, DIAGONAL];
    for (let k = 1; k < ids.length - 1; k += 1) {
      const here = direction > 0 ? k : ids.length - 1 - k;
      if (far[here] <= 1) continue;
      let best = far[here];
      for (let i = 0; i < 4; i += 1) {
        const there = here + offsets[i] * direction;
        const cost = ids[there] === ids[here] ? far[there] + lengths[i] : 1;
        if (cost < best) best = cost;
      }
      far[here] = best;
    }
  }

  /**
   * Share of a box that is water (null) or one country or sea. For water, which is asked for again
   * and again, four look-ups in a table of sums (Crow, "Summed-area tables for texture mapping",
   * SIGGRAPH 1984); for another it would cost more than it saves.
   * @param {Box} box
   * @param {number | null} id
   * @returns {number}
   */
  share(box, id) {
    const left = within(Math.floor((box.x + 2) / this.step), this.columns - 1);
    const top = within(Math.floor((box.y + 2) / this.step), this.rows - 1);
    const right = within(Math.ceil((box.x + box.w) / this.step), this.columns);
    const low = within(Math.ceil((box.y + box.h) / this.step), this.rows);
    const all = Math.max(1, right - left) * Math.max(1, low - top);
    const [c, r] = [Math.max(right, left + 1), Math.max(low, top + 1)];
    if (id !== null) return this.count({ left, top, right: c, low: r }, id) / all;
    const wide = this.columns + 1;
    const table = this.water;
    const [above, below] = [top * wide, r * wide];
    return (table[below + c] - table[above + c] - table[below + left] + table[above + left]) / all;
  }

  /**
   * @param {{left: number, top: number, right: number, low: number}} cells
   * @param {number} id
   * @returns {number}
   */
  count({ left, top, right, low }, id) {
    const { columns, ids } = this;
    let found = 0;
    for (let row = top; row < low; row += 1) {
      for (let k = row * columns + left; k < row * columns + right; k += 1)
        if (ids[k] === id) found += 1;
    }
    return found;
  }

  /**
   * For each cell the number of cells with water above and to the left of it.
   * @returns {Int32Array}
   */
  get water() {
    if (this.sums) return this.sums;
    const { columns, rows, ids } = this;
    const wide = columns + 1;
    const table = new Int32Array(wide * (rows + 1));
    for (let r = 0; r < rows; r += 1) {
      let row = 0;
      for (let c = 0; c < columns; c += 1) {
        if (ids[r * columns + c] <= 0) row += 1;
        table[(r + 1) * wide + c + 1] = table[r * wide + c + 1] + row;
      }
    }
    this.sums = table;
    return table;
  }
}

/**
 * @param {number} value
 * @param {number} most
 * @returns {number}
 */
function within(value, most) {
  return Math.min(most, Math.max(0, value));
}
