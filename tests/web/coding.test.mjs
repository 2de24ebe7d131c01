// Lines, numbers and curves as Python writes them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { smoothLine } from "../../geo/maps/page/assets/core/curve.js";
import {
  latitudeOf,
  northing,
} from "../../geo/maps/page/assets/core/mercator.js";
import {
  decodeFlat,
  decodeLine,
  decodeLines,
  decodeNumbers,
  gridPoints,
} from "../../geo/maps/page/assets/core/polyline.js";
import { chance } from "./chance.mjs";

const GRID = { lon_0: -180, lat_0: -90, step: 0.01 };

/** Whether two numbers are the same but for rounding. */
function near(a, b, tolerance = 1e-9) {
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`);
}

test("a known line is decoded, the same as tests/maps/test_coding.py encodes", () => {
  assert.deepEqual(gridPoints("gljBwyRCB"), [18000, 9000, 18001, 8999]);
  const [[lat, lon], [lat2, lon2]] = decodeLine("gljBwyRCB", GRID);
  [lat, lon].forEach((value) => near(value, 0));
  near(lat2, -0.01);
  near(lon2, 0.01);
});

test("differences of every size and sign come back, and longitudes beyond 180°", () => {
  // From Python: (125.75, 39.03), (130.64, 42.42), (181.5, -3.25).
  const [line] = decodeLines(["-27BumZyemV89Jt9I"], GRID);
  const wanted = [
    [39.03, 125.75],
    [42.42, 130.64],
    [-3.25, 181.5],
  ];
  assert.equal(line.length, 3);
  line.forEach(([lat, lon], i) => {
    near(lat, wanted[i][0]);
    near(lon, wanted[i][1]);
  });
});

test("numbers are decoded to the largest there are, and no further than asked", () => {
  // From Python: 0, 5, -3, 1000000, 1073741824, -1073741824.
  const coded = "AKFgkh9BggggggC______B";
  assert.deepEqual(
    [...decodeNumbers(coded, 6)],
    [0, 5, -3, 1000000, 1073741824, -1073741824],
  );
  assert.deepEqual([...decodeNumbers(coded, 2)], [0, 5]);
  assert.deepEqual([...decodeNumbers("", 2)], [0, 0]);
});

test("on the flat map a line keeps its x and has the northing of its latitude", () => {
  const [x, y] = decodeFlat("gljBwyRCB", { ...GRID, lat_0: -50 });
  assert.equal(x, 18000);
  near(y, northing(40) / GRID.step, 1e-6);
});

test("northing and latitude undo each other; the map is square at 85.05°", () => {
  const lot = chance(3);
  for (let i = 0; i < 200; i += 1) {
    const lat = 170 * lot() - 85;
    near(latitudeOf(northing(lat)), lat);
  }
  near(northing(85.0511287798), 180, 1e-6);
  near(northing(0), 0);
});

test("a curve passes through all its stations in turn, and stays near its chords", () => {
  const stations = [
    [39, 125],
    [41, 129],
    [42, 130],
    [43, 132],
  ];
  const curve = smoothLine(stations);
  assert.equal(curve.length, 16);
  stations.forEach(([lat, lon], i) => {
    near(curve[5 * i][0], lat);
    near(curve[5 * i][1], lon);
  });
  for (const [lat, lon] of curve)
    assert.ok(lat > 38.9 && lat < 43.1 && lon > 124.9 && lon < 132.1);
});

test("a straight line stays straight when it is smoothed, and two points stay two", () => {
  const straight = [
    [0, 0],
    [0, 1],
    [0, 3],
  ];
  for (const [lat] of smoothLine(straight)) near(lat, 0);
  assert.deepEqual(smoothLine(straight.slice(0, 2)), straight.slice(0, 2));
});

test("two stations on one spot tear no hole", () => {
  const curve = smoothLine([
    [10, 10],
    [10, 10],
    [11, 12],
  ]);
  assert.ok(curve.flat().every(Number.isFinite));
});
