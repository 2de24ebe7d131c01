// The height of a map by its width: the story's own shape within 4:3 and 16:9, on phones up to 4:5.

import { northing } from "../core/mercator.js";

/** @import { Bounds } from "../types/spec" */

// As in the style sheet, pixels.
const LEAST_HEIGHT = 200;
const WIDE_PX = 560;
// What of the window is not the map's: the title, the result, the credits.
const ABOVE_AND_BELOW_PX = 188;
const WIDE = { least: 4 / 3, most: 16 / 9 };
const NARROW = { least: 4 / 5, most: 4 / 3 };

/**
 * @param {Bounds} frame what must be in view
 * @param {number} width pixels
 * @param {number} window height of the window, pixels
 * @returns {number} pixels
 */
export function heightFor(frame, width, window) {
  const isWide = width >= WIDE_PX;
  const { least, most } = isWide ? WIDE : NARROW;
  const height = width / Math.min(most, Math.max(least, shapeOf(frame)));
  const shown = isWide
    ? Math.max(width / most, Math.min(height, window - ABOVE_AND_BELOW_PX))
    : height;
  return atLeast(shown);
}

/**
 * @param {number} height pixels
 * @returns {number} whole pixels
 */
export function atLeast(height) {
  return Math.max(LEAST_HEIGHT, Math.round(height));
}

/**
 * Width by height on the map.
 * @param {Bounds} frame
 * @returns {number}
 */
function shapeOf({ west, south, east, north }) {
  return (east - west) / Math.max(0.01, northing(north) - northing(south));
}
