// Clusters of many points for each zoom, found by the library supercluster.

import Supercluster from "supercluster";
import { latitudeOf, northing } from "../core/mercator.js";

/** @import { ClusterFeature, PointFeature } from "supercluster" */
/** @import { Cluster } from "../types/map" */

/** @typedef {[lon: number, lat: number]} LonLat */

/**
 * What is kept of a point, and of the points of a cluster.
 * @typedef {object} Gathered
 * @property {number} first the one of the best rank
 * @property {number[] | null} kinds how many there are of each category
 */

/**
 * @typedef {object} Points
 * @property {number} total
 * @property {Float64Array} xs
 * @property {Float64Array} ys
 * @property {Uint32Array} rank 0 for the first
 * @property {Uint8Array} kinds
 * @property {string[]} kindNames empty where points are of one sort
 */

// What lies so near to one another is one circle, pixels.
const RADIUS_PX = 40;
const WORLD_PX = 256;
// From so many points in a square of this size on, dots would hide one another: they are clustered.
const DENSE = 2500;
const SQUARE_PX = 512;
// No map goes nearer.
const MOST_ZOOM = 20;
const KINDS = 5;
// A square of the map in one number: fewer columns than this.
const COLUMNS = 4194304;
// So far from a point, degrees, only itself is looked for; supercluster rounds to a third of this.
const HERE_DEG = 1e-6;

/**
 * Radius of the circle of a cluster, pixels, by the logarithm of its number.
 * @param {number} number
 * @returns {number}
 */
export function clusterRadius(number) {
  return 7.5 + 3.7 * Math.log10(number);
}

/** The clusters of one zoom, and the points that stand for themselves. */
export class ClusterLevel {
  /**
   * @param {Points} points
   * @param {Supercluster<Gathered, Gathered>} tree
   * @param {number} zoom
   */
  constructor(points, tree, zoom) {
    this.points = points;
    this.tree = tree;
    this.zoom = zoom;
    this.west = westOf(points);
    /** @type {Cluster[]} */
    this.list = tree
      .getClusters([-180, -90, 180, 90], zoom)
      .map((feature) => clusterOf(feature, this.west));
    this.xs = Float64Array.from(this.list, (one) => one.x);
    this.ys = Float64Array.from(this.list, (one) => one.y);
  }

  /**
   * The points of a cluster, those of the best rank first.
   * @param {Cluster} cluster
   * @param {number} [most]
   * @returns {number[]}
   */
  members(cluster, most) {
    if (cluster.n === 1) return [cluster.first];
    const { rank } = this.points;
    const found = this.tree
      .getLeaves(cluster.id, Infinity)
      .map(({ properties }) => properties.first);
    return found.sort((a, b) => rank[a] - rank[b]).slice(0, most);
  }

  /**
   * The box of the points of a cluster, shares of the width of the world's map; y grows southwards.
   * @param {Cluster} cluster
   * @returns {{west: number, south: number, east: number, north: number}}
   */
  boundsOf(cluster) {
    const { xs, ys } = this.points;
    const box = { west: Infinity, south: -Infinity, east: -Infinity, north: Infinity };
    for (const i of this.members(cluster)) {
      box.west = Math.min(box.west, xs[i]);
      box.east = Math.max(box.east, xs[i]);
      box.north = Math.min(box.north, ys[i]);
      box.south = Math.max(box.south, ys[i]);
    }
    return box;
  }

  /**
   * Whether a point stands for itself.
   * @param {number} point
   * @returns {boolean}
   */
  isAlone(point) {
    const [lon, lat] = positionOf(this.points, point, this.west);
    const near = this.tree.getClusters(
      [lon - HERE_DEG, lat - HERE_DEG, lon + HERE_DEG, lat + HERE_DEG],
      this.zoom,
    );
    return near.some(({ properties }) => !("cluster" in properties) && properties.first === point);
  }
}

/** The clusters of all zooms. */
export class ClusterIndex {
  /** @param {Points} points */
  constructor(points) {
    this.points = points;
    /** The last zoom with clusters; -1 where there are none. */
    this.last = lastDense(points);
    /** @type {Supercluster<Gathered, Gathered> | null} */
    this.tree = this.last < 0 ? null : treeOf(points, this.last);
    /** @type {Map<number, ClusterLevel>} */
    this.known = new Map();
  }

  /**
   * @param {number} zoom a whole one
   * @returns {ClusterLevel | null} null where each point stands for itself
   */
  at(zoom) {
    if (!this.tree || zoom > this.last) return null;
    let level = this.known.get(zoom);
    if (!level) this.known.set(zoom, (level = new ClusterLevel(this.points, this.tree, zoom)));
    return level;
  }
}

/**
 * @param {Points} points
 * @returns {number}
 */
function lastDense(points) {
  let zoom = -1;
  while (zoom < MOST_ZOOM && isDense(points, zoom + 1)) zoom += 1;
  return zoom;
}

/**
 * Whether some square of the map at a zoom holds too many points for a dot each.
 * @param {Points} points
 * @param {number} zoom
 * @returns {boolean}
 */
function isDense({ total, xs, ys }, zoom) {
  if (total <= DENSE) return false;
  const scale = (WORLD_PX * 2 ** zoom) / SQUARE_PX;
  /** @type {Map<number, number>} */
  const squares = new Map();
  for (let i = 0; i < total; i += 1) {
    const key = Math.floor(xs[i] * scale) * COLUMNS + Math.floor(ys[i] * scale);
    const number = (squares.get(key) || 0) + 1;
    if (number > DENSE) return true;
    squares.set(key, number);
  }
  return false;
}

/**
 * @param {Points} points
 * @param {number} last the last zoom with clusters
 * @returns {Supercluster<Gathered, Gathered>}
 */
function treeOf(points, last) {
  const { rank } = points;
  const start = westOf(points);
  /** @type {Supercluster<Gathered, Gathered>} */
  const tree = new Supercluster({
    radius: RADIUS_PX,
    extent: WORLD_PX,
    maxZoom: last,
    reduce: (all, { first, kinds }) => {
      if (rank[first] < rank[all.first]) all.first = first;
      // A new list: this one is also that of a cluster of the zoom before.
      if (kinds) all.kinds = all.kinds?.map((number, k) => number + kinds[k]) ?? null;
    },
  });
  return tree.load(Array.from({ length: points.total }, (_, i) => featureOf(points, i, start)));
}

/**
 * Where the points begin. Longitudes of a map across the antimeridian run on past 180°, and those of
 * supercluster do not.
 * @param {Points} points
 * @returns {number} share of the width of the world's map
 */
function westOf({ xs }) {
  return xs.reduce((a, b) => Math.min(a, b), Infinity);
}

/**
 * A position for supercluster, with longitudes counted from the first point on.
 * @param {Points} points
 * @param {number} i
 * @param {number} start where longitudes are counted from
 * @returns {LonLat}
 */
function positionOf({ xs, ys }, i, start) {
  return [360 * (xs[i] - start) - 180, latitudeOf(180 - 360 * ys[i])];
}

/**
 * @param {Points} points
 * @param {number} i
 * @param {number} start where longitudes are counted from
 * @returns {GeoJSON.Feature<GeoJSON.Point, Gathered>}
 */
function featureOf(points, i, start) {
  const { kinds, kindNames } = points;
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: positionOf(points, i, start) },
    properties: { first: i, kinds: kindNames.length ? oneOf(kinds[i]) : null },
  };
}

/**
 * @param {number} kind
 * @returns {number[]} 1 for this category, 0 for the others
 */
function oneOf(kind) {
  const kinds = new Array(KINDS).fill(0);
  kinds[kind] = 1;
  return kinds;
}

/**
 * @param {PointFeature<Gathered> | ClusterFeature<Gathered>} feature
 * @param {number} start where longitudes are counted from
 * @returns {Cluster}
 */
function clusterOf({ geometry, properties }, start) {
  const [lon, lat] = geometry.coordinates;
  const { first, kinds } = properties;
  const isCluster = "cluster" in properties;
  return {
    id: isCluster ? properties.cluster_id : first,
    n: isCluster ? properties.point_count : 1,
    x: (lon + 180) / 360 + start,
    y: (180 - northing(lat)) / 360,
    first,
    kinds,
  };
}
