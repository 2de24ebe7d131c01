// Chooses the view that shows the whole story and in which its names stand best.

import { boundsOf } from "./new_map.js";

/** @import { Bounds } from "../types/spec" */
/** @import { Furniture } from "../layout/furniture.js" */
/** @import { MapLabels } from "../layout/map_labels.js" */

// Around the story, in widths of the map.
const AIR = 0.13;
// From this fault on, a name of the story is missing or far from its place: show a little more around.
const CROWDED = 1.3;
const STEP_BACK = 0.22;

/**
 * Set the view, shifted or a step back where the names need it.
 * @param {L.Map} map
 * @param {Bounds} frame what must be in view
 * @param {{labels: MapLabels, furniture: Furniture}} layers
 * @returns {number} the zoom at which the frame fits
 */
export function fitStory(map, frame, { labels, furniture }) {
  const padding = map.getSize().multiplyBy(AIR);
  map.fitBounds(boundsOf(frame), { padding, animate: false });
  const home = map.getZoom();
  let shift = labels.bestShift(furniture);
  if (shift.fault > CROWDED) {
    map.setZoom(home - STEP_BACK, { animate: false });
    shift = labels.bestShift(furniture);
  }
  map.panBy([-shift.x, -shift.y], { animate: false });
  return home;
}
