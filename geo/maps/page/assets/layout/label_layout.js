// One layout of all labels for one view: what is in their way, and the names of the story's places.

import { CITY_AREA, COST, PLACE_FONTS, SYMBOL_RADIUS } from "../core/cartography.js";
import { halves } from "../core/format.js";
import { boxesMeet, squareAt } from "../core/geometry.js";
import { RegionShape } from "./area_candidates.js";
import { leaderCandidates, pointCandidates } from "./candidates.js";
import { Obstacles } from "./collisions.js";
import { Placer } from "./placement.js";
import { WindowMask } from "./window_mask.js";

/** @import { Box, Disc, FontName, Label, LabelFacts, LatLon, Point, TextLine } from "../types/map" */
/** @import { MapPlace } from "../types/spec" */
/** @import { Camera } from "../core/camera.js" */

/** @typedef {Point & Disc} DiscAt */

// A second line wider than this may also be set in two.
const LONG_PX = 120;
// What labels keep from routes and from measured lines.
const ROUTE_AIR = 6;
const MEASURE_AIR = 3;
const FURNITURE_AIR = 8;
const CITY_DOT = 3;
// So near to a place, pixels, this share of water makes it one of the coast.
const COAST_PX = 16;
const COAST_SHARE = 0.12;

/** All labels of one view and what they must not cover. */
export class LabelLayout {
  /**
   * @param {LabelFacts} facts
   * @param {Camera} camera
   * @param {number} step pixels a cell of the background that labels ask
   */
  constructor({ spec, textMeasure, landMask, drawn }, camera, step) {
    this.spec = spec;
    this.textMeasure = textMeasure;
    this.drawn = drawn;
    this.camera = camera;
    this.view = new WindowMask(camera, landMask, step);
    this.obstacles = new Obstacles(camera.size);
    this.placer = new Placer(this.obstacles, this.view);
    /** @type {DiscAt[]} */
    this.discs = [];
    this.block();
  }

  /**
   * Name the story's places; returns how badly the names stand, 0 for the best that can be.
   * @returns {number}
   */
  places() {
    const places = this.placeLabels();
    this.placer.place(places);
    const costs = new Map(this.placer.placed.map(({ label, option }) => [label, option.cost]));
    const faults = places.map((label) => {
      const cost = costs.get(label);
      return cost === undefined ? COST.unnamed : Math.max(0, cost - COST.fine);
    });
    return faults.reduce((sum, fault) => sum + fault, 0);
  }

  /** @param {Box[]} boxes */
  furnish(boxes) {
    boxes.forEach((box) => this.obstacles.addBox(box, "furniture", FURNITURE_AIR));
  }

  block() {
    for (const place of this.spec.places) {
      const radius = place.kind === "associative" ? 0 : SYMBOL_RADIUS[place.kind];
      if (radius) this.obstacles.addBox(squareAt(this.camera.at(place), radius), place.id, 1);
    }
    for (const [id, { lines }] of this.drawn.routes) this.blockLines(id, lines, ROUTE_AIR);
    for (const [id, { lines }] of this.drawn.measures) this.blockLines(id, lines, MEASURE_AIR);
  }

  /**
   * @param {string} id
   * @param {LatLon[][]} lines
   * @param {number} width
   */
  blockLines(id, lines, width) {
    for (const line of lines) this.obstacles.addLine(this.camera.line(line), id, width);
  }

  /**
   * @param {Point} point
   * @returns {boolean}
   */
  isCoastal(point) {
    return this.view.share(squareAt(point, COAST_PX), null) > COAST_SHARE;
  }

  /**
   * A label round a point, in each way that its lines may be set; each further one costs more.
   * @param {Omit<Label, "candidates">} facts
   * @param {Point} point
   * @param {number} radius
   * @param {TextLine[][]} settings
   * @returns {Label}
   */
  pointLabel(facts, point, radius, settings) {
    /** @type {Label} */
    const label = { ...facts, coastal: this.isCoastal(point), candidates: [] };
    settings.forEach((lines, index) => {
      if (settings.indexOf(lines) < index) return;
      const size = this.textMeasure.block(lines);
      const around = pointCandidates(point, radius, size);
      const far = facts.leaders ? leaderCandidates(point, radius, size) : [];
      const added = index * COST.nextSetting;
      for (const option of [...around, ...far])
        label.candidates.push({ ...option, cost: option.cost + added, lines });
    });
    return label;
  }

  /** @returns {Label[]} */
  placeLabels() {
    const labels = [];
    for (const place of this.spec.places) {
      const point = this.camera.at(place);
      if (place.kind === "associative" || !this.camera.holds(point, 0)) continue;
      const facts = { id: place.id, target: place.id, leaders: true };
      const across = place.kind === "region" ? this.regionLabel(place, facts) : null;
      const radius = SYMBOL_RADIUS[place.kind];
      labels.push(across || this.pointLabel(facts, point, radius, this.placeLines(place)));
    }
    return labels;
  }

  /**
   * The name of a region stands across it, where there is room; null where there is none.
   * @param {MapPlace} place
   * @param {Omit<Label, "candidates">} facts
   * @returns {Label | null}
   */
  regionLabel(place, facts) {
    const { rings } = this.drawn.places.get(place.id) || {};
    if (!rings || !rings.length) return null;
    const lines = rings.map((ring) => this.camera.line(ring));
    const shape = new RegionShape(lines, this.camera.size);
    const candidates = inOneOrTwo(place.name, "region", "dl-t-region").flatMap((set, index) => {
      const { w, h } = this.textMeasure.block(set);
      const added = index * COST.nextRegionSetting;
      return shape
        .places(w, h)
        .map((option) => ({ ...option, cost: option.cost + added, lines: set }));
    });
    return candidates.length ? { ...facts, coastal: false, candidates } : null;
  }

  /**
   * @param {MapPlace} place
   * @returns {TextLine[][]}
   */
  placeLines(place) {
    const name = textLine(place.name, PLACE_FONTS[place.kind], "dl-t-story");
    if (!place.second) return [[name]];
    const second = (/** @type {string} */ text) => textLine(text, "second", "dl-t-second");
    const settings = [[name, second(place.second)]];
    const broken = halves(place.second);
    if (broken && this.textMeasure.width(place.second, "second") > LONG_PX)
      settings.push([name, second(broken[0]), second(broken[1])]);
    // The name alone, at the price of two steps, before no name at all.
    return [...settings, settings[0], [name]];
  }

  /** Orientation cities, the most useful first, where there is room. */
  cities() {
    const { size } = this.camera;
    const most = Math.max(2, Math.floor((size.x * size.y) / CITY_AREA));
    let shown = 0;
    for (const city of this.spec.basemap.cities) {
      const point = this.camera.at(city);
      const dot = squareAt(point, CITY_DOT);
      if (shown >= most || !this.camera.holds(point, -12) || this.isTaken(dot)) continue;
      const facts = { id: city.name, dot: point };
      const lines = [textLine(city.name, "city", "dl-t-city")];
      if (!this.placer.settle(this.pointLabel(facts, point, CITY_DOT, [lines]))) continue;
      this.obstacles.addBox(dot, city.name, 2);
      shown += 1;
    }
  }

  /**
   * A dot may stand on the route, as a station does; not on a symbol or a label.
   * @param {Box} dot
   * @returns {boolean}
   */
  isTaken(dot) {
    return (
      this.obstacles.boxes.some((box) => boxesMeet(dot, box, 3)) ||
      this.placer.placed.some(({ option }) => boxesMeet(dot, option.box, 2))
    );
  }

  /**
   * Whether nothing at all stands in a box.
   * @param {Box} box
   * @returns {boolean}
   */
  isFree(box) {
    return !this.obstacles.blocks(box) && this.placer.isFree({ box });
  }
}

/**
 * @param {string} text
 * @param {FontName} font
 * @param {string} className
 * @returns {TextLine}
 */
export function textLine(text, font, className) {
  return { text, font, className };
}

/**
 * A name in one line and, where it has a space, in two.
 * @param {string} text
 * @param {FontName} font
 * @param {string} className
 * @returns {TextLine[][]}
 */
export function inOneOrTwo(text, font, className) {
  const broken = halves(text);
  const settings = broken ? [[text], broken] : [[text]];
  return settings.map((lines) => lines.map((line) => textLine(line, font, className)));
}
