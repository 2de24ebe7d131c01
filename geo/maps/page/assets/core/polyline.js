// Decodes the lines and numbers of a spec; geo/maps/spec/polyline.py describes the coding.

import { northing } from "./mercator.js";

/** @import { LatLon } from "../types/map" */
/** @import { Grid } from "../types/spec" */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
Array.from(LETTERS).forEach((letter, value) => {
  VALUES[letter.charCodeAt(0)] = value;
});

/**
 * The whole numbers of a line on the grid, x and y in turn.
 * @param {string} text
 * @returns {number[]}
 */
export function gridPoints(text) {
  const steps = [];
  let x = 0;
  let y = 0;
  let value = 0;
  let shift = 0;
  let isX = true;
  for (let i = 0; i < text.length; i += 1) {
    const digit = VALUES[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    const step = (value >> 1) ^ -(value & 1);
    if (isX) x += step;
    else steps.push(x, (y += step));
    isX = !isX;
    value = 0;
    shift = 0;
  }
  return steps;
}

/**
 * A column of whole numbers, each coded for itself.
 * @param {string} text
 * @param {number} total how many there are
 * @returns {Int32Array}
 */
export function decodeNumbers(text, total) {
  const out = new Int32Array(total);
  let at = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length && at < total; i += 1) {
    const digit = VALUES[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    out[at] = (value >>> 1) ^ -(value & 1);
    at += 1;
    value = 0;
    shift = 0;
  }
  return out;
}

/**
 * A line in degrees.
 * @param {string} text
 * @param {Grid} grid
 * @returns {LatLon[]}
 */
export function decodeLine(text, grid) {
  const steps = gridPoints(text);
  /** @type {LatLon[]} */
  const points = [];
  for (let i = 0; i < steps.length; i += 2)
    points.push([grid.lat_0 + grid.step * steps[i + 1], grid.lon_0 + grid.step * steps[i]]);
  return points;
}

/**
 * The same on a Mercator map: x and northing in turn, in steps of the grid from its west and the
 * equator.
 * @param {string} text
 * @param {Grid} grid
 * @returns {number[]}
 */
export function decodeFlat(text, grid) {
  const flat = gridPoints(text);
  for (let i = 1; i < flat.length; i += 2)
    flat[i] = northing(grid.lat_0 + grid.step * flat[i]) / grid.step;
  return flat;
}

/**
 * @param {string[]} texts
 * @param {Grid} grid
 * @returns {LatLon[][]}
 */
export function decodeLines(texts, grid) {
  return texts.map((text) => decodeLine(text, grid));
}
