// Names of countries and seas, each upon the land or water that it names.

import { LARGE_SEA } from "../core/cartography.js";
import { halves, languageOf } from "../core/format.js";
import { areaOption } from "./area_candidates.js";
import { inOneOrTwo, textLine } from "./label_layout.js";
import { nameStates } from "./state_labels.js";

/** @import { Point, TextLine } from "../types/map" */
/** @import { Water } from "../types/spec" */
/** @import { Area } from "./area_candidates.js" */
/** @import { LabelLayout } from "./label_layout.js" */
/** @import { WindowMask } from "./window_mask.js" */

/**
 * Name countries, then seas, then states: each on what it names, or not at all.
 * @param {LabelLayout} layout
 * @param {number} px width of the map; more where it is enlarged
 */
export function nameAreas(layout, px) {
  const areas = new Map(areasOf(layout.view).map((area) => [area.id, area]));
  for (const { target } of layout.names("land", px)) {
    const area = areas.get(Number(target) + 1);
    if (area)
      nameArea(layout, { id: `land ${target}`, area, pull: area }, countryLines(layout, area.id));
  }
  for (const { target } of layout.names("sea", px)) {
    const water = layout.spec.basemap.waters.at(Number(target));
    const area = areas.get(-Number(target) - 1);
    if (!water) continue;
    const point = layout.camera.at(water);
    const pull = area && !layout.camera.holds(point, 0) ? area : point;
    if (area) nameArea(layout, { id: `sea ${target}`, area, pull }, seaLines(water));
  }
  nameStates(layout, px);
}

/**
 * @param {LabelLayout} layout
 * @param {{id: string, area: Area, pull: Point}} named the nearer to the pull, the better
 * @param {TextLine[][]} settings
 */
function nameArea(layout, { id, area, pull }, settings) {
  const isFree = layout.isFree.bind(layout);
  for (const lines of settings) {
    const { w, h } = layout.textMeasure.block(lines);
    const option = areaOption(layout.view, area, { w, h, isFree, pull });
    if (!option) continue;
    layout.placer.placed.push({ label: { id, candidates: [] }, option: { ...option, lines } });
    return;
  }
}

/**
 * Each land and sea in view with its number of cells, its middle, and its first and last row.
 * @param {WindowMask} view
 * @returns {Area[]}
 */
function areasOf({ ids, columns, rows, step }) {
  /** @type {Map<number, Area>} */
  const areas = new Map();
  /** @type {Area | undefined} */
  let area;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const id = ids[r * columns + c];
      if (!area || area.id !== id) area = areas.get(id);
      if (!area) areas.set(id, (area = { id, count: 0, x: 0, y: 0, top: r, low: r }));
      area.low = r;
      area.count += 1;
      area.x += c;
      area.y += r;
    }
  }
  return Array.from(areas.values(), (one) => ({
    ...one,
    x: (one.x / one.count + 0.5) * step,
    y: (one.y / one.count + 0.5) * step,
  }));
}

/**
 * @param {LabelLayout} layout
 * @param {number} id
 * @returns {TextLine[][]}
 */
function countryLines({ spec }, id) {
  const name = spec.basemap.lands[id - 1].name.toLocaleUpperCase(languageOf(spec));
  return inOneOrTwo(name, "country", "dl-t-country");
}

/**
 * @param {Water} water
 * @returns {TextLine[][]}
 */
function seaLines(water) {
  const other = water.other_name
    ? [textLine(`(${water.other_name})`, "sea-small", "dl-t-sea")]
    : [];
  const font = water.rank <= LARGE_SEA ? "sea" : "sea-small";
  const broken = halves(water.name);
  const settings = broken ? [[water.name], broken] : [[water.name]];
  return settings.map((texts) => [
    ...texts.map((text) => textLine(text, font, "dl-t-sea")),
    ...other,
  ]);
}
