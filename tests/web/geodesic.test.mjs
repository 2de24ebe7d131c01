// Distances, against GeographicLib (by pyproj), and how they are said.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bothUnits,
  folded,
  grouped,
  halves,
  languageOf,
} from "../../geo/maps/page/assets/core/format.js";
import {
  circlePoints,
  geodesicLength,
} from "../../geo/maps/page/assets/core/geodesic.js";
import { scaleFor } from "../../geo/maps/page/assets/layout/scale_bar.js";
import { chance } from "./chance.mjs";

const KNOWN = [
  { from: [39.0339, 125.7543], to: [43.1155, 131.8855], metres: 685921.1682 },
  { from: [0, 0], to: [0, 1], metres: 111319.4908 },
  { from: [-17.7, 178], to: [-18.1, -178.9], metres: 331455.2798 },
  { from: [51.4769, -0.0005], to: [-33.8688, 151.2093], metres: 16983274.8247 },
  { from: [89.9, 10], to: [-89.9, 10], metres: 19981592.6629 },
];

test("lengths are GeographicLib's to the millimetre", () => {
  for (const { from, to, metres } of KNOWN) {
    assert.ok(
      Math.abs(geodesicLength(from, to) - metres) < 1e-3,
      `${from} to ${to}`,
    );
  }
});

test("a length is the same there and back, and for longitudes a turn farther", () => {
  const lot = chance(11);
  for (let i = 0; i < 200; i += 1) {
    const from = [170 * lot() - 85, 360 * lot() - 180];
    const to = [170 * lot() - 85, 360 * lot() - 180];
    const length = geodesicLength(from, to);
    if (length === null) continue;
    assert.ok(Math.abs(geodesicLength(to, from) - length) < 1e-3);
    assert.ok(
      Math.abs(geodesicLength(from, [to[0], to[1] + 360]) - length) < 1e-3,
    );
    assert.ok(length > 0 && length < 20_004_000);
  }
});

test("one point is nowhere from itself; of nearly opposite ones no length is told", () => {
  assert.equal(geodesicLength([10, 20], [10, 20]), 0);
  assert.equal(geodesicLength([0, 0], [0.5, 179.7]), null);
});

test("a drawn circle starts and ends where it should, in small steps, across the date line", () => {
  const points = circlePoints([50, 170], [50, -165]);
  assert.deepEqual(points[0], [50, 170]);
  assert.deepEqual(points.at(-1), [50, -165]);
  assert.ok(points.length > 5);
  const along = points.slice(0, -1);
  along
    .slice(1)
    .forEach(([, lon], i) =>
      assert.ok(lon > along[i][1] && lon - along[i][1] < 3),
    );
  // Farther north than the chord: a great circle bends to the pole.
  assert.ok(Math.max(...points.map(([lat]) => lat)) > 50.3);
});

test("opposite points have no circle of their own", () => {
  assert.equal(circlePoints([0, 0], [0, 180]).length, 2);
  assert.equal(circlePoints([7, 7], [7, 7]).length, 2);
});

test("a length is said in kilometres and in miles of 1,609.344 m", () => {
  assert.equal(bothUnits(685921), "686 km · 426 mi");
  assert.equal(bothUnits(1609.344), "1.6 km · 1.0 mi");
  assert.equal(bothUnits(16_093_440), "16,093 km · 10,000 mi");
  assert.equal(bothUnits(9_960), "10.0 km · 6.2 mi");
});

test("the scale bar is the roundest that fits, in both units", () => {
  const { km, mi, w } = scaleFor(1, 110);
  assert.deepEqual(km, { value: 100, px: 100 });
  assert.deepEqual(mi, { value: 50, px: 80 });
  assert.equal(w, 152);
  assert.deepEqual(scaleFor(0.5, 110).km, { value: 50, px: 100 });
  assert.equal(scaleFor(90, 110).km.value, 5000);
});

test("where not even the smallest step fits, it is shown all the same", () => {
  assert.deepEqual(scaleFor(0.001, 110).km, { value: 1, px: 1000 });
});

test("thousands are set apart", () => {
  assert.deepEqual([0, 999, 1000, 1234567.4, 99999.5].map(grouped), [
    "0",
    "999",
    "1,000",
    "1,234,567",
    "100,000",
  ]);
});

test("a name is broken at the space nearest to its middle, or not at all", () => {
  assert.deepEqual(halves("Sea of Japan"), ["Sea of", "Japan"]);
  assert.deepEqual(halves("United Arab Emirates"), ["United Arab", "Emirates"]);
  assert.equal(halves("Vladivostok"), null);
});

test("case and accents do not count in a search, other letters do", () => {
  assert.equal(folded("TROMSØ"), "tromsø");
  assert.equal(folded("Łódź"), "łodz");
  assert.equal(folded("São Tomé"), "sao tome");
});

test("a language that no browser knows is taken for English", () => {
  assert.equal(languageOf({ language: "pt-br" }), "pt-BR");
  assert.equal(languageOf({ language: "not a language" }), "en");
});
