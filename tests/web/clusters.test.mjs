// Clusters of many points.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ClusterIndex,
  clusterRadius,
} from "../../geo/maps/page/assets/points/clusters.js";
import { PointsData, stepsOf } from "../../geo/maps/page/assets/points/data.js";
import { chance } from "./chance.mjs";

const KINDS = ["a", "b", "c"];

/** Points around a few towns, and some anywhere; x may begin anywhere, as across 180°. */
function crowd(total, { west = 0, sorted = false } = {}) {
  const lot = chance(total);
  const towns = Array.from({ length: 12 }, () => [lot(), 0.2 + 0.6 * lot()]);
  const xs = new Float64Array(total);
  const ys = new Float64Array(total);
  for (let i = 0; i < total; i += 1) {
    const [x, y] = i % 5 ? towns[i % 12] : [lot(), lot()];
    const spread = () => 0.02 * (lot() + lot() - 1);
    xs[i] = west + Math.min(0.999, Math.max(0, x + spread()));
    ys[i] = Math.min(0.999, Math.max(0.001, y + spread()));
  }
  return {
    total,
    xs,
    ys,
    rank: Uint32Array.from({ length: total }, (_, i) => total - 1 - i),
    kinds: Uint8Array.from({ length: total }, (_, i) => i % KINDS.length),
    kindNames: sorted ? KINDS : [],
  };
}

test("few points are never clustered", () => {
  const index = new ClusterIndex(crowd(2500));
  assert.equal(index.last, -1);
  assert.equal(index.at(0), null);
});

for (const west of [0, 0.9]) {
  test(`every point is in one cluster at every zoom, counted from ${west}`, () => {
    const points = crowd(12_000, { west, sorted: true });
    const index = new ClusterIndex(points);
    assert.ok(index.last >= 1);
    assert.equal(index.at(index.last + 1), null);
    for (let zoom = 0; zoom <= index.last; zoom += 1) {
      const level = index.at(zoom);
      const seen = new Uint8Array(points.total);
      for (const cluster of level.list) {
        const members = level.members(cluster);
        assert.equal(members.length, cluster.n);
        for (const i of members) seen[i] += 1;
        const box = level.boundsOf(cluster);
        assert.equal(box.west, Math.min(...members.map((i) => points.xs[i])));
        assert.equal(box.south, Math.max(...members.map((i) => points.ys[i])));
        assert.ok(
          members.every(
            (i) => points.xs[i] <= box.east && points.ys[i] >= box.north,
          ),
        );
        assert.equal(cluster.first, Math.max(...members), "the best rank");
        const kinds = KINDS.map((_, kind) =>
          members.filter((i) => i % KINDS.length === kind),
        );
        assert.deepEqual(
          cluster.kinds.slice(0, KINDS.length),
          kinds.map((list) => list.length),
        );
        assert.ok(cluster.x >= box.west - 1e-6 && cluster.x <= box.east + 1e-6);
      }
      assert.ok(seen.every((times) => times === 1));
    }
  });
}

test("the nearer, the more clusters; they do not cover one another", () => {
  const index = new ClusterIndex(crowd(20_000));
  let before = 0;
  for (let zoom = 0; zoom <= index.last; zoom += 1) {
    const { list } = index.at(zoom);
    assert.ok(list.length > before);
    before = list.length;
    const scale = 256 * 2 ** zoom;
    let covered = 0;
    list.forEach((a, i) => {
      for (const b of list.slice(0, i)) {
        const far = Math.hypot(a.x - b.x, a.y - b.y) * scale;
        if (
          a.n > 1 &&
          b.n > 1 &&
          far < 0.6 * (clusterRadius(a.n) + clusterRadius(b.n))
        )
          covered += 1;
      }
    });
    assert.ok(
      covered <= list.length / 50,
      `${covered} of ${list.length} at ${zoom}`,
    );
  }
});

test("the first members are those of the best rank", () => {
  const points = crowd(5000);
  const level = new ClusterIndex(points).at(0);
  const largest = level.list.reduce((a, b) => (b.n > a.n ? b : a));
  const members = level.members(largest, 10);
  assert.equal(members.length, 10);
  assert.equal(members[0], largest.first);
  members
    .slice(1)
    .forEach((i, k) => assert.ok(points.rank[i] > points.rank[members[k]]));
});

test("a point is alone where its cluster holds no other", () => {
  const points = crowd(20_000);
  const index = new ClusterIndex(points);
  const level = index.at(index.last);
  const single = level.list
    .filter(({ n }) => n === 1)
    .map(({ first }) => first);
  assert.ok(single.length > 10);
  for (const point of single.slice(0, 50)) assert.ok(level.isAlone(point));
  const together = level.list.find(({ n }) => n > 1);
  for (const point of level.members(together).slice(0, 50))
    assert.ok(!level.isAlone(point));
});

test("thousands on one spot are one cluster at every zoom", () => {
  const total = 3000;
  const points = {
    ...crowd(total),
    xs: new Float64Array(total).fill(0.5),
    ys: new Float64Array(total).fill(0.4),
  };
  const index = new ClusterIndex(points);
  assert.equal(index.last, 20);
  assert.equal(index.at(18).list.length, 1);
  assert.equal(index.at(18).list[0].n, total);
});

test("steps of the legend are round and few", () => {
  assert.deepEqual(stepsOf(1, 1), [1]);
  assert.deepEqual(stepsOf(1, 40), [1, 3, 10, 30]);
  assert.deepEqual(stepsOf(20, 900), [10, 30, 100, 300]);
  assert.deepEqual(stepsOf(1, 1_000_000), [1, 100, 10_000, 1_000_000]);
  assert.deepEqual(stepsOf(0, 0), [1]);
});

test("columns are decoded: counts, ranks, categories by how frequent they are, names", () => {
  // 0,0 and 1,1 and 2,2 on the grid; counts 2, 9, 2 in steps of a half.
  const many = {
    total: 3,
    grid: { lon_0: 0, lat_0: 0, step: 1 },
    points: "AACCCC",
    names: { different: "Paris\nŁódź\nTromsø", rows: "" },
    counts: "ESE",
    count_step: 0.5,
    count_word: "stories",
    categories: { different: "port\ncity", rows: "ACC" },
    notes: null,
  };
  const box = { west: -180, south: -85, east: 180, north: 1.5 };
  const data = new PointsData(many, box);
  assert.deepEqual([...data.counts], [1, 4.5, 1]);
  assert.deepEqual([...data.order], [1, 0, 2]);
  assert.deepEqual([...data.rank], [1, 0, 2]);
  assert.deepEqual(data.kindNames, ["city", "port"]);
  assert.deepEqual([...data.kinds], [1, 0, 0]);
  assert.deepEqual([...data.named("LODZ")], []);
  assert.deepEqual([...data.named("łodz")], [1]);
  assert.deepEqual([...data.named("")], [1, 0, 2]);
  const [lat, lon] = data.latLon(2);
  assert.ok(
    Math.abs(lat - 1.5) < 1e-9,
    "what lies beyond the edge stands on it",
  );
  assert.ok(Math.abs(lon - 2) < 1e-9);
  assert.equal(data.clusters(0), null);
});
