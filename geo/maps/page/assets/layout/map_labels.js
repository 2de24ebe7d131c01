// Draws the labels of the present view, and finds the view in which those of the story stand best.

import { SYMBOLS } from "../core/cartography.js";
import { Camera } from "../core/camera.js";
import { clear, pathOf, svgEl } from "../core/dom.js";
import { nameAreas } from "./area_labels.js";
import { LabelLayout } from "./label_layout.js";
import { labelRoutes } from "./route_labels.js";
import { discGroup, numberGroup, renderLines } from "./type.js";

/** @import { LabelFacts, LatLon, Point } from "../types/map" */
/** @import { Furniture } from "./furniture.js" */

// Pixels a cell of the background, for a view that is shown and for one that is only tried.
const FINE = 8;
const COARSE = 14;
const DOT_RADIUS = SYMBOLS.city_dot;
// By which shares of the map the view may be shifted; a whole map of shift counts as this fault.
const SHIFTS = [
  [0, 0],
  [-0.03, 0],
  [0.03, 0],
  [-0.06, 0],
  [0.06, 0],
  [0, 0.03],
  [0, -0.03],
  [-0.06, 0.03],
  [0.06, 0.03],
];
const SHIFT_FAULT = 1.1;
const GOOD_ENOUGH = 0.09;

/** The layer of labels of a map. */
export class MapLabels {
  /**
   * @param {L.Map} map
   * @param {SVGSVGElement} layer
   * @param {LabelFacts} facts
   */
  constructor(map, layer, facts) {
    this.map = map;
    this.layer = layer;
    this.facts = facts;
  }

  /**
   * Lay everything out for the present view; returns where each label stands, and the places whose
   * names stand in the key.
   * @param {Furniture} furniture
   * @param {number} home the zoom of the first view
   * @param {boolean} onStreets a street map has names of its own: only what is of the story is named
   * @returns {LabelLayout}
   */
  draw(furniture, home, onStreets) {
    const { points } = this.facts;
    const layout = new LabelLayout(this.facts, new Camera(this.map), FINE);
    layout.furnish(furniture.draw(layout.obstacles, layout.view));
    layout.namePlaces();
    labelRoutes(layout);
    if (points && this.map.hasLayer(points.layer)) points.label(layout);
    if (!onStreets) {
      const px = layout.camera.size.x * 2 ** Math.max(0, this.map.getZoom() - home);
      layout.nameCities(px);
      nameAreas(layout, px);
    }
    this.render(layout);
    return layout;
  }

  /**
   * The shift of the view, pixels, at which the labels of the story stand best; and how badly.
   * @param {Furniture} furniture
   * @returns {Point & {fault: number}}
   */
  bestShift(furniture) {
    const { x, y } = this.map.getSize();
    /** @type {Map<LatLon[], Point[]>} */
    const lines = new Map();
    let best = { x: 0, y: 0, fault: Infinity };
    for (const [dx, dy] of SHIFTS) {
      const shift = { x: Math.round(dx * x), y: Math.round(dy * y) };
      const layout = new LabelLayout(this.facts, new Camera(this.map, shift, lines), COARSE);
      layout.furnish(furniture.arrange(layout.obstacles, layout.view));
      const fault = layout.namePlaces() + SHIFT_FAULT * (Math.abs(dx) + Math.abs(dy));
      if (fault < best.fault) best = { ...shift, fault };
      if (best.fault < GOOD_ENOUGH) break;
    }
    return best;
  }

  /** @param {LabelLayout} layout */
  render({ placer, view, discs: ownDiscs }) {
    clear(this.layer);
    const discs = [...ownDiscs];
    for (const { label, option } of placer.placed) {
      const group = svgEl("g", { class: label.target ? "dl-label dl-label-live" : "dl-label" });
      if (label.target) group.dataset.id = label.target;
      if (option.leader)
        group.append(svgEl("path", { d: pathOf(option.leader), class: "dl-leader" }));
      if (label.dot) {
        const { x, y } = label.dot;
        group.append(svgEl("circle", { cx: x, cy: y, r: DOT_RADIUS, class: "dl-dot" }));
      }
      if (label.number) group.append(numberGroup(label.number, option.box));
      const wet = view.share(option.box, null) > 0.5;
      discs.push(...renderLines(group, label, option, wet ? "dl-on-water" : "dl-on-land"));
      this.layer.append(group);
    }
    for (const disc of discs) this.layer.append(discGroup(disc));
  }
}
