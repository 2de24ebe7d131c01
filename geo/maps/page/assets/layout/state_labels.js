// Names of states: small and quiet, each on its state's own point or close to it, or not at all.

import { languageOf } from "../core/format.js";
import { textLine } from "./label_layout.js";

/** @import { Box, Point } from "../types/map" */
/** @import { StateLabel } from "../types/spec" */
/** @import { LabelLayout } from "./label_layout.js" */

// A name may be so much wider than the way to the next state's middle, which says how wide a state is.
const ROOM = 1.1;
// The least share of a name that must lie on land that the story is about.
const INSIDE = 0.9;
// How far above or below its point a name may stand, pixels.
const OFFSETS = [0, -16, 16, -32, 32];
const EDGE_PX = 8;

/**
 * Name the states of the story that are in view and that nothing else on the map names.
 * @param {LabelLayout} layout
 */
export function nameStates(layout) {
  const { spec, camera } = layout;
  const { state_names: states, cities } = spec.basemap;
  const taken = new Set([...spec.places, ...cities].map((place) => place.name));
  const points = states.map((state) => camera.at(state));
  states.forEach((state, index) => {
    const point = points[index];
    if (!state.story || taken.has(state.name) || !camera.holds(point, -EDGE_PX)) return;
    const others = points.filter((other) => other !== point);
    const room = Math.min(...others.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
    nameState(layout, state, { point, room });
  });
}

/**
 * @param {LabelLayout} layout
 * @param {StateLabel} state
 * @param {{point: Point, room: number}} place the room is the way to the next state's middle
 */
function nameState(layout, { name }, { point, room }) {
  const text = name.toLocaleUpperCase(languageOf(layout.spec));
  const lines = [textLine(text, "state", "dl-t-state")];
  const { w, h } = layout.textMeasure.block(lines);
  if (w > ROOM * room) return;
  const box = OFFSETS.filter((far) => Math.abs(far) <= room / 3)
    .map((dy) => ({ x: point.x - w / 2, y: point.y + dy - h / 2, w, h }))
    .find((one) => isOnStory(layout, one) && isInView(layout, one) && layout.isFree(one));
  if (!box) return;
  layout.placer.placed.push({
    label: { id: `state ${name}`, candidates: [] },
    option: { box, align: "middle", cost: 0, lines },
  });
}

/**
 * @param {LabelLayout} layout
 * @param {Box} box
 * @returns {boolean}
 */
function isOnStory({ spec, view }, box) {
  const shares = spec.basemap.lands.map((land, k) => (land.story ? view.share(box, k + 1) : 0));
  return shares.reduce((sum, share) => sum + share, 0) >= INSIDE;
}

/**
 * @param {LabelLayout} layout
 * @param {Box} box
 * @returns {boolean}
 */
function isInView({ camera }, { x, y, w, h }) {
  return camera.holds({ x, y }, 0) && camera.holds({ x: x + w, y: y + h }, 0);
}
