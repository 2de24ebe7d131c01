// One layout of all labels for one view: what is in their way, and the names of the story's places.

import { COST, DISC, ROUTE_WIDTH, storyFont, SYMBOL_RADIUS, SYMBOLS } from "../core/cartography.js";
import { halves } from "../core/format.js";
import { boxesMeet, squareAt } from "../core/geometry.js";
import { RegionShape } from "./area_candidates.js";
import { leaderCandidates, numberCandidates, pointCandidates } from "./candidates.js";
import { Obstacles } from "./collisions.js";
import { Placer } from "./placement.js";
import { WindowMask } from "./window_mask.js";

/** @import { Box, Disc, FontName, Label, LabelFacts, LatLon, Point, TextLine } from "../types/map" */
/** @import { MapName, MapPlace, NameKind } from "../types/spec" */
/** @import { Camera } from "../core/camera.js" */

/** @typedef {Point & Disc} DiscAt */

// A second line wider than this may also be set in two.
const LONG_PX = 120;
// What labels keep from routes and from measured lines.
const ROUTE_AIR = ROUTE_WIDTH.known / 2 + 3;
const MEASURE_AIR = 3;
const FURNITURE_AIR = 8;
const CITY_DOT = SYMBOLS.city_dot;
const DEGREE_M = 111320;
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
    /** @type {MapPlace[]} those whose names stand in the key, by their numbers from `firstNumber` on */
    this.numbered = [];
    this.firstNumber = 1 + Math.max(0, ...spec.claim_cards.map((card) => card.number));
    this.places = new Map(spec.places.map((place) => [place.id, place]));
    const shown = spec.places.filter(
      (place) => place.kind !== "associative" && camera.holds(camera.at(place), 0),
    );
    this.storyFont = storyFont(
      shown.filter((place) => place.kind !== "stop").length,
      camera.size.x,
    );
    this.block();
  }

  /**
   * What the map names of a kind at a width, the worthiest first.
   * @param {NameKind} kind
   * @param {number} px width of the map; more where it is enlarged
   * @returns {MapName[]}
   */
  names(kind, px) {
    return this.spec.names.filter((name) => name.kind === kind && name.from_px <= px);
  }

  /**
   * Name the story's places; returns how badly the names stand, 0 for the best that can be.
   * @returns {number}
   */
  namePlaces() {
    const labels = this.placeLabels();
    this.placer.place(labels);
    const costs = new Map(this.placer.placed.map(({ label, option }) => [label, option.cost]));
    for (const label of labels) if (!costs.has(label)) this.number(label);
    const faultOf = (/** @type {number} */ cost) => Math.max(0, cost - COST.fine);
    const unnamed = COST.unnamed + COST.fine;
    return labels.reduce((sum, label) => sum + faultOf(costs.get(label) ?? unnamed), 0);
  }

  /**
   * Give a place without room for its name a number: on its symbol, or near it.
   * @param {Label} label
   */
  number({ id }) {
    const place = this.places.get(id);
    if (!place) return;
    const point = this.camera.at(place);
    const radius = place.kind === "stop" ? SYMBOL_RADIUS.stop : SYMBOL_RADIUS.story;
    const number = this.firstNumber + this.numbered.length;
    this.numbered.push(place);
    const lines = /** @type {TextLine[]} */ ([]);
    const candidates = numberCandidates(point, radius).map((one) => ({ ...one, lines }));
    const label = { id, owner: id, target: id, number, candidates };
    const box = squareAt(point, DISC / 2);
    const others = this.obstacles.boxes.filter(({ owner }) => owner !== id);
    const isFree =
      !others.some((other) => boxesMeet(box, other, 0)) &&
      !this.placer.placed.some(({ option }) => boxesMeet(box, option.box, 0));
    if (!isFree && this.placer.settle(label)) return;
    this.placer.placed.push({ label, option: { box, align: "middle", cost: 0, lines } });
  }

  /** @param {Box[]} boxes */
  furnish(boxes) {
    boxes.forEach((box) => this.obstacles.addBox(box, "furniture", FURNITURE_AIR));
  }

  block() {
    for (const place of this.spec.places) {
      const radius = place.kind === "associative" ? 0 : this.radiusOf(place);
      if (radius) this.obstacles.addSign(this.camera.at(place), radius, place.id);
    }
    for (const [id, { lines }] of this.drawn.routes) this.blockLines(id, lines, ROUTE_AIR);
    for (const [id, { lines }] of this.drawn.measures) this.blockLines(id, lines, MEASURE_AIR);
  }

  /**
   * How far the symbol of a place reaches: that of an uncertain one as far as it may be away.
   * @param {MapPlace} place
   * @returns {number}
   */
  radiusOf({ kind, lat, lon, radius_m: radius }) {
    if (kind !== "uncertain") return SYMBOL_RADIUS[kind];
    const degrees = radius / (DEGREE_M * Math.cos((lat * Math.PI) / 180));
    const far = this.camera.point([lat, lon + degrees]).x - this.camera.point([lat, lon]).x;
    return Math.max(SYMBOL_RADIUS.uncertain, far);
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
   * A label round a point, in each way that its lines may be set, with what each costs.
   * @param {Omit<Label, "candidates">} facts
   * @param {Point} point
   * @param {number} radius
   * @param {{lines: TextLine[], cost: number}[]} settings
   * @returns {Label}
   */
  pointLabel(facts, point, radius, settings) {
    /** @type {Label} */
    const label = { ...facts, coastal: this.isCoastal(point), candidates: [] };
    for (const { lines, cost } of settings) {
      const size = this.textMeasure.block(lines);
      const around = pointCandidates(point, radius, size);
      const far = facts.leaders ? leaderCandidates(point, radius, size) : [];
      for (const option of [...around, ...far])
        label.candidates.push({ ...option, cost: option.cost + cost, lines });
    }
    return label;
  }

  /** @returns {Label[]} */
  placeLabels() {
    const labels = [];
    for (const { target } of this.names("place", this.camera.size.x)) {
      const place = this.places.get(target);
      if (!place) continue;
      const point = this.camera.at(place);
      if (!this.camera.holds(point, 0)) continue;
      const facts = { id: place.id, target: place.id, leaders: true };
      const across = place.kind === "region" ? this.regionLabel(place, facts) : null;
      labels.push(
        across || this.pointLabel(facts, point, this.radiusOf(place), this.placeLines(place)),
      );
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
      const added = index * COST.regionSetting;
      return shape
        .places(w, h)
        .map((option) => ({ ...option, cost: option.cost + added, lines: set }));
    });
    return candidates.length ? { ...facts, coastal: false, candidates } : null;
  }

  /**
   * A name with its second line, that in one row or two, or without it; and what each costs.
   * @param {MapPlace} place
   * @returns {{lines: TextLine[], cost: number}[]}
   */
  placeLines(place) {
    const font = place.kind === "stop" || place.kind === "region" ? "stop" : this.storyFont;
    const name = textLine(place.name, font, "dl-t-story");
    if (!place.second) return [{ lines: [name], cost: 0 }];
    const second = (/** @type {string} */ text) => textLine(text, "second", "dl-t-second");
    const settings = [{ lines: [name, second(place.second)], cost: 0 }];
    const broken = halves(place.second);
    if (broken && this.textMeasure.width(place.second, "second") > LONG_PX)
      settings.push({ lines: [name, second(broken[0]), second(broken[1])], cost: COST.wrapped });
    return [...settings, { lines: [name], cost: COST.no_second }];
  }

  /**
   * Orientation cities, the most useful first.
   * @param {number} px
   */
  nameCities(px) {
    const labels = [];
    for (const { target } of this.names("city", px)) {
      const city = this.spec.basemap.cities.at(Number(target));
      if (!city) continue;
      const point = this.camera.at(city);
      const dot = squareAt(point, CITY_DOT);
      if (!this.camera.holds(point, -6) || this.isTaken(dot)) continue;
      const facts = { id: `city ${target}`, dot: point };
      const lines = [textLine(city.name, "city", "dl-t-city")];
      labels.push(this.pointLabel(facts, point, CITY_DOT, [{ lines, cost: 0 }]));
    }
    this.placer.place(labels);
    const placed = new Set(this.placer.placed.map(({ label }) => label));
    for (const { id, dot } of labels.filter((label) => placed.has(label)))
      if (dot) this.obstacles.addBox(squareAt(dot, CITY_DOT), id, 1);
  }

  /**
   * A dot may stand on the route, as a station does; not on a symbol or a label.
   * @param {Box} dot
   * @returns {boolean}
   */
  isTaken(dot) {
    return (
      this.obstacles.boxes.some((box) => boxesMeet(dot, box, 1)) ||
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
