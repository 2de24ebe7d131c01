// The quiet base: land, lakes, rivers, borders and coast as one picture; colours come from CSS.
//
// The outlines are set once, in steps of the grid; a move or a zoom changes only how they are placed,
// and lines keep their width.

import { setAll, svgEl } from "../core/dom.js";
import { latitudeOf, northing } from "../core/mercator.js";
import { decodeFlat } from "../core/polyline.js";
import { PictureLayer } from "./leaflet_private.js";

/** @import { FlatBasemap } from "../types/map" */
/** @import { CodedBasemap } from "../types/spec" */

const PADDING = 0.6;
// A map of fewer degrees has broad, strong shallows; on others specks of islands would be all halo.
const NEAR_DEG = 40;
const LEAST_COAST = { near: 24, far: 60 };

/**
 * Decoded once, for the picture and for the raster of what lies where.
 * @param {CodedBasemap} basemap
 * @returns {FlatBasemap}
 */
export function flattenBasemap({ grid, lands, ...lines }) {
  const flat = (/** @type {string[]} */ texts) => texts.map((text) => decodeFlat(text, grid));
  return {
    lands: lands.map((land) => flat(land.rings)),
    lakes: flat(lines.lakes),
    coast: flat(lines.coast),
    rivers: flat(lines.rivers),
    borders: flat(lines.borders),
    disputed: flat(lines.disputed),
    states: flat(lines.states),
    waters: lines.waters.map((water) => flat(water.area)),
  };
}

/**
 * Lines as the data of an SVG path, in steps of the grid from the upper edge.
 * @param {number[][]} lines
 * @param {number} top
 * @returns {string}
 */
function flatPath(lines, top) {
  let d = "";
  for (const line of lines) {
    let x = line[0];
    let y = Math.round((top - line[1]) * 10);
    d += `M${x} ${y / 10}l`;
    for (let i = 2; i < line.length; i += 2) {
      const nextY = Math.round((top - line[i + 1]) * 10);
      d += `${line[i] - x} ${(nextY - y) / 10} `;
      x = line[i];
      y = nextY;
    }
  }
  return d;
}

/** The basemap as a layer. */
export class BasemapLayer extends PictureLayer {
  /**
   * @param {CodedBasemap} basemap
   * @param {FlatBasemap} flat
   */
  constructor(basemap, flat) {
    super("dl-basemap", PADDING);
    this.basemap = basemap;
    this.flat = flat;
    // Northing of the upper edge: numbers stay small when they are counted from it.
    this.top = Math.round(northing(basemap.bounds.north) / basemap.grid.step);
    this.outlines = svgEl("g");
    this.picture = svgEl("svg", { class: "dl-basemap", "aria-hidden": "true" });
    this.picture.append(this.outlines);
    this.draw();
  }

  /** @override */
  createPicture() {
    return this.picture;
  }

  /** @override */
  redraw() {
    const { map, basemap, bounds } = this;
    const { grid } = basemap;
    const { x, y } = bounds.getTopLeft();
    const size = bounds.getSize();
    const viewBox = `${x} ${y} ${size.x} ${size.y}`;
    setAll(this.picture, { width: size.x, height: size.y, viewBox });
    const north = latitudeOf(this.top * grid.step);
    const corner = map.latLngToLayerPoint([north, grid.lon_0]);
    const scale = (L.CRS.EPSG3857.scale(map.getZoom()) / 360) * grid.step;
    const move = `translate(${corner.x.toFixed(2)} ${corner.y.toFixed(2)})`;
    this.outlines.setAttribute("transform", `${move} scale(${scale})`);
  }

  draw() {
    const { basemap, flat } = this;
    const wide = basemap.bounds.east - basemap.bounds.west;
    const soft = Math.min(1, NEAR_DEG / wide);
    const least = soft < 1 ? LEAST_COAST.far : LEAST_COAST.near;
    const shores = flat.coast.filter((_, i) => basemap.coast[i].length > least);
    this.add(shores, "dl-shallows dl-shallows-far", 4 + 12 * soft);
    this.add(shores, "dl-shallows", 3 + 6 * soft);
    basemap.lands.forEach((land, i) =>
      this.add(flat.lands[i], land.story ? "dl-land dl-land-story" : "dl-land", 0.8),
    );
    this.add(flat.rivers, "dl-river", 0.8);
    this.add(flat.lakes, "dl-lake", 0.8);
    this.add(flat.states, "dl-state", 0.7);
    this.add(flat.borders, "dl-border", 1.1);
    this.add(flat.disputed, "dl-border dl-border-disputed", 1.1);
    this.add(flat.coast, "dl-coast", 0.9);
  }

  /**
   * @param {number[][]} lines
   * @param {string} className
   * @param {number} weight pixels
   */
  add(lines, className, weight) {
    const d = flatPath(lines, this.top);
    if (d) this.outlines.append(svgEl("path", { d, class: className, "stroke-width": weight }));
  }
}
