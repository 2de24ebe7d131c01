// Lines and boxes in the plane.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxesMeet,
  chordAt,
  grown,
  isOver,
  lengthOf,
  lineMeetsBox,
  linesMeet,
  pointAlong,
  squareAt,
  thinned,
} from "../../geo/maps/page/assets/core/geometry.js";
import { RegionShape } from "../../geo/maps/page/assets/layout/area_candidates.js";
import { Globe } from "../../geo/maps/page/assets/layout/globe.js";
import { arrowPlaces } from "../../geo/maps/page/assets/map/route_marks.js";
import { heightFor } from "../../geo/maps/page/assets/map/shape.js";
import { chance } from "./chance.mjs";

const BOX = { x: 10, y: 10, w: 20, h: 10 };
const line = (...numbers) =>
  numbers.flatMap((x, i) => (i % 2 ? [] : [{ x, y: numbers[i + 1] }]));

test("boxes meet where they overlap or come nearer than the gap", () => {
  assert.ok(boxesMeet(BOX, { x: 29, y: 19, w: 5, h: 5 }, 0));
  assert.ok(!boxesMeet(BOX, { x: 31, y: 10, w: 5, h: 5 }, 0));
  assert.ok(boxesMeet(BOX, { x: 31, y: 10, w: 5, h: 5 }, 2));
  assert.ok(!boxesMeet(BOX, { x: 10, y: 22, w: 5, h: 5 }, 2));
  assert.ok(boxesMeet(BOX, { x: 5, y: 5, w: 50, h: 50 }, 0));
});

test("a line meets a box as sampling finds, whatever its direction", () => {
  const lot = chance(5);
  for (let i = 0; i < 500; i += 1) {
    const [p, q] = [0, 1].map(() => ({ x: 40 * lot(), y: 30 * lot() }));
    const inside = Array.from({ length: 2001 }, (_, k) => k / 2000).some(
      (t) => {
        const [x, y] = [p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)];
        return x > 10.01 && x < 29.99 && y > 10.01 && y < 19.99;
      },
    );
    if (inside) assert.ok(lineMeetsBox(p, q, BOX));
    assert.equal(lineMeetsBox(p, q, BOX), lineMeetsBox(q, p, BOX));
  }
  assert.ok(!lineMeetsBox({ x: 0, y: 9 }, { x: 40, y: 9 }, BOX));
  assert.ok(lineMeetsBox({ x: 0, y: 15 }, { x: 40, y: 15 }, BOX));
  assert.ok(!lineMeetsBox({ x: 0, y: 0 }, { x: 5, y: 40 }, BOX));
});

test("a line is over a box that it comes near to", () => {
  const piece = { p: { x: 0, y: 6 }, q: { x: 40, y: 6 } };
  assert.ok(isOver(piece, BOX, 5));
  assert.ok(!isOver(piece, BOX, 3));
  assert.deepEqual(grown(BOX, 2), { x: 8, y: 8, w: 24, h: 14 });
  assert.deepEqual(squareAt({ x: 3, y: 4 }, 2), { x: 1, y: 2, w: 4, h: 4 });
});

test("lines cross, or only touch", () => {
  const at = (x, y) => ({ x, y });
  assert.ok(linesMeet(at(0, 0), at(2, 2), at(0, 2), at(2, 0)));
  assert.ok(!linesMeet(at(0, 0), at(2, 2), at(3, 0), at(5, 9)));
  assert.ok(!linesMeet(at(0, 0), at(2, 2), at(2, 2), at(4, 0)));
});

test("a thinned line keeps its ends and no point nearer to the one before", () => {
  const points = Array.from({ length: 100 }, (_, i) => ({ x: i, y: 0 }));
  const kept = thinned(points, 7);
  assert.deepEqual(kept[0], points[0]);
  assert.deepEqual(kept.at(-1), points.at(-1));
  assert.equal(kept.length, 16);
});

test("a point along a line, its direction, and what lies beyond the end", () => {
  const points = line(0, 0, 3, 4, 3, 14);
  assert.equal(lengthOf(points), 15);
  assert.deepEqual(pointAlong(points, 10), { x: 3, y: 9, dx: 0, dy: 1 });
  assert.deepEqual(pointAlong(points, 2.5), { x: 1.5, y: 2, dx: 0.6, dy: 0.8 });
  assert.deepEqual(pointAlong(points, 99), { x: 3, y: 14, dx: 0, dy: 1 });
  assert.deepEqual(pointAlong(line(5, 6), 3), { x: 5, y: 6, dx: 1, dy: 0 });
});

test("a chord says how straight the line is around a point", () => {
  assert.equal(chordAt(line(0, 0, 100, 0), 50, 10).straight, 1);
  const bent = chordAt(line(0, 0, 50, 0, 50, 50), 50, 10);
  assert.ok(Math.abs(bent.straight - Math.SQRT1_2) < 1e-9);
});

test("arrows stand every third of a long route, in the middle of a short one, off its bends", () => {
  assert.deepEqual(arrowPlaces(line(0, 0, 60, 0)), []);
  assert.deepEqual(arrowPlaces(line(0, 0, 200, 0)), [100]);
  assert.deepEqual(arrowPlaces(line(0, 0, 600, 0)), [200, 400, 570]);
  const [bent] = arrowPlaces(line(0, 0, 100, 0, 100, 100));
  assert.ok(Math.abs(bent - 100) >= 8);
});

test("names of a region stand inside of it, in its holes never", () => {
  const square = line(0, 0, 200, 0, 200, 200, 0, 200);
  const hole = line(80, 80, 120, 80, 120, 120, 80, 120);
  const shape = new RegionShape([square, hole], { x: 400, y: 400 });
  assert.ok(shape.holds({ x: 20, y: 20 }));
  assert.ok(!shape.holds({ x: 100, y: 100 }));
  assert.ok(!shape.holds({ x: 300, y: 20 }));
  const places = shape.places(30, 10);
  assert.ok(places.length > 20);
  for (const { box } of places) {
    assert.ok(box.x >= 4 && box.x + 30 <= 196);
    assert.ok(!boxesMeet(box, { x: 80, y: 80, w: 40, h: 40 }, 0));
  }
  assert.deepEqual(shape.places(300, 10), []);
});

test("the globe shows its middle in the middle, and what is behind it on the horizon", () => {
  const globe = new Globe({ lon: 30, lat: 20 }, 50);
  const middle = globe.project([20, 30]);
  assert.ok(Math.hypot(middle.x, middle.y) < 1e-9 && middle.seen);
  const east = globe.project([20, 50]);
  assert.ok(east.x > 10 && east.seen);
  assert.ok(globe.project([40, 30]).y < -10);
  const behind = globe.project([-10, -140]);
  assert.ok(!behind.seen);
  assert.ok(Math.abs(Math.hypot(behind.x, behind.y) - 50) < 1e-6);
  const far = [
    [-20, -150],
    [-25, -145],
    [-22, -155],
  ];
  assert.equal(globe.path(far), "");
});

test("a map keeps its story's shape within bounds, and the window's height", () => {
  const frame = { west: 0, east: 10, south: 0, north: 10 };
  assert.equal(heightFor(frame, 800, 2000), 600); // 4:3
  assert.equal(heightFor({ ...frame, east: 40 }, 800, 2000), 450); // 16:9
  assert.equal(heightFor({ ...frame, east: 4 }, 400, 2000), 500); // 4:5 on a phone
  assert.equal(heightFor(frame, 800, 700), 512); // what the window leaves
  assert.equal(heightFor(frame, 800, 300), 450); // but never flatter than 16:9
  assert.equal(heightFor({ ...frame, east: 80 }, 200, 2000), 200);
});
