// The empty Leaflet map that everything is drawn on.

import { placeExactly, setKnownSize } from "./leaflet_private.js";

/** @import { Bounds } from "../types/spec" */

// What lies above what; the marks and labels keep their size, so that they cannot zoom along.
const PANES = /** @type {const} */ ([
  ["dl-basemap", 200],
  ["dl-street", 250],
  ["dl-points", 390],
  ["dl-routes", 400],
  ["dl-marks", 450],
  ["dl-signs", 600],
  ["dl-names", 640],
]);
const HIDDEN_IN_ZOOMS = ["dl-marks", "dl-names"];

/**
 * @param {Bounds} box
 * @returns {L.LatLngBoundsLiteral}
 */
export function boundsOf({ south, west, north, east }) {
  return [
    [south, west],
    [north, east],
  ];
}

/**
 * @param {HTMLElement} element
 * @param {L.Point} size of the element, pixels
 * @param {{box: Bounds, calm: boolean}} options the edge of the map; whether nothing should move by itself
 * @returns {L.Map}
 */
export function newMap(element, size, { box, calm }) {
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    wheelPxPerZoomLevel: 90,
    zoomAnimation: !calm,
    fadeAnimation: false,
    markerZoomAnimation: !calm,
    inertia: !calm,
    maxBounds: boundsOf(box),
    maxBoundsViscosity: 1,
  });
  setKnownSize(map, size);
  placeExactly(map);
  for (const [name, z] of PANES) map.createPane(name).style.zIndex = String(z);
  for (const name of HIDDEN_IN_ZOOMS) map.getPane(name)?.classList.add("leaflet-zoom-hide");
  return map;
}

/**
 * Do something while nothing pulls the map back inside its edge: Leaflet would begin to glide there,
 * and go on gliding from wherever the map has been put meanwhile.
 * @param {L.Map} map
 * @param {Bounds} box the edge
 * @param {() => void} act
 */
export function unbounded(map, box, act) {
  map.setMaxBounds();
  act();
  map.setMaxBounds(boundsOf(box));
}
