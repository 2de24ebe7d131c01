// Where labels are set, and what they keep clear of.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxesMeet,
  lineMeetsBox,
} from "../../geo/maps/page/assets/core/geometry.js";
import {
  leaderCandidates,
  lineCandidates,
  numberCandidates,
  pointCandidates,
} from "../../geo/maps/page/assets/layout/candidates.js";
import { Obstacles } from "../../geo/maps/page/assets/layout/collisions.js";
import {
  backgroundCost,
  Placer,
} from "../../geo/maps/page/assets/layout/placement.js";
import { chance } from "./chance.mjs";

const SIZE = { x: 600, y: 400 };
const WATER = { share: () => 1 };
const LAND = { share: () => 0 };
const TEXT = { w: 80, h: 19 };

function labelAt(id, point, options = {}) {
  const near = pointCandidates(point, 7, TEXT);
  const far = options.leaders ? leaderCandidates(point, 7, TEXT) : [];
  return {
    id,
    owner: id,
    candidates: [...near, ...far].map((one) => ({ ...one, lines: [] })),
  };
}

test("the best position is right of the symbol, then above right, then below right", () => {
  const found = pointCandidates({ x: 100, y: 100 }, 7, TEXT).sort(
    (a, b) => a.cost - b.cost,
  );
  assert.equal(found[0].cost, 0);
  assert.equal(found[0].box.x, 111);
  assert.equal(found[0].box.y, 100 - TEXT.h / 2);
  assert.ok(found[1].box.y < found[0].box.y && found[2].box.y > found[0].box.y);
  assert.deepEqual(
    found.map(({ cost }) => cost),
    [0, 0.08, 0.2, 0.25, 0.28, 0.3, 0.32, 0.34, 0.38, 0.42, 0.44, 0.46],
  );
});

test("no position covers its own symbol", () => {
  const symbol = { x: 93, y: 93, w: 14, h: 14 };
  for (const { box } of leaderCandidates({ x: 100, y: 100 }, 7, TEXT))
    assert.ok(!boxesMeet(box, symbol, 0));
  for (const { box } of pointCandidates({ x: 100, y: 100 }, 7, TEXT)) {
    const middle = { x: 100, y: 100 };
    assert.ok(!lineMeetsBox(middle, middle, box));
  }
});

test("a leader is dearer than every near position, and leads from the symbol to the text", () => {
  for (const { cost, leader, box } of leaderCandidates(
    { x: 100, y: 100 },
    7,
    TEXT,
  )) {
    assert.ok(cost > 0.46);
    const [from, to] = leader;
    const [near, far] = leader.map(({ x, y }) => Math.hypot(x - 100, y - 100));
    assert.ok(near >= 7 && near < far);
    assert.ok(Math.max(Math.abs(from.x - 100), Math.abs(from.y - 100)) > 10);
    assert.ok(to.x >= box.x - 9 && to.x <= box.x + box.w + 9);
  }
});

test("a number stands nearer to its symbol without a leader than with one", () => {
  const found = numberCandidates({ x: 100, y: 100 }, 7);
  const near = found.filter(({ leader }) => !leader);
  assert.equal(near.length, 16);
  assert.ok(Math.max(...near.map((one) => one.cost)) < 1);
  assert.ok(
    found.filter(({ leader }) => leader).every(({ cost }) => cost >= 1),
  );
  for (const { box } of found)
    assert.ok(!boxesMeet(box, { x: 95, y: 95, w: 10, h: 10 }, 0));
});

test("beside a line the middle is best, and the text lies to the side", () => {
  const points = [
    { x: 0, y: 200 },
    { x: 600, y: 200 },
  ];
  const found = lineCandidates(points, TEXT, 4);
  const best = found.reduce((a, b) => (b.cost < a.cost ? b : a));
  assert.ok(Math.abs(best.box.x + TEXT.w / 2 - 300) < 1);
  for (const { box } of found) assert.ok(box.y > 200 || box.y + box.h < 205);
});

test("nothing may stand in the way of a label but what is its own", () => {
  const obstacles = new Obstacles(SIZE);
  obstacles.addBox({ x: 100, y: 100, w: 20, h: 20 }, "one");
  obstacles.addLine(
    [
      { x: 300, y: 0 },
      { x: 300, y: 400 },
    ],
    "way",
    6,
  );
  const box = { x: 110, y: 110, w: 30, h: 10 };
  assert.ok(obstacles.blocks(box, "two"));
  assert.ok(!obstacles.blocks(box, "one"));
  assert.ok(obstacles.blocks({ x: 290, y: 50, w: 5, h: 5 }, "two"));
  assert.ok(!obstacles.blocks({ x: 290, y: 50, w: 5, h: 5 }, "way"));
  assert.ok(obstacles.blocks({ x: 290, y: 50, w: 5, h: 5 }));
  assert.ok(
    obstacles.blocks({ x: 3, y: 200, w: 30, h: 10 }),
    "the edge of the map",
  );
  assert.ok(obstacles.blocks({ x: 580, y: 200, w: 30, h: 10 }));
  assert.equal(obstacles.load(box), 4);
  assert.equal(obstacles.load({ x: 290, y: 0, w: 20, h: 20 }), 1);
});

test("text upon the shore is dearest, and a name of the coast is cheaper in the water", () => {
  const shore = { share: () => 0.5 };
  const [coastal, inland] = [{ coastal: true }, { coastal: false }];
  assert.equal(backgroundCost(shore, inland, TEXT), 0.25);
  assert.equal(backgroundCost(WATER, coastal, TEXT), 0);
  assert.equal(backgroundCost(LAND, coastal, TEXT), 0.3);
  assert.equal(backgroundCost(LAND, inland, TEXT), 0);
});

test("labels are set at their cheapest place, the first ones first, and never upon one another", () => {
  const lot = chance(17);
  const labels = Array.from({ length: 40 }, (_, i) =>
    labelAt(
      `p${i}`,
      { x: 30 + 540 * lot(), y: 30 + 340 * lot() },
      { leaders: true },
    ),
  );
  const placer = new Placer(new Obstacles(SIZE), WATER);
  const placed = placer.place(labels);
  assert.ok(placed.length > 25);
  assert.equal(
    placed[0].option.cost,
    Math.min(...placed[0].label.candidates.map((c) => c.cost)),
  );
  placed.forEach((one, i) => {
    for (const other of placed.slice(0, i)) {
      assert.ok(!boxesMeet(one.option.box, other.option.box, 1));
      for (const [a, b] of [
        [one, other],
        [other, one],
      ]) {
        if (a.option.leader)
          assert.ok(!lineMeetsBox(...a.option.leader, b.option.box));
      }
    }
  });
});

test("a label that finds no place pushes one neighbour to another of its places", () => {
  const at = (x, cost) => ({
    cost,
    align: "start",
    box: { x, y: 100, w: 80, h: 19 },
    lines: [],
  });
  const free = { id: "free", candidates: [at(100, 0), at(300, 1)] };
  const bound = { id: "bound", candidates: [at(110, 0)] };
  const placed = new Placer(new Obstacles(SIZE), WATER).place([free, bound]);
  const found = new Map(
    placed.map(({ label, option }) => [label.id, option.box.x]),
  );
  assert.deepEqual(
    found,
    new Map([
      ["bound", 110],
      ["free", 300],
    ]),
  );
});

test("what fits nowhere is dropped", () => {
  const at = {
    cost: 0,
    align: "start",
    box: { x: 100, y: 100, w: 80, h: 19 },
    lines: [],
  };
  const labels = ["a", "b"].map((id) => ({ id, candidates: [{ ...at }] }));
  const placed = new Placer(new Obstacles(SIZE), WATER).place(labels);
  assert.deepEqual(
    placed.map(({ label }) => label.id),
    ["a"],
  );
});

test("a leader over a route is a last resort", () => {
  const obstacles = new Obstacles(SIZE);
  obstacles.addLine(
    [
      { x: 150, y: 0 },
      { x: 150, y: 400 },
    ],
    "way",
    0,
  );
  const option = {
    cost: 6,
    align: "start",
    box: { x: 200, y: 100, w: 80, h: 19 },
    leader: [
      { x: 108, y: 100 },
      { x: 198, y: 100 },
    ],
    lines: [],
  };
  const [placed] = new Placer(obstacles, WATER).place([
    { id: "a", candidates: [option] },
  ]);
  assert.equal(placed.option.cost, 6.8);
});

test("places are tried in the order of what they cost with their background", () => {
  // The first is cheaper by itself, but lies upon the shore.
  const shore = { share: (box) => (box.x < 200 ? 0.5 : 0) };
  const at = (x, cost) => ({
    cost,
    align: "start",
    box: { x, y: 100, w: 80, h: 19 },
    lines: [],
  });
  const label = { id: "a", candidates: [at(100, 0), at(300, 0.2), at(400, 2)] };
  const placer = new Placer(new Obstacles(SIZE), shore);
  const costs = [...placer.options(label)].map(({ cost }) => cost);
  assert.deepEqual(costs, [0.2, 0.25, 2]);
});
