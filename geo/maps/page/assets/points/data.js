// The columns of many points, decoded: positions, counts, names, categories. Nothing here knows the
// page. geo/maps/spec/points.py says how the columns are coded.

import { CATEGORY_TONES, DOT } from "../core/cartography.js";
import { folded } from "../core/format.js";
import { latitudeOf, northing } from "../core/mercator.js";
import { decodeNumbers, gridPoints } from "../core/polyline.js";
import { ClusterIndex } from "./clusters.js";

/** @import { LatLon } from "../types/map" */
/** @import { Bounds, PointColumns, TextColumn } from "../types/spec" */
/** @import { ClusterLevel } from "./clusters.js" */

/** The colours of categories, the most frequent first; the last is for all others. */
export const TONES = [...CATEGORY_TONES, "none"];
export const OTHER = TONES.length - 1;

/** A column of texts. */
class Texts {
  /**
   * @param {TextColumn} coded
   * @param {number} total
   */
  constructor(coded, total) {
    this.different = coded.different.split("\n");
    this.rows = coded.rows ? decodeNumbers(coded.rows, total) : null;
  }

  /**
   * @param {number} index of the point
   * @returns {string}
   */
  at(index) {
    return this.different[this.rowOf(index)] || "";
  }

  /**
   * @param {number} index of the point
   * @returns {number} of its text among the different ones
   */
  rowOf(index) {
    return this.rows ? this.rows[index] : index;
  }
}

/**
 * Round figures that part counts into a few steps; the same as the legend of the fallback has.
 * @param {number} least
 * @param {number} most
 * @returns {number[]}
 */
export function stepsOf(least, most) {
  const low = Math.max(least, 1);
  const high = Math.max(most, 1);
  const first = 10 ** Math.floor(Math.log10(low) + 1e-12);
  const decades = Math.log10(high / first);
  const found = [];
  if (decades < 3) {
    for (let power = 0; power < 4; power += 1)
      found.push(first * 10 ** power, 3 * first * 10 ** power);
  } else {
    const stride = Math.ceil((decades + 1e-9) / DOT.most_steps);
    for (let k = 0; k < DOT.most_steps; k += 1) found.push(first * 10 ** (stride * k));
  }
  const kept = found.filter((step) => step <= high).slice(0, DOT.most_steps);
  return kept.length ? kept : [first];
}

/** Many points as typed arrays; x and y are shares of the width of the world's Mercator map. */
export class PointsData {
  /**
   * @param {PointColumns} columns
   * @param {Bounds} box the basemap's: what lies beyond its edge, at the poles, stands on the edge
   */
  constructor(columns, box) {
    const { total } = columns;
    this.total = total;
    this.word = columns.count_word;
    this.xs = new Float64Array(total);
    this.ys = new Float64Array(total);
    this.setPositions(columns, box);
    this.counts = countsOf(columns);
    this.names = new Texts(columns.names, total);
    this.notes = columns.notes ? new Texts(columns.notes, total) : null;
    /** The largest first. */
    this.order = Uint32Array.from({ length: total }, (_, i) => i).sort(
      (a, b) => this.counts[b] - this.counts[a] || a - b,
    );
    this.rank = new Uint32Array(total);
    this.order.forEach((point, rank) => {
      this.rank[point] = rank;
    });
    this.most = this.counts[this.order[0]];
    this.least = this.counts[this.order[total - 1]];
    this.steps = stepsOf(this.least, this.most);
    this.levels = this.counts.map((count) =>
      Math.max(
        0,
        this.steps.findLastIndex((step) => step <= count),
      ),
    );
    this.categories = columns.categories ? new Texts(columns.categories, total) : null;
    this.kinds = new Uint8Array(total);
    /** @type {string[]} */
    this.kindNames = [];
    this.hasOther = false;
    if (this.categories) this.sortByCategory(this.categories);
    this.index = new ClusterIndex(this);
    /** @type {string[] | null} */
    this.foldedNames = null;
  }

  /**
   * @param {PointColumns} columns
   * @param {Bounds} box
   */
  setPositions({ grid, points: coded, total }, box) {
    const points = gridPoints(coded);
    for (let k = 0; k < total; k += 1) {
      const lat = grid.lat_0 + grid.step * points[2 * k + 1];
      this.xs[k] = (grid.lon_0 + grid.step * points[2 * k] + 180) / 360;
      this.ys[k] = (180 - northing(Math.min(box.north, Math.max(box.south, lat)))) / 360;
    }
  }

  /**
   * Categories get colours by how frequent they are; what is left over shares the last one.
   * @param {Texts} categories
   */
  sortByCategory(categories) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (let i = 0; i < this.total; i += 1) {
      const name = categories.at(i);
      found.set(name, (found.get(name) || 0) + 1);
    }
    const sorted = [...found].filter(([name]) => name);
    sorted.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    this.kindNames = sorted.slice(0, OTHER).map(([name]) => name);
    const kindOf = new Map(this.kindNames.map((name, kind) => [name, kind]));
    for (let i = 0; i < this.total; i += 1) this.kinds[i] = kindOf.get(categories.at(i)) ?? OTHER;
    this.hasOther = this.kinds.includes(OTHER);
  }

  /**
   * @param {number} index
   * @returns {LatLon}
   */
  latLon(index) {
    return [latitudeOf(180 - 360 * this.ys[index]), 360 * this.xs[index] - 180];
  }

  /**
   * What stands for the points at a whole zoom; null where each stands for itself.
   * @param {number} zoom
   * @returns {ClusterLevel | null}
   */
  clusters(zoom) {
    return this.index.at(zoom);
  }

  /**
   * Points whose name holds some words, the largest first.
   * @param {string} words
   * @returns {Generator<number>}
   */
  *named(words) {
    const wanted = folded(words);
    this.foldedNames ??= folded(this.names.different.join("\n")).split("\n");
    for (const index of this.order)
      if (this.foldedNames[this.names.rowOf(index)].includes(wanted)) yield index;
  }
}

/**
 * @param {PointColumns} columns
 * @returns {Float64Array}
 */
function countsOf({ counts, count_step: step, total }) {
  if (!counts) return new Float64Array(total).fill(1);
  return Float64Array.from(decodeNumbers(counts, total), (count) => count * step);
}
