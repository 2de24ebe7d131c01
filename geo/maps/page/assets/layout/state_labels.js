// Names of states: small and quiet, each on its state's own point or close to it, or not at all.

import { languageOf } from "../core/format.js";
import { textLine } from "./label_layout.js";

/** @import { Box } from "../types/map" */
/** @import { LabelLayout } from "./label_layout.js" */

// The least share of a name that must lie on land that the story is about.
const INSIDE = 0.9;
// How far above or below its point a name may stand, pixels.
const OFFSETS = [0, -16, 16, -32, 32];

/**
 * Name the states of the story.
 * @param {LabelLayout} layout
 * @param {number} px width of the map; more where it is enlarged
 */
export function nameStates(layout, px) {
  const { spec, camera } = layout;
  for (const { target } of layout.names("state", px)) {
    const state = spec.basemap.state_names.at(Number(target));
    if (!state) continue;
    const point = camera.at(state);
    const text = state.name.toLocaleUpperCase(languageOf(spec));
    const lines = [textLine(text, "state", "dl-t-state")];
    const { w, h } = layout.textMeasure.block(lines);
    const box = OFFSETS.map((dy) => ({ x: point.x - w / 2, y: point.y + dy - h / 2, w, h })).find(
      (one) => isOnStory(layout, one) && isInView(layout, one) && layout.isFree(one),
    );
    if (!box) continue;
    const label = { id: `state ${target}`, candidates: [] };
    layout.placer.placed.push({ label, option: { box, align: "middle", cost: 0, lines } });
  }
}

/**
 * @param {LabelLayout} layout
 * @param {Box} box
 * @returns {boolean}
 */
function isOnStory({ spec, view }, box) {
  const { lands } = spec.basemap;
  const shares = lands.map((land, k) =>
    land.story ? view.share(box, k + 1) + view.share(box, k + 1 + lands.length) : 0,
  );
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
