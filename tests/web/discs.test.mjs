// Where the disc of a measured line stands.

import assert from "node:assert/strict";
import { test } from "node:test";

import { discSpot } from "../../geo/maps/page/assets/layout/route_labels.js";

const LINE = [
  { x: 100, y: 100 },
  { x: 110, y: 100 },
];

/**
 * A layout in which all within so many pixels of the line's middle is taken by names.
 * @param {number} reach
 */
const crowded = (reach) => ({
  isTaken: ({ x, y, w, h }) =>
    Math.hypot(x + w / 2 - 105, y + h / 2 - 100) < reach,
});

test("a disc stands off its line rather than upon a name", () => {
  const spot = discSpot(crowded(40), LINE);
  const far = Math.hypot(spot.x - 105, spot.y - 100);
  assert.ok(far >= 40 && far < 60, `it is ${far} pixels away`);
});

test("a disc with room stands beside its short line", () => {
  const { x, y } = discSpot(crowded(0), LINE);
  assert.deepEqual([x, y], [105, 118]);
});

test("where all is taken a disc stays at its line", () => {
  const { x, y } = discSpot(crowded(1000), LINE);
  assert.deepEqual([x, y], [105, 118]);
});
