// What a map of many points has besides: the canvas, the list, the names.

import { PointsData } from "./data.js";
import { labelPoints } from "./labels.js";
import { PointsLayer } from "./layer.js";
import { PointsPanel } from "./panel.js";

/** @import { PointsSupport } from "../types/map" */

/** @type {PointsSupport} */
export function pointsSupport(view, columns, box) {
  const data = new PointsData(columns, box);
  const layer = new PointsLayer(view, data);
  const panel = new PointsPanel(view, data, layer);
  return { layer, panel, label: (layout) => labelPoints(layout, layer) };
}
