// The loud story: routes, measured lines and symbols as Leaflet layers; their looks are in CSS.

import { ROUTE_WIDTH, SYMBOLS } from "../core/cartography.js";
import { smoothLine } from "../core/curve.js";
import { onPress, svgEl } from "../core/dom.js";
import { decodeLines } from "../core/polyline.js";

/** @import { DrawnLine, DrawnPlace } from "../types/map" */
/** @import { Bounds, MapPlace, MapRoute, MapSpec } from "../types/spec" */

/** @typedef {(id: string) => void} Pick */

const GRIP_PX = 18;
const OUTLINE_PX = 1.4;
const MEASURE = { line: ROUTE_WIDTH.measure, casing: ROUTE_WIDTH.measure - 1 + ROUTE_WIDTH.casing };
const CURVED = new Set(["rail", "road"]);
const THIN = new Set(["air", "geodesic"]);

/**
 * @param {MapSpec} spec
 * @param {Pick} onPick
 * @returns {{group: L.LayerGroup, drawn: Map<string, DrawnLine>}}
 */
export function drawRoutes(spec, onPick) {
  const group = L.layerGroup();
  /** @type {Map<string, DrawnLine>} */
  const drawn = new Map();
  for (const route of spec.routes) {
    const decoded = decodeLines(route.lines, spec.basemap.grid);
    const lines = CURVED.has(route.kind) ? decoded.map(smoothLine) : decoded;
    /** @type {L.PolylineOptions} */
    const base = {
      pane: "dl-routes",
      interactive: false,
      smoothFactor: 0,
      noClip: true,
      fill: false,
      lineJoin: "round",
    };
    const weight = weightOf(route);
    const casing = L.polyline(lines, {
      ...base,
      className: "dl-casing",
      weight: weight + ROUTE_WIDTH.casing,
    });
    const line = L.polyline(lines, {
      ...base,
      className: routeClass(route),
      weight,
      lineCap: route.status === "made" ? "butt" : "round",
    });
    const grip = L.polyline(lines, {
      ...base,
      className: "dl-grip",
      weight: GRIP_PX,
      interactive: true,
      bubblingMouseEvents: false,
    });
    grip.on("click", () => onPick(route.id));
    group.addLayer(casing).addLayer(line).addLayer(grip);
    drawn.set(route.id, { lines, layers: [line, casing] });
  }
  return { group, drawn };
}

/**
 * @param {MapRoute} route
 * @returns {number} pixels
 */
export function weightOf({ assumed, manner, kind, status }) {
  if (status !== "made") return ROUTE_WIDTH[status];
  if (manner !== "taken") return ROUTE_WIDTH.faint;
  if (assumed) return ROUTE_WIDTH.assumed;
  return THIN.has(kind) ? ROUTE_WIDTH.thin : ROUTE_WIDTH.known;
}

/**
 * @param {MapRoute} route
 * @returns {string}
 */
export function routeClass({ assumed, inferred, manner, kind, status, tone }) {
  const how = assumed ? " dl-route-assumed" : inferred ? " dl-route-inferred" : "";
  const dashed = manner === "taken" ? how : "";
  return `dl-route dl-route-${kind} dl-route-${manner} dl-route-${status} dl-tone-${tone}${dashed}`;
}

/**
 * @param {MapSpec} spec
 * @returns {{group: L.LayerGroup, drawn: Map<string, DrawnLine>}}
 */
export function drawMeasures(spec) {
  const group = L.layerGroup();
  /** @type {Map<string, DrawnLine>} */
  const drawn = new Map();
  for (const { id, tone, lines: coded } of spec.measures) {
    const lines = decodeLines(coded, spec.basemap.grid);
    const base = { pane: "dl-routes", interactive: false, smoothFactor: 0.4, fill: false };
    const casing = { ...base, className: "dl-casing", weight: MEASURE.casing };
    const className = `dl-measure dl-tone-${tone}`;
    const line = L.polyline(lines, { ...base, className, weight: MEASURE.line });
    group.addLayer(L.polyline(lines, casing)).addLayer(line);
    drawn.set(id, { lines, layers: [line] });
  }
  return { group, drawn };
}

/**
 * @param {MapSpec} spec
 * @param {Pick} onPick
 * @returns {{group: L.LayerGroup, drawn: Map<string, DrawnPlace>}}
 */
export function drawPlaces(spec, onPick) {
  const group = L.layerGroup();
  /** @type {Map<string, DrawnPlace>} */
  const drawn = new Map();
  const area = { pane: "dl-routes", weight: OUTLINE_PX, interactive: false };
  for (const place of spec.places) {
    if (!isOnBasemap(place, spec.basemap.bounds)) continue;
    const rings = decodeLines(place.outline, spec.basemap.grid);
    const { lat, lon, radius_m: radius, is_unsure: isUnsure } = place;
    const className = isUnsure ? "dl-region dl-region-unsure" : "dl-region";
    if (rings.length) group.addLayer(L.polygon(rings, { ...area, className }));
    if (radius > 0)
      group.addLayer(L.circle([lat, lon], { ...area, radius, className: "dl-uncertain" }));
    const marker = placeMarker(place, onPick);
    group.addLayer(marker);
    drawn.set(place.id, { marker, place, rings });
  }
  return { group, drawn };
}

/**
 * @param {MapPlace} place
 * @param {Bounds} box
 * @returns {boolean}
 */
function isOnBasemap({ lon, lat }, { west, south, east, north }) {
  return lon > west && lon < east && lat > south && lat < north;
}

/**
 * @param {MapPlace} place
 * @param {Pick} onPick
 * @returns {L.Marker}
 */
function placeMarker(place, onPick) {
  const icon = L.divIcon({
    className: `dl-pin dl-pin-${place.kind}`,
    html: symbolNode(place),
    iconSize: [24, 24],
  });
  const options = { icon, pane: "dl-signs", keyboard: true, riseOnHover: true };
  const marker = L.marker([place.lat, place.lon], options);
  marker.on("add", () => nameMarker(marker, place, onPick));
  marker.on("click", () => onPick(place.id));
  return marker;
}

/**
 * @param {L.Marker} marker
 * @param {MapPlace} place
 * @param {Pick} onPick
 */
function nameMarker(marker, place, onPick) {
  const node = marker.getElement();
  if (!node) return;
  node.setAttribute("aria-label", place.second ? `${place.name}, ${place.second}` : place.name);
  node.dataset.id = place.id;
  onPress(node, () => onPick(place.id));
}

/**
 * @param {MapPlace} place
 * @returns {HTMLElement} Leaflet's types know no SVG element
 */
function symbolNode({ kind, is_unsure: isUnsure }) {
  const node = svgEl("svg", {
    class: `dl-sign dl-sign-${kind}${isUnsure ? " dl-sign-unsure" : ""}`,
    width: 24,
    height: 24,
    viewBox: "-12 -12 24 24",
    "aria-hidden": "true",
    focusable: "false",
  });
  if (kind === "stop") {
    const { radius: r, stroke } = SYMBOLS.stop;
    const d = `M0-${r} ${r} 0 0 ${r}-${r} 0Z`;
    node.append(svgEl("path", { d, class: "dl-sign-shape", "stroke-width": stroke }));
  } else if (kind === "uncertain") {
    const r = SYMBOLS.uncertain_least;
    for (const part of ["casing", "shape"])
      node.append(svgEl("circle", { r, class: `dl-sign-${part}` }));
  } else if (kind === "associative") {
    node.append(svgEl("circle", { r: 4, class: "dl-sign-shape" }));
  } else {
    const { casing, radius, stroke } = SYMBOLS.ring;
    node.append(svgEl("circle", { r: casing, class: "dl-sign-casing" }));
    node.append(svgEl("circle", { r: radius, class: "dl-sign-shape", "stroke-width": stroke }));
  }
  return /** @type {HTMLElement} */ (/** @type {unknown} */ (node));
}
