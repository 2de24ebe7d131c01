// What lies upon the map and keeps its size: the marks along routes, and the labels.

import { setAll, svgEl } from "../core/dom.js";

/** Two SVG layers as large as the window of the map. */
export class Overlays {
  constructor() {
    this.marks = svgEl("svg", { class: "dl-layer", "aria-hidden": "true" });
    this.labels = svgEl("svg", { class: "dl-layer dl-layer-names", "aria-hidden": "true" });
  }

  /**
   * @param {L.Map} map
   * @param {(id: string) => void} onPick called with what a label is of, when that is clicked
   */
  addTo(map, onPick) {
    map.getPane("dl-marks")?.append(this.marks);
    map.getPane("dl-names")?.append(this.labels);
    this.labels.addEventListener("click", (event) => {
      const label = /** @type {Element} */ (event.target).closest("[data-id]");
      if (!(label instanceof SVGElement) || !label.dataset.id) return;
      event.stopPropagation(); // a click on the map closes what this opens
      onPick(label.dataset.id);
    });
  }

  /**
   * Cover the window as it is now.
   * @param {L.Map} map
   */
  cover(map) {
    const origin = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    for (const layer of [this.marks, this.labels]) {
      // Leaflet's types know no SVG element.
      L.DomUtil.setPosition(/** @type {any} */ (layer), origin);
      setAll(layer, { width: size.x, height: size.y });
    }
  }
}
