// The ruler: points that a reader clicks, and the length of the geodesics between them.

import { buttonNode } from "../core/dom.js";
import { bothUnits } from "../core/format.js";
import { circlePoints, geodesicLength } from "../core/geodesic.js";

/** @import { LatLon, MountOptions, Point } from "../types/map" */
/** @typedef {(text: string, keep?: boolean, button?: HTMLButtonElement) => void} Say */

// A pointer that moved farther between down and up has dragged the map.
const DRAGGED_PX = 5;
// The first click leaves a mark too.
const END = {
  pane: "dl-routes",
  className: "dl-ruler-end",
  radius: 4,
  weight: 2,
  interactive: false,
};

/** Measures distances on a map. */
export class Ruler {
  /**
   * @param {L.Map} map
   * @param {HTMLElement} box that the map stands in
   * @param {{say: Say, keep: MountOptions["keep"]}} to what is told, and what may be done with a line
   */
  constructor(map, box, { say, keep }) {
    this.map = map;
    this.box = box;
    this.say = say;
    this.keep = keep;
    this.on = false;
    /** @type {LatLon[]} */
    this.points = [];
    /** Called with the new state. */
    this.onToggle = (/** @type {boolean} */ _on) => {};
    /** @type {Point | null} where the pointer went down */
    this.down = null;
    this.line = L.polyline([], {
      pane: "dl-routes",
      className: "dl-ruler",
      weight: 2,
      interactive: false,
    });
    this.ends = L.layerGroup();
    box.addEventListener("pointerdown", ({ clientX, clientY }) => {
      this.down = { x: clientX, y: clientY };
    });
    box.addEventListener("click", (event) => this.clicked(event), true);
    box.addEventListener("keydown", (event) => this.pressed(event));
  }

  toggle() {
    this.on = !this.on;
    this.box.classList.toggle("dl-measuring", this.on);
    this.points = [];
    this.draw();
    if (this.on) {
      this.line.addTo(this.map);
      this.ends.addTo(this.map);
      this.box.focus({ preventScroll: true });
      this.say("Click two or more points; by keyboard, move the map and press Enter", true);
    } else {
      this.line.remove();
      this.ends.remove();
      this.say("");
    }
    this.onToggle(this.on);
  }

  putAway() {
    if (this.on) this.toggle();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const { target, clientX, clientY } = event;
    const onTools = target instanceof Element && target.closest(".dl-buttons, .dl-popup, .dl-hint");
    if (!this.on || onTools) return;
    event.stopPropagation();
    const { down } = this;
    const far = down ? Math.hypot(clientX - down.x, clientY - down.y) : 0;
    const isSecond = event.detail > 1; // of a double click, which zooms
    if (far <= DRAGGED_PX && !isSecond) this.add(this.map.mouseEventToLatLng(event));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (!this.on || event.key !== "Enter" || event.target !== this.box) return;
    event.preventDefault();
    this.add(this.map.getCenter());
  }

  /** @param {L.LatLng} point */
  add({ lat, lng }) {
    this.points.push([lat, lng]);
    this.draw();
    this.say(this.lengthText(), true, this.keepButton());
  }

  /** @returns {HTMLButtonElement | undefined} */
  keepButton() {
    const { keep, points } = this;
    if (!keep || points.length < 2) return undefined;
    const button = buttonNode("dl-keep", keep.label);
    button.addEventListener("click", () => {
      keep.act(points.map(([lat, lon]) => ({ lat, lon: L.Util.wrapNum(lon, [-180, 180], true) })));
      this.putAway();
    });
    return button;
  }

  /** @returns {string} */
  lengthText() {
    if (this.points.length < 2) return "Now the next point";
    const lengths = this.points.slice(1).map((point, i) => geodesicLength(this.points[i], point));
    const known = lengths.filter((length) => length !== null);
    if (known.length < lengths.length)
      return "Two points lie nearly opposite each other on the globe";
    return `${bothUnits(known.reduce((sum, one) => sum + one, 0))} in a straight line`;
  }

  draw() {
    const { points } = this;
    this.ends.clearLayers();
    for (const point of points) this.ends.addLayer(L.circleMarker(point, END));
    this.line.setLatLngs(points.slice(1).flatMap((point, i) => circlePoints(points[i], point)));
  }
}
