// Many points on one canvas, from typed arrays: dots, or circles with numbers where dots would hide
// one another. Only what is in view is drawn; a move within the canvas draws nothing at all.

import { DOT } from "../core/cartography.js";
import { el } from "../core/dom.js";
import { latitudeOf } from "../core/mercator.js";
import { PictureLayer } from "../map/leaflet_private.js";
import { coloursOf, PointsPen } from "./canvas.js";
import { clusterRadius } from "./clusters.js";

/** @import { Cluster, LatLon, PointMark } from "../types/map" */
/** @import { MapView } from "../map/view.js" */
/** @import { PointsData } from "./data.js" */

const PADDING = 0.35;
const WORLD_PX = 256;
// Further in, dots grow a little with each zoom.
const GROW = 0.7;
const MOST_GROWN = 4;
const HIT_PX = 7;
const MOST_RADIUS = 30;
const MOST_DOT = 12;
// A cluster lies about its largest point where that is no farther from its middle, in its radius.
const ABOUT = 1.3;
// A click on a cluster comes nearer by so many zooms, at least and at most.
const NEARER = 0.8;
const DEEPER = 2;
const AROUND_PX = 60;

/** The canvas as a layer of the map. */
export class PointsLayer extends PictureLayer {
  /**
   * @param {MapView} view
   * @param {PointsData} data
   */
  constructor(view, data) {
    super("dl-points", PADDING);
    this.view = view;
    this.data = data;
    /** The zoom that shows the whole story. */
    this.home = 0;
    this.canvas = canvasNode();
    /** @type {PointMark[]} */
    this.drawn = [];
    /** @type {PointMark | null} what the reader points at */
    this.hover = null;
    /** @type {number | null} */
    this.chosen = null;
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.recolour = () => this.redraw();
  }

  /** @override */
  getEvents() {
    return { ...super.getEvents?.(), move: this.moved };
  }

  /**
   * @override
   * @param {L.Map} map
   */
  onAdd(map) {
    this.home = map.getZoom();
    super.onAdd(map);
    this.scheme.addEventListener("change", this.recolour);
    return this;
  }

  /**
   * @override
   * @param {L.Map} map
   */
  onRemove(map) {
    this.scheme.removeEventListener("change", this.recolour);
    super.onRemove(map);
    return this;
  }

  /** @override */
  createPicture() {
    return this.canvas;
  }

  /** Draw anew once the window has left what is drawn. */
  moved() {
    if (!this.isSettled) return;
    const { map } = this;
    const corner = map.containerPointToLayerPoint([0, 0]);
    if (!this.bounds.contains(L.bounds(corner, corner.add(map.getSize())))) this.refresh();
  }

  /** @override */
  redraw() {
    if (this.view.printing) {
      this.canvas = canvasNode();
      this.exchangePicture(this.canvas);
    }
    const size = this.bounds.getSize();
    const sharp = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.x * sharp), Math.round(size.y * sharp)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      Object.assign(this.canvas, { width, height });
      Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    }
    this.draw();
  }

  /**
   * The zoom whose clusters are shown.
   * @returns {number}
   */
  whole() {
    return Math.max(0, Math.floor(this.map.getZoom() + 0.25));
  }

  /**
   * All that stands in a box of layer pixels; of dots the largest first.
   * @param {L.Bounds} box
   * @returns {PointMark[]}
   */
  marksIn(box) {
    const from = box.getTopLeft();
    const to = box.getBottomRight();
    const scale = WORLD_PX * 2 ** this.map.getZoom();
    const origin = this.map.getPixelOrigin();
    /** @type {PointMark[]} */
    const marks = [];
    const level = this.data.clusters(this.whole());
    const { xs, ys } = level ?? this.data;
    const add = (/** @type {number} */ k, /** @type {number} */ reach) => {
      const x = xs[k] * scale - origin.x;
      const y = ys[k] * scale - origin.y;
      if (x <= from.x - reach || x >= to.x + reach || y <= from.y - reach || y >= to.y + reach)
        return;
      marks.push({ x, y, ...this.markOf(level ? level.list[k] : null, k) });
    };
    if (level) for (let k = 0; k < xs.length; k += 1) add(k, MOST_RADIUS);
    else for (const point of this.data.order) add(point, MOST_DOT);
    return marks;
  }

  /**
   * @param {Cluster | null} cluster
   * @param {number} point
   * @returns {{r: number, place: number, cluster: Cluster | null}}
   */
  markOf(cluster, point) {
    if (cluster && cluster.n > 1)
      return { r: clusterRadius(cluster.n), place: cluster.first, cluster };
    const place = cluster ? cluster.first : point;
    return { r: this.radius(place), place, cluster: null };
  }

  /**
   * Whether a cluster lies about its largest point, so that it may go by its name.
   * @param {Cluster} cluster
   * @param {number} r
   * @returns {boolean}
   */
  isAbout({ x, y, first }, r) {
    const scale = WORLD_PX * 2 ** this.map.getZoom();
    const { xs, ys } = this.data;
    return Math.hypot(xs[first] - x, ys[first] - y) * scale <= ABOUT * r;
  }

  /**
   * @param {number} point
   * @returns {number}
   */
  radius(point) {
    const least = this.data.total <= DOT.few ? DOT.few_least : DOT.least;
    const deeper = Math.max(0, this.map.getZoom() - this.home);
    return (least + Math.min(MOST_GROWN, deeper) * GROW + DOT.step * this.data.levels[point]) / 2;
  }

  draw() {
    const { data, view, canvas, bounds } = this;
    const pen = new PointsPen(canvas, coloursOf(view.root, view.printing), {
      clears: !view.printing,
      sharp: window.devicePixelRatio || 1,
      corner: bounds.getTopLeft(),
      family: getComputedStyle(view.root).fontFamily,
      sorted: data.kindNames.length > 0,
    });
    this.drawn = this.marksIn(bounds);
    for (const mark of this.drawn) {
      if (mark.cluster) pen.cluster(mark, mark.cluster);
      else pen.dot(mark, data.kinds[mark.place]);
    }
    for (const mark of this.drawn) if (this.isMarked(mark)) pen.ring(mark);
  }

  /**
   * Whether the reader points at a mark, or has chosen it.
   * @param {PointMark} mark
   * @returns {boolean}
   */
  isMarked({ place, cluster }) {
    if (!cluster && place === this.chosen) return true;
    const { hover } = this;
    return hover?.place === place && Boolean(hover.cluster) === Boolean(cluster);
  }

  /**
   * What is at a point of the window: the last drawn there lies on top.
   * @param {L.Point} containerPoint
   * @returns {PointMark | null}
   */
  at(containerPoint) {
    const point = this.map.containerPointToLayerPoint(containerPoint);
    let best = null;
    let nearest = Infinity;
    for (const mark of this.drawn) {
      const far = Math.hypot(mark.x - point.x, mark.y - point.y) - mark.r;
      if (far > (mark.cluster ? 0 : HIT_PX) || (far > nearest && far > 0)) continue;
      best = mark;
      nearest = Math.max(0, far);
    }
    return best;
  }

  /**
   * Places whose dots one dot covers, itself the first: nobody could click them.
   * @param {PointMark} mark
   * @returns {number[]}
   */
  under({ x, y, r, place }) {
    const covered = this.drawn.filter(
      (other) =>
        !other.cluster && other.place !== place && Math.hypot(other.x - x, other.y - y) <= r,
    );
    return [place, ...covered.map((other) => other.place)];
  }

  /** @param {PointMark | null} mark */
  pointAt(mark) {
    if (mark?.place === this.hover?.place) return;
    this.hover = mark;
    this.draw();
  }

  /** @param {number | null} place */
  choose(place) {
    this.chosen = place;
    if (this.map) this.draw();
  }

  /**
   * The zoom at which a point stands for itself.
   * @param {number} point
   * @returns {number}
   */
  ownZoom(point) {
    const most = Math.floor(this.map.getMaxZoom());
    for (let zoom = this.whole(); zoom < most; zoom += 1) {
      const level = this.data.clusters(zoom);
      if (!level || level.isAlone(point)) return Math.max(this.map.getZoom(), zoom);
    }
    return most;
  }

  /**
   * Where a click on a cluster leads: its points fill the view; null where they stand on one spot.
   * @param {Cluster} cluster
   * @returns {{middle: L.LatLng, zoom: number} | null}
   */
  inside(cluster) {
    const level = this.data.clusters(this.whole());
    if (!level) return null;
    const { west, south, east, north } = level.boundsOf(cluster);
    const bounds = L.latLngBounds(cornerAt(west, south), cornerAt(east, north));
    const zoom = this.map.getZoom();
    const fitting = this.map.getBoundsZoom(bounds, false, L.point(AROUND_PX, AROUND_PX));
    const nearer = Math.max(zoom + NEARER, Math.min(fitting, zoom + DEEPER));
    const wanted = Math.min(this.map.getMaxZoom(), nearer);
    return wanted > zoom + 0.05 ? { middle: bounds.getCenter(), zoom: wanted } : null;
  }
}

/** @returns {HTMLCanvasElement} */
function canvasNode() {
  const canvas = el("canvas", "dl-points");
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

/**
 * @param {number} x share of the width of the world's map
 * @param {number} y
 * @returns {LatLon}
 */
function cornerAt(x, y) {
  return [latitudeOf(180 - 360 * y), 360 * x - 180];
}
