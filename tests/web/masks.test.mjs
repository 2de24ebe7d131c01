// The raster of what lies where, and what labels ask of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { northing } from "../../geo/maps/page/assets/core/mercator.js";
import { areaOption } from "../../geo/maps/page/assets/layout/area_candidates.js";
import { LandMask } from "../../geo/maps/page/assets/layout/land_mask.js";
import { WindowMask } from "../../geo/maps/page/assets/layout/window_mask.js";

const GRID = { lon_0: 0, lat_0: 0, step: 0.1 };
const BOX = { west: 0, south: 0, east: 36, north: 30 };
/** A ring in degrees, as the basemap has it: x and northing in steps of the grid. */
function ring(...degrees) {
  return degrees.flatMap(([lon, lat]) => [
    lon / GRID.step,
    northing(lat) / GRID.step,
  ]);
}

const square = (west, south, east, north) =>
  ring([west, south], [east, south], [east, north], [west, north]);

function maskOf({
  lands = [],
  mains = lands.map((rings) => rings.length),
  lakes = [],
  waters = [],
}) {
  const basemap = {
    bounds: BOX,
    grid: GRID,
    lands: mains.map((main) => ({ main })),
  };
  return new LandMask(basemap, { lands, lakes, waters });
}

const at = (mask, lon, lat) => mask.at(mask.rowAt(lat), mask.columnAt(lon));

test("land is where its rings are, water in its lakes and beyond the map", () => {
  const mask = maskOf({
    lands: [
      [square(2, 2, 10, 10)],
      [square(10, 2, 20, 10), square(12, 4, 14, 6)],
    ],
    lakes: [square(4, 4, 6, 6)],
  });
  assert.equal(at(mask, 3, 3), 1);
  assert.equal(at(mask, 15, 3), 2);
  assert.equal(at(mask, 13, 5), 0, "a hole in a country");
  assert.equal(at(mask, 5, 5), 0, "a lake");
  assert.equal(at(mask, 30, 20), 0);
  assert.equal(at(mask, -1, 5), 0);
  assert.equal(at(mask, 5, 31), 0);
});

test("a sea is the water in its area, and no land that its area runs over", () => {
  const wall = square(17, 5, 19, 25);
  const mask = maskOf({
    lands: [[wall]],
    waters: [[square(0, 5, 18, 25)], [square(18, 5, 36, 25)]],
  });
  assert.equal(at(mask, 16, 20), -1);
  assert.equal(at(mask, 20, 20), -2);
  assert.equal(at(mask, 18, 10), 1);
  assert.equal(at(mask, 5, 28), 0, "water of nobody");
});

test("a country is named on its main part alone", () => {
  const mask = maskOf({
    lands: [
      [square(2, 2, 10, 10), square(20, 2, 24, 6)],
      [square(12, 2, 16, 6)],
    ],
    mains: [1, 1],
  });
  assert.equal(at(mask, 5, 5), 1);
  assert.equal(at(mask, 22, 4), 3, "another part of the first");
  assert.equal(at(mask, 14, 4), 2);
});

/** The window of a map whose pixels are a tenth of a degree, with north up. */
function windowOf(mask) {
  const camera = {
    size: { x: 360, y: 300 },
    earth: (x, y) => ({ lng: x / 10, lat: 30 - y / 10 }),
  };
  return new WindowMask(camera, mask, 10);
}

test("the share of a box that is water, or one country", () => {
  const view = windowOf(maskOf({ lands: [[square(0, 0, 18, 30)]] }));
  const across = { x: 100, y: 100, w: 160, h: 20 };
  assert.ok(Math.abs(view.share(across, null) - 0.5) < 0.05);
  assert.ok(Math.abs(view.share(across, 1) - 0.5) < 0.05);
  assert.equal(view.share({ x: 200, y: 100, w: 50, h: 20 }, null), 1);
  assert.equal(view.share({ x: 20, y: 100, w: 50, h: 20 }, null), 0);
  assert.equal(view.share({ x: 20, y: 100, w: 50, h: 20 }, 1), 1);
  assert.equal(view.share({ x: 20, y: 100, w: 50, h: 20 }, 2), 0);
  assert.equal(
    view.share({ x: -900, y: -900, w: 5, h: 5 }, null),
    0,
    "beyond the window",
  );
});

test("the clearance grows from the edges and from the next area inwards", () => {
  const view = windowOf(maskOf({ lands: [[square(0, 0, 18, 30)]] }));
  const far = (column, row) => view.clearance[row * view.columns + column];
  assert.equal(far(0, 15), 1);
  assert.equal(far(17, 15), 1, "next to the water");
  assert.ok(far(9, 15) > far(4, 15));
  assert.ok(far(9, 15) >= 8);
});

test("the name of an area stands wholly inside, where there is most room, or not at all", () => {
  const view = windowOf(maskOf({ lands: [[square(0, 0, 18, 30)]] }));
  const area = { id: 1, count: 18 * 30, x: 90, y: 150, top: 0, low: 29 };
  const wanted = { w: 80, h: 20, isFree: () => true, pull: { x: 90, y: 150 } };
  const { box } = areaOption(view, area, wanted);
  assert.ok(Math.abs(box.x + 40 - 90) < 25 && Math.abs(box.y + 10 - 150) < 60);
  assert.ok(view.share(box, 1) >= 0.96);
  assert.equal(areaOption(view, area, { ...wanted, w: 400 }), null);
  assert.equal(
    areaOption(view, area, { ...wanted, isFree: () => false }),
    null,
  );
});
