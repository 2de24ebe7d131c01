// Draws a map, and the words around it, in an element of a page: what the world outside calls.

import { MapView } from "./view.js";

/** @import { MountedMap, MountOptions, PointsSupport } from "../types/map" */
/** @import { Bounds, MapSpec } from "../types/spec" */

/**
 * Make the `mount` of a bundle.
 * @param {PointsSupport} [support] for maps of many points
 * @returns {(element: HTMLElement, spec: MapSpec, options?: MountOptions) => MountedMap}
 */
export function mounter(support) {
  return (element, spec, options) => {
    const view = new MapView(element, spec, options || {}, support);
    return {
      select: (id) => view.selection.select(id, false),
      light: (id) => view.selection.light(id),
      movable: (id, moved) => view.selection.movable(id, moved),
      bounds: () => boundsIn(view.map),
      fit: () => view.refit(),
      update: (next) => view.update(next),
      destroy: () => view.destroy(),
      points: () => view.points?.panel ?? null,
      labels: () => view.placed.map(({ label, option }) => ({ id: label.id, ...option.box })),
    };
  };
}

/**
 * @param {L.Map | null} map
 * @returns {Bounds | null}
 */
function boundsIn(map) {
  if (!map) return null;
  const box = map.getBounds();
  const [west, south, east, north] = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
  return { west, south, east, north };
}
