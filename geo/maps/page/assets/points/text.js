// What is said of a point: its count, its note, and what dots and colours stand for.

import { DOT } from "../core/cartography.js";
import { el, svgEl } from "../core/dom.js";
import { grouped } from "../core/format.js";
import { shapePath } from "./canvas.js";
import { OTHER, TONES } from "./data.js";

/** @import { PointMark } from "../types/map" */
/** @import { PointsData } from "./data.js" */

const SAMPLE_RADIUS = 4;

/**
 * A point's count with what is counted; "" where all are alike and nothing is said of it.
 * @param {PointsData} data
 * @param {number} point
 * @returns {string}
 */
export function countText(data, point) {
  if (data.most === data.least && !data.word) return "";
  const figure = figureOf(data.counts[point]);
  return data.word ? `${figure} ${data.word}` : figure;
}

/**
 * The count alone, for a list; "" where all are alike.
 * @param {PointsData} data
 * @param {number} point
 * @returns {string}
 */
export function bareCount(data, point) {
  return data.most === data.least ? "" : figureOf(data.counts[point]);
}

/**
 * @param {number} count
 * @returns {string}
 */
function figureOf(count) {
  return Number.isInteger(count) ? grouped(count) : String(Math.round(count * 100) / 100);
}

/**
 * @param {number} number
 * @param {string} name of the largest
 * @returns {string}
 */
export function clusterText(number, name) {
  return `${grouped(number)} places near ${name}`;
}

/**
 * @param {PointsData} data
 * @param {PointMark} mark
 * @returns {string}
 */
export function markText(data, { place, cluster }) {
  const name = data.names.at(place);
  if (cluster) return clusterText(cluster.n, name);
  return [name, countText(data, place)].filter(Boolean).join(", ");
}

/**
 * @param {PointsData} data
 * @param {number} point
 * @returns {HTMLElement}
 */
export function pointNote(data, point) {
  const node = el("div", "dl-pop-body");
  node.append(el("strong", "dl-pop-name", data.names.at(point)));
  const parts = [countText(data, point), data.categories?.at(point)];
  const second = parts.filter(Boolean).join(" · ");
  if (second) node.append(el("div", "dl-pop-second", second));
  const note = data.notes?.at(point);
  if (note) node.append(el("div", "dl-pop-small", note));
  return node;
}

/**
 * What sizes, shapes and colours stand for; null where all points are alike.
 * @param {PointsData} data
 * @returns {HTMLElement | null}
 */
export function legendNode(data) {
  const rows = [...sizeRows(data), ...categoryRows(data)];
  if (!rows.length) return null;
  const legend = el("ul", "dl-points-key");
  legend.append(...rows);
  return legend;
}

/**
 * @param {PointsData} data
 * @returns {HTMLElement[]}
 */
function sizeRows({ steps, word, kindNames }) {
  if (steps.length < 2) return [];
  const kind = kindNames.length ? OTHER : 0;
  return steps.map((step, k) => {
    const figure = `${grouped(step)}+`;
    const text = k || !word ? figure : `${figure} ${word}`;
    return legendRow(kind, (DOT.least + DOT.step * k) / 2, text);
  });
}

/**
 * @param {PointsData} data
 * @returns {HTMLElement[]}
 */
function categoryRows({ kindNames, hasOther }) {
  const rows = kindNames.map((name, kind) => legendRow(kind, SAMPLE_RADIUS, name));
  return rows.length && hasOther ? [...rows, legendRow(OTHER, SAMPLE_RADIUS, "other")] : rows;
}

/**
 * @param {number} kind
 * @param {number} r
 * @param {string} text
 * @returns {HTMLElement}
 */
function legendRow(kind, r, text) {
  const item = el("li");
  const sample = svgEl("svg", {
    width: 18,
    height: 18,
    viewBox: "-9 -9 18 18",
    "aria-hidden": "true",
  });
  const className = `dl-points-mark dl-tone-${TONES[kind]}`;
  sample.append(svgEl("path", { d: shapePath(kind, r), class: className }));
  item.append(sample, el("span", "", text));
  return item;
}
