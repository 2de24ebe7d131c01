// The figures of the map's cartography in one place: type, symbols, where labels may stand and what
// each place costs. Nothing here knows the page; pixels where nothing else is said.

/** @import { Align } from "../types/map" */

/** @typedef {{size: number, weight: number, lead: number, spacing?: number, italic?: boolean}} Font */

/**
 * Faces of labels; `lead` is from one line to the next, `spacing` between letters.
 * @type {{story: Font, stop: Font, second: Font, city: Font, route: Font, state: Font, country: Font, region: Font, sea: Font, sea2: Font, point: Font}}
 */
export const FONTS = {
  story: { size: 17, weight: 700, lead: 19 },
  stop: { size: 14, weight: 600, lead: 17 },
  second: { size: 12.5, weight: 400, lead: 16 },
  city: { size: 12.5, weight: 400, lead: 15 },
  route: { size: 13, weight: 600, lead: 20 },
  state: { size: 11, weight: 400, lead: 13, spacing: 1.4 },
  country: { size: 13.5, weight: 500, lead: 17, spacing: 3.2 },
  region: { size: 14, weight: 600, lead: 17, spacing: 1.2 },
  sea: { size: 14, weight: 400, lead: 17, spacing: 1.4, italic: true },
  sea2: { size: 12, weight: 400, lead: 15, spacing: 0.8, italic: true },
  point: { size: 13, weight: 600, lead: 16 },
};

/** The face of a place's name, by the kind of place. */
export const PLACE_FONTS = /** @type {const} */ ({
  story: "story",
  uncertain: "story",
  stop: "stop",
  region: "stop",
  associative: "city",
});

/** How far the symbol of a place reaches from its point, by the kind of place. */
export const SYMBOL_RADIUS = { story: 7, stop: 8, uncertain: 9, region: 0, associative: 5 };

/** Diameter of the disc with the number of a claim, and what it takes in a line of text. */
export const DISC = 20;
export const DISC_STEP = DISC + 4;

/** Widths of a route's line and of its casing. */
export const ROUTE_WIDTH = { known: 3, thin: 1.8, faint: 1.4, casing: 3.4 };

/** No label comes nearer to the edge of the map. */
export const EDGE = 7;

/**
 * Positions round a symbol in Imhof's order of preference ("Positioning names on maps", The American
 * Cartographer 2, 1975): what each costs; from where the box is set off: the slant or the near side
 * of the symbol, a share of its width and of its height; how the text is aligned.
 * @type {[cost: number, align: Align, place: (at: Around) => [x: number, y: number]][]}
 */
export const AROUND = [
  [0, "start", ({ slant, h }) => [slant + 2, -slant - h * 0.72]],
  [0.4, "start", ({ near, h }) => [near, -h * 0.5]],
  [0.9, "start", ({ near, h }) => [near, -Math.min(h * 0.5, 11)]],
  [1.2, "start", ({ slant, h }) => [slant + 2, slant - h * 0.2]],
  [1.6, "end", ({ slant, w, h }) => [-slant - 2 - w, -slant - h * 0.72]],
  [1.8, "end", ({ near, w, h }) => [-near - w, -h * 0.5]],
  [2.0, "end", ({ near, w, h }) => [-near - w, -Math.min(h * 0.5, 11)]],
  [2.2, "end", ({ slant, w, h }) => [-slant - 2 - w, slant - h * 0.2]],
  [2.6, "middle", ({ near, w, h }) => [-w / 2, -near - h]],
  [3.0, "middle", ({ near, w }) => [-w / 2, near]],
  [3.2, "start", ({ near, w, h }) => [-w * 0.2, -near - h]],
  [3.4, "end", ({ near, w, h }) => [-w * 0.8, -near - h]],
  [3.6, "start", ({ near, w }) => [-w * 0.2, near]],
  [3.8, "end", ({ near, w }) => [-w * 0.8, near]],
  [2.4, "start", ({ near, radius }) => [near + 2, radius + 3]],
  [3.1, "end", ({ near, radius, w }) => [-near - 2 - w, radius + 3]],
  [2.8, "start", ({ near, radius, h }) => [near + 2, -radius - 3 - h]],
  [3.3, "end", ({ near, radius, w, h }) => [-near - 2 - w, -radius - 3 - h]],
];

/** @typedef {{radius: number, near: number, slant: number, w: number, h: number}} Around */

/** How far a label with a leader stands from its symbol, and in which directions, degrees. */
export const LEADER_REACH = [20, 34, 50, 70, 95];
export const LEADER_TURNS = [20, -20, 60, -60, 160, -160, 120, -120];

/** Costs of positions, in the unit of the list above. */
export const COST = {
  leader: 5,
  leaderPx: 1 / 14,
  leaderTurn: 0.25,
  leaderOverRoute: 5,
  alongMiddle: 8,
  alongPx: 1 / 20,
  alongLeft: 1.5,
  mixedBackground: 12,
  coastOnLand: 2.5,
  nextSetting: 0.9,
  nextRegionSetting: 0.5,
  nextRouteSetting: 1.5,
  unnamed: 12,
  /** Up to this a name stands well enough. */
  fine: 2.5,
};

/** Labels beside a line: where along it, and how far from it. */
export const ALONG = { from: 0.16, to: 0.86, step: 0.025, best: 0.48, gaps: [9, 16, 26] };

/** One orientation city for so many square pixels. */
export const CITY_AREA = 75000;

/** A sea of this rank or above is named only where no larger one is. */
export const SMALL_WATER = 3;
export const MOST_SEAS = 3;

/** How far from its point a water of each rank reaches at most, degrees of longitude on the map. */
export const WATER_REACH_DEG = /** @type {Record<number, number>} */ ({ 2: 9, 3: 1.2, 4: 0.6 });

/** An area smaller than this share of the map is not named. */
export const LEAST_AREA_SHARE = 0.012;

/** The steps of a scale bar, kilometres or miles. */
export const SCALE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Many points: sizes of dots, and how they grow with their count. */
export const DOT = { least: 4.4, step: 2.4, few: 300, fewLeast: 6.4 };
