// Where things stand in the window; a shift moves all of them, to try a view without showing it.

import { thinned } from "./geometry.js";

/** @import { LatLon, Located, Point } from "../types/map" */

// Points of a line that are nearer than this to the one before add nothing.
const NEAR_PX = 3;

/** A Leaflet map as labels see it. */
export class Camera {
  /**
   * @param {L.Map} map
   * @param {Point} [shift] pixels
   * @param {Map<LatLon[], Point[]>} [lines] cameras of one zoom share the work by one of these
   */
  constructor(map, shift, lines) {
    this.map = map;
    this.shift = shift || { x: 0, y: 0 };
    /** @type {Map<LatLon[], Point[]>} */
    this.lines = lines || new Map();
    this.size = map.getSize();
  }

  /**
   * @param {Located} thing
   * @returns {Point}
   */
  at(thing) {
    return this.point([thing.lat, thing.lon]);
  }

  /**
   * @param {LatLon} latLon
   * @returns {Point}
   */
  point(latLon) {
    const { x, y } = this.map.latLngToContainerPoint(latLon);
    return { x: x + this.shift.x, y: y + this.shift.y };
  }

  /**
   * A line in the window, without the points that add nothing.
   * @param {LatLon[]} latLons
   * @returns {Point[]}
   */
  line(latLons) {
    let known = this.lines.get(latLons);
    if (!known) {
      known = thinned(
        latLons.map((at) => this.map.latLngToContainerPoint(at)),
        NEAR_PX,
      );
      this.lines.set(latLons, known);
    }
    return known.map(({ x, y }) => ({ x: x + this.shift.x, y: y + this.shift.y }));
  }

  /**
   * The place on earth at a point of the window.
   * @param {number} x
   * @param {number} y
   * @returns {L.LatLng}
   */
  earth(x, y) {
    return this.map.containerPointToLatLng([x - this.shift.x, y - this.shift.y]);
  }

  /**
   * Whether a point is in the window, or no farther from it than a margin.
   * @param {Point} point
   * @param {number} margin
   * @returns {boolean}
   */
  holds({ x, y }, margin) {
    return x > -margin && y > -margin && x < this.size.x + margin && y < this.size.y + margin;
  }
}
