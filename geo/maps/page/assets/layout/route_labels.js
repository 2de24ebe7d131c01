// Labels of routes and of measured lines, with the discs of the claims about them.

import { COST, DISC, DISC_STEP, ROUTE_WIDTH } from "../core/cartography.js";
import { lengthOf, pointAlong, squareAt } from "../core/geometry.js";
import { lineCandidates } from "./candidates.js";
import { textLine } from "./label_layout.js";

/** @import { Disc, DrawnLine, Label, LatLon, Point, TextLine } from "../types/map" */
/** @import { MapRoute, Measure } from "../types/spec" */
/** @import { LabelLayout } from "./label_layout.js" */

// Where the disc may stand: along its line, or beside one that is too short for it, pixels.
const ALONG_LONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const ALONG_SHORT = [0.5, 0, 1];
const BESIDE_SHORT = [18, -18, 26, -26, 36, -36];
// Or farther off, in a ring: rather away from its line than upon a name.
const RINGS = [30, 44, 58, 74];
const RING_STEPS = 12;
// A route's label stands on what is in the window, or so little outside.
const IN_VIEW_PX = 40;
const ROUTE_AIR = 2.5;
// On a map with more water than this the label reads best upon the water.
const SEA_SHARE = 0.15;

/**
 * Place the labels of all measured lines and routes.
 * @param {LabelLayout} layout
 */
export function labelRoutes(layout) {
  const { measures, routes } = layout.spec;
  const labels = [
    ...measures.map((measure) => measureLabel(layout, measure)),
    ...routes.map((route) => routeLabel(layout, route)),
  ];
  layout.placer.place(labels.filter((label) => label !== null));
}

/**
 * @param {Map<string, DrawnLine>} drawn
 * @param {string} id
 * @returns {LatLon[][]}
 */
function linesOf(drawn, id) {
  return drawn.get(id)?.lines ?? [];
}

/**
 * @param {LabelLayout} layout
 * @param {Measure} measure
 * @returns {Label | null}
 */
function measureLabel(layout, measure) {
  const [line] = linesOf(layout.drawn.measures, measure.id);
  const spot = discSpot(layout, layout.camera.line(line));
  if (!layout.camera.holds(spot, -DISC)) return null;
  const { id, tone, disc: number } = measure;
  // One that was kept by hand is of no claim.
  const target = number ? `claim-${number}` : id;
  if (number) {
    layout.obstacles.addBox(squareAt(spot, DISC / 2), id, 1);
    layout.discs.push({ ...spot, number, tone, target });
  }
  const set = (/** @type {string} */ text) => textLine(text, "route", `dl-t-route dl-tone-${tone}`);
  const both = measure.label.split(" · ").map(set);
  const whole = { lines: [set(measure.label)], cost: 0 };
  const settings = both.length > 1 ? [whole, { lines: both, cost: COST.wrapped }] : [whole];
  const facts = { id, owner: id, target, leaders: true };
  const label = layout.pointLabel(facts, spot, DISC / 2, settings);
  // Beside the disc reads best: as one line with it.
  for (const option of label.candidates) {
    const { box, leader, cost } = option;
    if (!leader) option.cost = 0.6 * cost + Math.abs(box.y + box.h / 2 - spot.y) / 50;
  }
  return label;
}

/**
 * The disc stands on its line, or beside one that is too short for it, clear of names and symbols.
 * @param {LabelLayout} layout
 * @param {Point[]} points
 * @returns {Point}
 */
export function discSpot(layout, points) {
  const length = lengthOf(points);
  const short = length < 3 * DISC;
  const spots = (short ? BESIDE_SHORT : [0]).flatMap((off) =>
    (short ? ALONG_SHORT : ALONG_LONG).map((share) => {
      const { x, y, dx, dy } = pointAlong(points, length * share);
      return { x: x - dy * off, y: y + dx * off };
    }),
  );
  const isClear = (/** @type {Point} */ spot) => !layout.isTaken(squareAt(spot, DISC / 2));
  return spots.find(isClear) || around(pointAlong(points, length / 2)).find(isClear) || spots[0];
}

/**
 * Spots in rings round a point, the nearest first.
 * @param {Point} point
 * @returns {Point[]}
 */
function around({ x, y }) {
  return RINGS.flatMap((far) =>
    Array.from({ length: RING_STEPS }, (_, step) => {
      const turn = (2 * Math.PI * step) / RING_STEPS;
      return { x: x + far * Math.cos(turn), y: y + far * Math.sin(turn) };
    }),
  );
}

/**
 * @param {LabelLayout} layout
 * @param {MapRoute} route
 * @returns {Label | null}
 */
function routeLabel(layout, route) {
  const { camera, view, textMeasure } = layout;
  const lines = linesOf(layout.drawn.routes, route.id).map((line) => camera.line(line));
  const longest = lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  const points = longest.filter((p) => camera.holds(p, IN_VIEW_PX));
  if (points.length < 2) return null;
  const discs = discsOf(route);
  const whole = { x: 0, y: 0, w: camera.size.x, h: camera.size.y };
  /** @type {Label} */
  const label = {
    id: route.id,
    target: route.id,
    discs,
    coastal: view.share(whole, null) > SEA_SHARE,
    candidates: [],
  };
  for (const { lines: set, cost } of routeSettings(route)) {
    const size = textMeasure.block(set, discs.length * DISC_STEP);
    for (const option of lineCandidates(points, size, ROUTE_WIDTH.known / 2 + ROUTE_AIR))
      label.candidates.push({ ...option, cost: option.cost + cost, lines: set });
  }
  return label;
}

/**
 * @param {MapRoute} route
 * @returns {Disc[]}
 */
function discsOf(route) {
  return route.discs.map((number) => ({ number, tone: route.tone, target: `claim-${number}` }));
}

/**
 * The ways to set a route's label, with what each costs: whole, in two rows, without its note, or its
 * discs alone.
 * @param {MapRoute} route
 * @returns {{lines: TextLine[], cost: number}[]}
 */
function routeSettings({ label, discs, tone }) {
  const className = `dl-t-route dl-tone-${tone}`;
  const [first, ...rest] = label.split("; ");
  const note = rest.map((text) => textLine(text, "second", className));
  const rows = [[first]];
  if (first.includes(" · ")) rows.push(first.split(" · "));
  const settings = rows.flatMap((texts, number) => {
    const lines = texts.map((text) => textLine(text, "route", className));
    const cost = number * COST.wrapped;
    const whole = { lines: [...lines, ...note], cost };
    return note.length ? [whole, { lines, cost: cost + COST.no_note }] : [whole];
  });
  // The numbers alone, before nothing at all.
  return discs.length ? [...settings, { lines: [], cost: COST.no_text }] : settings;
}
