// Scale bar, small globe and buttons, each in the emptiest corner that is left.

import { FURNITURE } from "../core/cartography.js";
import { clear, svgEl } from "../core/dom.js";
import { boxesMeet, grown } from "../core/geometry.js";
import { decodeLines } from "../core/polyline.js";
import { Globe } from "./globe.js";
import { scaleNodes, scaleOf } from "./scale_bar.js";

/** @import { Box, LatLon, Point } from "../types/map" */
/** @import { MapSpec } from "../types/spec" */
/** @import { Obstacles } from "./collisions.js" */
/** @import { Scale } from "./scale_bar.js" */
/** @import { WindowMask } from "./window_mask.js" */

/** @typedef {{obstacles: Obstacles, view: WindowMask, taken: Box[], dry: number}} Room */
/** @typedef {{w: number, h: number, move: (box: Box) => void}} Buttons */

const { margin: MARGIN, globe: GLOBE } = FURNITURE;
const GLOBE_FRAME = 3;
const BAR = 32;
const BESIDE = 44;
const NEAR = 30;
const APART = 6;
// What makes a corner dear: what stands in it, what stands near it, land where water would be better.
const COST_IN = 50;
const COST_NEAR = 6;
const COST_ORDER = 0.8;
const COST_LAND = 3;
// On a smaller map, or one of half the world, the globe says nothing.
const ROOMY = { w: 520, h: 380, degrees: 140 };
// The globe is turned less to the poles than the map is.
const TILT = 0.55;
const HALF_WORLD = 180;

/**
 * @param {Point} size
 * @param {number} w
 * @param {number} h
 * @returns {Box[]}
 */
function cornerBoxes(size, w, h) {
  const right = size.x - MARGIN - w;
  const low = size.y - MARGIN - h;
  return [
    { x: right, y: low, w, h },
    { x: MARGIN, y: low, w, h },
    { x: MARGIN, y: MARGIN, w, h },
    { x: right, y: MARGIN, w, h },
  ];
}

/**
 * The emptiest of some boxes: nothing of the story in or near it; `dry` is what land costs.
 * @param {Box[]} boxes
 * @param {Room} room
 * @returns {(Box & {cost: number, full: boolean}) | null}
 */
function emptiest(boxes, { obstacles, view, taken, dry }) {
  let best = null;
  for (const [order, box] of boxes.entries()) {
    if (taken.some((other) => boxesMeet(box, other, APART))) continue;
    const load = obstacles.load(box);
    const land = 1 - view.share(box, null);
    const near = obstacles.load(grown(box, NEAR));
    const cost = load * COST_IN + near * COST_NEAR + land * dry + order * COST_ORDER;
    if (!best || cost < best.cost) best = { ...box, cost, full: load > 0 };
  }
  return best;
}

/** What helps the reader to use the map. */
export class Furniture {
  /**
   * @param {L.Map} map
   * @param {MapSpec} spec
   * @param {Buttons} buttons
   */
  constructor(map, spec, buttons) {
    this.map = map;
    this.spec = spec;
    this.buttons = buttons;
    /** @type {Box | null} */
    this.globeAt = null;
    /** @type {Box | null} */
    this.barAt = null;
    /** @type {Box | null} */
    this.buttonsAt = null;
    /** @type {Scale | null} the map has no view yet */
    this.scale = null;
    /** @type {LatLon[][] | null} */
    this.land = null;
    this.node = svgEl("svg", { class: "dl-furniture", "aria-hidden": "true" });
    map.getContainer().append(this.node);
  }

  /**
   * Choose a place for each thing that there is room for; returns the boxes that they take.
   * @param {Obstacles} obstacles
   * @param {WindowMask} view
   * @returns {Box[]}
   */
  arrange(obstacles, view) {
    const size = this.map.getSize();
    const room = { obstacles, view, taken: /** @type {Box[]} */ ([]), dry: COST_LAND };
    const scale = scaleOf(this.map);
    this.scale = scale;
    this.globeAt = this.isRoomy(size) ? take(room, cornerBoxes(size, 2 * GLOBE, 2 * GLOBE)) : null;
    const { w } = scale;
    const beside = room.taken.map((box) => ({
      x: box.x > size.x / 2 ? box.x - w - BESIDE : box.x + box.w + BESIDE,
      y: size.y - MARGIN - BAR,
      w,
      h: BAR,
    }));
    this.barAt = take(room, [...beside, ...cornerBoxes(size, w, BAR)]);
    const corners = cornerBoxes(size, this.buttons.w, this.buttons.h).reverse();
    this.buttonsAt = emptiest(corners, { ...room, dry: 0 });
    return this.buttonsAt ? [...room.taken, this.buttonsAt] : room.taken;
  }

  /**
   * @param {Point} size
   * @returns {boolean}
   */
  isRoomy(size) {
    const { frame } = this.spec;
    return size.x >= ROOMY.w && size.y >= ROOMY.h && frame.east - frame.west < ROOMY.degrees;
  }

  /**
   * @param {Obstacles} obstacles
   * @param {WindowMask} view
   * @returns {Box[]} what is taken
   */
  draw(obstacles, view) {
    const taken = this.arrange(obstacles, view);
    clear(this.node);
    if (this.barAt && this.scale) this.node.append(...scaleNodes(this.scale, this.barAt));
    if (this.buttonsAt) this.buttons.move(this.buttonsAt);
    this.drawGlobe();
    return taken;
  }

  /** The globe says nothing that the map needs: it is drawn when all else stands, or on paper. */
  complete() {
    if (this.land) return;
    const { inset } = this.spec;
    this.land = decodeLines(inset.land, inset.grid);
    this.drawGlobe();
  }

  drawGlobe() {
    if (!this.globeAt || !this.land) return;
    const { x, y } = this.globeAt;
    const { lon, lat } = this.spec.inset;
    const group = svgEl("g", { transform: `translate(${x + GLOBE} ${y + GLOBE})` });
    const globe = new Globe({ lon, lat: lat * TILT }, GLOBE - GLOBE_FRAME);
    group.append(svgEl("circle", { r: GLOBE, class: "dl-globe-frame" }));
    group.append(svgEl("circle", { r: GLOBE - GLOBE_FRAME, class: "dl-globe-sea" }));
    const land = this.land.map((ring) => globe.path(ring)).join("");
    if (land) group.append(svgEl("path", { d: land, class: "dl-globe-land" }));
    const bounds = this.map.getBounds();
    const view = {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    };
    // Of half the world and more the outline is a tangle on the rim.
    const box = view.east - view.west < HALF_WORLD ? globe.box(view) : "";
    if (box) group.append(svgEl("path", { d: box, class: "dl-globe-box" }));
    this.node.append(group);
  }
}

/**
 * Take the emptiest of some boxes, unless something stands in it.
 * @param {Room} room
 * @param {Box[]} boxes
 * @returns {Box | null}
 */
function take(room, boxes) {
  const box = emptiest(boxes, room);
  if (!box || box.full) return null;
  room.taken.push(box);
  return box;
}
