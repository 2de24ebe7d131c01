// What a reader does with many points: the list of those in view, which is the map for keyboard and
// screen reader; a search; the words behind a dot. Text goes in as text.

import { buttonNode, clear, el } from "../core/dom.js";
import { grouped } from "../core/format.js";
import { bareCount, clusterText, legendNode, pointNote } from "./text.js";
import { PointsTip } from "./tip.js";

/** @import { Cluster, LatLon, PointMark } from "../types/map" */
/** @import { MapView } from "../map/view.js" */
/** @import { PointsData } from "./data.js" */
/** @import { PointsLayer } from "./layer.js" */

/** @typedef {{found: number[], total: number}} Listed the first of those found, and how many there are */

const MOST_LISTED = 50;
const WAIT_MS = 140;
const FLIGHT_S = 0.6;
// What is nearer to the edge than this share of the map is brought nearer to its middle.
const INSIDE = -0.08;
const HELP =
  "A circle with a number stands for that many places; click it, or press Enter on the map, to come nearer.";

/** The list of points beside the map. */
export class PointsPanel {
  /**
   * @param {MapView} view
   * @param {PointsData} data
   * @param {PointsLayer} layer
   */
  constructor(view, data, layer) {
    this.view = view;
    this.data = data;
    this.layer = layer;
    /** @type {L.Map | null} */
    this.map = null;
    /** @type {number | undefined} */
    this.timer = undefined;
    this.node = el("section", "dl-points-panel");
    this.title = el("h2", "dl-kicker", "Places in view");
    this.field = el("input", "dl-points-field");
    Object.assign(this.field, {
      type: "search",
      placeholder: "Search all names",
      autocomplete: "off",
    });
    this.field.setAttribute("aria-label", "Search all names");
    this.field.addEventListener("input", () => this.later());
    this.status = el("p", "dl-small dl-points-told");
    this.status.setAttribute("role", "status");
    this.list = el("ol", "dl-points-list");
    this.help = el("p", "dl-small dl-points-help", HELP);
    this.node.append(this.title, this.field, this.status, this.list);
    const legend = legendNode(data);
    if (legend) this.node.append(legend);
    this.node.append(this.help);
  }

  /**
   * Answer what the reader does on the map; called when the layer is on it.
   * @param {L.Map} map
   */
  attach(map) {
    this.map = map;
    map.on("moveend", () => this.later());
    map.on("click", ({ containerPoint }) => {
      if (!this.view.ruler?.on) this.pick(this.layer.at(containerPoint), map);
    });
    this.view.box.addEventListener("keydown", (event) => this.pressed(event, map));
    new PointsTip(this.view, this.layer).attach(map);
    this.show(map);
  }

  /** Show the list anew, once the reader pauses. */
  later() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.map?.hasLayer(this.layer)) this.show(this.map);
    }, WAIT_MS);
  }

  /** @param {L.Map} map */
  show(map) {
    const words = this.field.value.trim();
    const listed = words ? this.search(words) : this.inView(map);
    this.title.textContent = this.titleText(words);
    this.status.textContent = this.statusText(words, listed);
    clear(this.list);
    for (const point of listed.found) this.list.append(this.row(point, map));
    this.list.hidden = !listed.found.length;
    this.help.hidden = !this.data.clusters(this.layer.whole());
  }

  /**
   * @param {string} words that are searched for, or ""
   * @returns {string}
   */
  titleText(words) {
    if (words) return "Places found";
    return this.view.spec.places.length ? "More places in view" : "Places in view";
  }

  /**
   * @param {string} words
   * @param {Listed} listed
   * @returns {string}
   */
  statusText(words, { found, total }) {
    const places = `${grouped(total)} ${total === 1 ? "place" : "places"}`;
    const where = words ? "found" : "in view";
    if (total <= found.length) return `${places} ${where}.`;
    const { most, least, word } = this.data;
    const by = most > least ? `with the most ${word || "entries"}` : "";
    return `${places} ${where}. The ${by ? MOST_LISTED : "first"} ${by || MOST_LISTED}:`;
  }

  /**
   * @param {L.Map} map
   * @returns {Listed}
   */
  inView(map) {
    const bounds = map.getPixelBounds();
    const [from, to] = [bounds.getTopLeft(), bounds.getBottomRight()];
    const scale = 256 * 2 ** map.getZoom();
    const { xs, ys, order } = this.data;
    return first(order, (point) => {
      const [x, y] = [xs[point] * scale, ys[point] * scale];
      return x >= from.x && x <= to.x && y >= from.y && y <= to.y;
    });
  }

  /**
   * @param {string} words
   * @returns {Listed}
   */
  search(words) {
    return first(this.data.named(words), () => true);
  }

  /**
   * @param {number} point
   * @param {L.Map} map
   * @returns {HTMLElement}
   */
  row(point, map) {
    const item = el("li");
    const button = buttonNode("dl-points-row", "");
    const name = el("bdi", "dl-points-name", this.data.names.at(point));
    button.append(name, " ", el("span", "dl-points-count", bareCount(this.data, point)));
    button.addEventListener("click", () => this.goTo(point, map));
    item.append(button);
    return item;
  }

  /**
   * Show one point for itself, with its note.
   * @param {number} point
   * @param {L.Map} map
   */
  goTo(point, map) {
    const at = this.data.latLon(point);
    const zoom = this.layer.ownZoom(point);
    this.layer.choose(point);
    this.view.close();
    const isNear = zoom <= map.getZoom() + 0.01 && map.getBounds().pad(INSIDE).contains(at);
    if (!isNear) this.fly(at, zoom, map);
    this.view.open(pointNote(this.data, point), at);
  }

  /**
   * @param {LatLon | L.LatLng} at
   * @param {number} zoom
   * @param {L.Map} map
   */
  fly(at, zoom, map) {
    if (this.view.calm) map.setView(at, zoom, { animate: false });
    else map.flyTo(at, zoom, { duration: FLIGHT_S });
  }

  /**
   * Answer a click: a point tells of itself, a cluster is gone into or, on one spot, listed.
   * @param {PointMark | null} mark
   * @param {L.Map} map
   */
  pick(mark, map) {
    this.layer.choose(mark && !mark.cluster ? mark.place : null);
    if (!mark) return;
    const { place, cluster } = mark;
    const goal = cluster && this.layer.inside(cluster);
    if (goal) {
      this.fly(goal.middle, goal.zoom, map);
      return;
    }
    const here = cluster ? this.members(cluster) : this.layer.under(mark);
    const total = cluster ? cluster.n : here.length;
    const note = total > 1 ? this.placesNode(here, total, map) : pointNote(this.data, place);
    this.view.open(note, this.data.latLon(place));
  }

  /**
   * @param {Cluster} cluster
   * @returns {number[]}
   */
  members(cluster) {
    return this.data.clusters(this.layer.whole())?.members(cluster, MOST_LISTED) ?? [];
  }

  /**
   * Points on one spot, or as near as the map goes, are listed.
   * @param {number[]} points the first of them
   * @param {number} total
   * @param {L.Map} map
   * @returns {HTMLElement}
   */
  placesNode(points, total, map) {
    const node = el("div", "dl-pop-body");
    node.append(el("strong", "dl-pop-name", `${grouped(total)} places here`));
    const list = el("ol", "dl-points-list");
    for (const point of points.slice(0, MOST_LISTED)) list.append(this.row(point, map));
    node.append(list);
    const more = total - MOST_LISTED;
    if (more > 0) node.append(el("div", "dl-pop-small", `and ${grouped(more)} more`));
    return node;
  }

  /**
   * Enter on the map: the cluster or point nearest to its middle.
   * @param {KeyboardEvent} event
   * @param {L.Map} map
   */
  pressed(event, map) {
    const { box, ruler } = this.view;
    if (event.key !== "Enter" || event.target !== box || ruler?.on) return;
    const middle = map.containerPointToLayerPoint(map.getSize().divideBy(2));
    const far = (/** @type {PointMark} */ mark) => Math.hypot(mark.x - middle.x, mark.y - middle.y);
    const clusters = this.layer.drawn.filter((mark) => mark.cluster);
    const among = clusters.length ? clusters : this.layer.drawn;
    if (!among.length) return;
    event.preventDefault();
    const mark = among.reduce((a, b) => (far(b) < far(a) ? b : a));
    const name = this.data.names.at(mark.place);
    this.view.close();
    this.view.say(mark.cluster ? clusterText(mark.cluster.n, name) : name);
    this.pick(mark, map);
  }
}

/**
 * The first of those that pass a test, and how many do.
 * @param {Iterable<number>} points
 * @param {(point: number) => boolean} test
 * @returns {Listed}
 */
function first(points, test) {
  const found = [];
  let total = 0;
  for (const point of points) {
    if (!test(point)) continue;
    total += 1;
    if (found.length < MOST_LISTED) found.push(point);
  }
  return { found, total };
}
