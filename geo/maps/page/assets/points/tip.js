// The word beside the pointer: what the dot or circle under it is.

import { el } from "../core/dom.js";
import { markText } from "./text.js";

/** @import { PointMark } from "../types/map" */
/** @import { MapView } from "../map/view.js" */
/** @import { PointsLayer } from "./layer.js" */

const BESIDE_PX = 14;
const BELOW_PX = 10;
const EDGE_PX = 40;

/** Follows the pointer over the points. */
export class PointsTip {
  /**
   * @param {MapView} view
   * @param {PointsLayer} layer
   */
  constructor(view, layer) {
    this.view = view;
    this.layer = layer;
    this.node = el("div", "dl-points-tip");
    this.node.hidden = true;
    /** @type {number | null} */
    this.frame = null;
  }

  /** @param {L.Map} map */
  attach(map) {
    this.view.box.append(this.node);
    map.on("mousemove", (event) => this.moved(event, map));
    map.on("mouseout movestart", () => this.hide());
  }

  /**
   * @param {L.LeafletMouseEvent} event
   * @param {L.Map} map
   */
  moved({ containerPoint, originalEvent }, map) {
    if (this.frame || originalEvent.buttons) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      if (!map.hasLayer(this.layer)) return;
      const mark = this.view.ruler?.on ? null : this.layer.at(containerPoint);
      if (mark) this.show(mark, containerPoint, map.getSize());
      else this.hide();
    });
  }

  hide() {
    this.layer.pointAt(null);
    this.view.box.classList.remove("dl-points-live");
    this.node.hidden = true;
  }

  /**
   * @param {PointMark} mark
   * @param {L.Point} point
   * @param {L.Point} size of the map
   */
  show(mark, point, size) {
    this.layer.pointAt(mark);
    this.view.box.classList.add("dl-points-live");
    this.node.hidden = false;
    this.node.textContent = markText(this.layer.data, mark);
    const left = point.x > size.x / 2;
    Object.assign(this.node.style, {
      left: left ? "auto" : `${point.x + BESIDE_PX}px`,
      right: left ? `${size.x - point.x + BESIDE_PX}px` : "auto",
      top: `${Math.min(size.y - EDGE_PX, point.y + BELOW_PX)}px`,
    });
  }
}
