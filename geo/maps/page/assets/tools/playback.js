// "Play the journey": a dot runs along each route in turn and the words say when it begins and ends;
// where motion is unwelcome it stands at a few points of it. A straight line that stands in for a
// route is said to be one, and a journey that is only possible is not played at all.

import { lengthOf, pointAlong } from "../core/geometry.js";
import { latitudeOf, northing } from "../core/mercator.js";

/** @import { Drawn, LatLon, Point } from "../types/map" */
/** @import { MapRoute } from "../types/spec" */
/** @import { MapView } from "../map/view.js" */

/** @typedef {{index: number, flat: Point[], total: number, since: number, route: MapRoute, dot: L.Marker}} Run */

const STEADY_MS = 5000;
const CALM_STOPS = 4;
const CALM_MS = 1000;
const UNKNOWN = ". The way taken is not known: a straight line stands for it.";

/** Plays the routes of a map one after another. */
export class Playback {
  /**
   * @param {MapView} view
   * @param {L.Map} map
   * @param {Drawn} drawn
   */
  constructor(view, map, drawn) {
    this.view = view;
    this.map = map;
    this.drawn = drawn;
    const real = view.spec.routes.filter((route) => route.status !== "possible");
    this.routes = real.filter((route) => this.lineOf(route, 0).length > 1);
    this.leftOut = view.spec.routes.length - real.length;
    /** Called when the last one has ended, or when it is stopped. */
    this.onEnd = () => {};
    /** @type {number | null} */
    this.frame = null;
    /** @type {number | null} */
    this.timer = null;
    /** @type {Run | null} */
    this.run = null;
  }

  /**
   * @param {MapRoute} route
   * @param {number} [part] one of its lines; all of them where left out
   * @returns {LatLon[]}
   */
  lineOf(route, part) {
    const lines = this.drawn.routes.get(route.id)?.lines ?? [];
    return part === undefined ? lines.flat() : (lines[part] ?? []);
  }

  toggle() {
    if (this.frame || this.timer) this.stop();
    else this.start(0);
  }

  /** @param {number} index of the route */
  start(index) {
    const route = this.routes[index];
    const line = this.lineOf(route);
    const isStandIn = route.manner === "stand-in";
    this.run?.dot.remove();
    const className = isStandIn ? "dl-runner dl-runner-unknown" : "dl-runner";
    const icon = L.divIcon({ className, iconSize: [16, 16] });
    const options = { icon, interactive: false, keyboard: false, pane: "dl-names" };
    const dot = L.marker(line[0], options).addTo(this.map);
    const flat = line.map(([lat, lon]) => ({ x: lon, y: northing(lat) }));
    const run = { index, flat, total: lengthOf(flat), since: performance.now(), route, dot };
    this.run = run;
    const begins = captionOf(route.title, route.departed);
    this.view.say(isStandIn ? begins + UNKNOWN : begins, true);
    if (this.view.calm) this.stand(run, 0);
    else this.frame = requestAnimationFrame((now) => this.step(run, now));
  }

  /**
   * @param {Run} run
   * @param {number} now milliseconds
   */
  step(run, now) {
    const share = Math.max(0, Math.min(1, (now - run.since) / STEADY_MS));
    moveTo(run, share);
    if (share < 1) this.frame = requestAnimationFrame((next) => this.step(run, next));
    else this.arrive(run);
  }

  /**
   * @param {Run} run
   * @param {number} stop
   */
  stand(run, stop) {
    moveTo(run, stop / CALM_STOPS);
    if (stop < CALM_STOPS) this.timer = window.setTimeout(() => this.stand(run, stop + 1), CALM_MS);
    else this.arrive(run);
  }

  /** @param {Run} run */
  arrive({ index, route }) {
    this.frame = null;
    if (route.arrived) this.view.say(captionOf(route.title, route.arrived), true);
    const next = () => (index + 1 < this.routes.length ? this.start(index + 1) : this.finish());
    this.timer = window.setTimeout(next, 2 * CALM_MS);
  }

  finish() {
    this.stop();
    if (!this.leftOut) return;
    const journeys = this.leftOut === 1 ? "One journey" : `${this.leftOut} journeys`;
    const verbs = this.leftOut === 1 ? ["is", "was"] : ["are", "were"];
    this.view.say(`${journeys} that ${verbs[0]} only possible ${verbs[1]} left out`);
  }

  stop() {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.timer !== null) clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
    if (!this.run) return;
    this.run.dot.remove();
    this.run = null;
    this.view.say("");
    this.onEnd();
  }
}

/**
 * @param {Run} run
 * @param {number} share of the route
 */
function moveTo({ flat, total, dot }, share) {
  const { x, y } = pointAlong(flat, total * share);
  dot.setLatLng([latitudeOf(y), x]);
}

/**
 * @param {string} title
 * @param {string} when "" where that is not told
 * @returns {string}
 */
function captionOf(title, when) {
  return when ? `${title}, ${when}` : title;
}
