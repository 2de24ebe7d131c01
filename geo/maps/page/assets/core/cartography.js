// The figures of the map's cartography. Those that the drawing shares with this page stand in one file
// that Python reads too; what only a map that moves needs is added here. Pixels where nothing else is
// said.

import shared from "../../../spec/cartography.json" with { type: "json" };

/** @import { Align } from "../types/map" */

/** @typedef {{size: number, weight: number, lead: number, spacing?: number, italic?: boolean}} Font */

const LINE = shared.line_height;

/**
 * @param {{size: number, weight?: number, spacing?: number, italic?: boolean}} type
 * @param {number} [size]
 * @returns {Font}
 */
function font(type, size = type.size) {
  return { weight: 400, ...type, size, lead: size * LINE };
}

const { type } = shared;

/**
 * Faces of labels; `lead` is from one line to the next, `spacing` between letters.
 */
export const FONTS = {
  story: font(type.story),
  "story-many": font(type.story, shared.story_type.most[1].size),
  "story-crowd": font(type.story, shared.story_type.least),
  stop: font(type.stop),
  second: font(type.second),
  city: font(type.city),
  route: font(type.route),
  state: font(type.state),
  country: font(type.country),
  region: font(type.region),
  sea: font(type.sea),
  "sea-small": font(type.sea_small),
  point: font(type.point),
  number: font(type.number),
  scale: font(type.scale),
};

/**
 * The face of the names of the story's places: one for all, smaller for many and on a phone.
 * @param {number} count
 * @param {number} width of the map
 * @returns {"story" | "story-many" | "story-crowd"}
 */
export function storyFont(count, width) {
  const [few, many] = shared.story_type.most;
  if (count > many.places) return "story-crowd";
  return count > few.places || width < shared.story_type.phone_px ? "story-many" : "story";
}

/** A sea of this rank or below is set in large letters. */
export const LARGE_SEA = 1;

export const SYMBOLS = shared.symbols;

/** How far the symbol of a place reaches from its point, by the kind of place. */
export const SYMBOL_RADIUS = {
  story: SYMBOLS.ring.reach,
  stop: SYMBOLS.stop.reach,
  uncertain: SYMBOLS.uncertain_least,
  region: 0,
  associative: SYMBOLS.ring.radius,
};

/** What labels keep clear of round a symbol. */
export const CLEAR = SYMBOLS.clear;

/** Diameter of the disc with the number of a claim, and what it takes in a line of text. */
export const DISC = 2 * SYMBOLS.disc;
export const DISC_STEP = DISC + SYMBOLS.disc_gap;

/** Widths of a route's line and of its casing. */
export const ROUTE_WIDTH = shared.routes;

/** No label comes nearer to the edge of the map. */
export const EDGE = shared.candidates.edge;

/**
 * Positions round a symbol in Imhof's order of preference ("Positioning names on maps", The American
 * Cartographer 2, 1975), farther ones with leaders, and those along a line.
 * @type {{gap: number, around: {x: number, y: number, anchor: Align, hang: number, cost: number}[], leaders: {reach: number, cost: number}[], directions: number, along: number[], beside: number[]}}
 */
export const CANDIDATES = /** @type {any} */ (shared.candidates);

/** Costs of positions, in the unit of the list above. */
export const COST = {
  ...shared.costs,
  leaderOverRoute: 0.8,
  regionSetting: 0.1,
  unnamed: 1.8,
  /** Up to this a name stands well enough. */
  fine: 0.36,
};

/** The steps of a scale bar, kilometres or miles. */
export const SCALE_STEPS = [1, 10, 100, 1000].flatMap((power) =>
  shared.scale_steps.map((step) => step * power),
);

/** Many points: sizes of dots, and how they grow with their count. */
export const DOT = shared.points;

/** The colours of the categories of points, the most frequent first. */
export const CATEGORY_TONES = shared.tones;

/** What stands in the corners. */
export const FURNITURE = shared.furniture;
