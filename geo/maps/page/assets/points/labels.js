// Names of the largest points, where there is room, by the same engine as the story's names. A cluster
// goes by the name of its largest point.

import { squareAt } from "../core/geometry.js";
import { textLine } from "../layout/label_layout.js";

/** @import { PointMark } from "../types/map" */
/** @import { LabelLayout } from "../layout/label_layout.js" */
/** @import { PointsLayer } from "./layer.js" */

// One name for so many square pixels, and how many are tried.
const NAME_AREA = 15000;
const LEAST_NAMES = 6;
const NAMES_TRIED = 90;
const LONGEST = 60;
const EDGE_PX = 4;

/**
 * @param {LabelLayout} layout
 * @param {PointsLayer} layer
 */
export function labelPoints(layout, layer) {
  const { obstacles } = layout;
  const marks = sortedMarks(layer);
  const clustered = marks.some((mark) => mark.cluster);
  const { most, least } = layer.data;
  if (!clustered && marks.length > NAMES_TRIED && most === least) return;
  for (const mark of marks)
    if (mark.cluster) obstacles.addBox(squareAt(mark, mark.r), ownerOf(mark), 0);
  nameMarks(layout, layer, { marks, clustered });
}

/**
 * @param {LabelLayout} layout
 * @param {PointsLayer} layer
 * @param {{marks: PointMark[], clustered: boolean}} shown
 */
function nameMarks(layout, layer, { marks, clustered }) {
  const { camera, placer } = layout;
  const { size } = camera;
  let room = Math.max(LEAST_NAMES, Math.floor((size.x * size.y) / NAME_AREA));
  for (const mark of marks.slice(0, NAMES_TRIED)) {
    if (!room) return;
    if (!camera.holds(mark, -EDGE_PX) || !isNamed(layer, mark)) continue;
    const owner = ownerOf(mark);
    const settings = [{ lines: [lineOf(layer, mark, clustered)], cost: 0 }];
    if (placer.settle(layout.pointLabel({ id: owner, owner }, mark, mark.r, settings))) room -= 1;
  }
}

/**
 * What is in the window, in its pixels: clusters by their number, then points by their rank.
 * @param {PointsLayer} layer
 * @returns {PointMark[]}
 */
function sortedMarks(layer) {
  const { map, data } = layer;
  const corner = map.containerPointToLayerPoint([0, 0]);
  const marks = layer.marksIn(L.bounds(corner, corner.add(map.getSize())));
  const { rank } = data;
  marks.sort((a, b) => (b.cluster?.n ?? 0) - (a.cluster?.n ?? 0) || rank[a.place] - rank[b.place]);
  return marks.map((mark) => ({ ...mark, x: mark.x - corner.x, y: mark.y - corner.y }));
}

/**
 * @param {PointMark} mark
 * @returns {string}
 */
function ownerOf({ place }) {
  return `point ${place}`;
}

/**
 * @param {PointsLayer} layer
 * @param {PointMark} mark
 * @returns {boolean}
 */
function isNamed(layer, { cluster, r }) {
  return !cluster || layer.isAbout(cluster, r);
}

/**
 * @param {PointsLayer} layer
 * @param {PointMark} mark
 * @param {boolean} clustered whether there are clusters in view
 */
function lineOf({ data }, { place, cluster }, clustered) {
  const name = data.names.at(place).slice(0, LONGEST);
  if (clustered) return textLine(cluster ? `near ${name}` : name, "city", "dl-t-city");
  return textLine(name, "point", "dl-t-story");
}
