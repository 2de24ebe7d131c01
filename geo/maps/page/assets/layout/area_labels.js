// Names of countries and seas, each upon the land or water that it names.

import { LEAST_AREA_SHARE, MOST_SEAS, SMALL_WATER } from "../core/cartography.js";
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
 * Name the countries in view, then states, then seas; the largest first.
 * @param {LabelLayout} layout
 */
export function nameAreas(layout) {
  const { basemap } = layout.spec;
  const least = layout.view.ids.length * LEAST_AREA_SHARE;
  const areas = areasOf(layout.view).filter(({ id, count }) => id !== 0 && count > least);
  areas.sort((a, b) => b.count - a.count);
  for (const land of areas.filter(({ id }) => id > 0))
    nameArea(layout, land, countryLines(layout, land.id), land);
  nameStates(layout);
  const waterOf = (/** @type {Area} */ { id }) => basemap.waters[-id - 1];
  const seas = areas.filter(({ id }) => id < 0);
  seas.sort((a, b) => waterOf(a).rank - waterOf(b).rank);
  let named = 0;
  for (const sea of seas) {
    const water = waterOf(sea);
    if (named && (water.rank >= SMALL_WATER || named >= MOST_SEAS)) break;
    if (nameArea(layout, sea, seaLines(water), layout.camera.at(water))) named += 1;
  }
}

/**
 * @param {LabelLayout} layout
 * @param {Area} area
 * @param {TextLine[][]} settings
 * @param {Point} pull the nearer to it, the better
 * @returns {boolean}
 */
function nameArea(layout, area, settings, pull) {
  const isFree = layout.isFree.bind(layout);
  for (const lines of settings) {
    const { w, h } = layout.textMeasure.block(lines);
    const option = areaOption(layout.view, area, { w, h, isFree, pull });
    if (!option) continue;
    const label = { id: `area${area.id}`, candidates: [] };
    layout.placer.placed.push({ label, option: { ...option, lines } });
    return true;
  }
  return false;
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
  const other = water.other_name ? [textLine(`(${water.other_name})`, "sea2", "dl-t-sea")] : [];
  const broken = halves(water.name);
  const settings = broken ? [[water.name], broken] : [[water.name]];
  return settings.map((texts) => [
    ...texts.map((text) => textLine(text, "sea", "dl-t-sea")),
    ...other,
  ]);
}
