// The words behind a thing: a box in a corner of the map away from it, and never over the tools.

import { buttonNode, el } from "../core/dom.js";

/** @import { Box, LatLon } from "../types/map" */
/** @import { MapView } from "../map/view.js" */

const AIR = 12;
const WIDEST = 320;

/** A note on the map. */
export class Note {
  /**
   * @param {MapView} view
   * @param {HTMLElement} content
   * @param {LatLon} at what it is about
   */
  constructor(view, content, at) {
    this.view = view;
    this.at = at;
    this.node = el("div", "dl-popup");
    this.node.setAttribute("role", "status");
    const shut = buttonNode("dl-pop-shut", "×");
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", () => view.close());
    this.node.append(shut, content);
    L.DomEvent.disableClickPropagation(this.node);
    L.DomEvent.disableScrollPropagation(this.node);
    view.box.append(this.node);
    this.place();
  }

  /** Move to the corner that is farthest from what the note is about. */
  place() {
    const { map, furniture, hint } = this.view;
    if (!map) return;
    const { x, y } = map.latLngToContainerPoint(this.at);
    const size = map.getSize();
    const [from, to] = besideTools(furniture?.buttonsAt ?? null, size.x);
    const width = Math.min(WIDEST, to - from);
    const low = y <= size.y / 2;
    hint.node.classList.toggle("dl-hint-top", low);
    Object.assign(this.node.style, {
      width: `${width}px`,
      left: `${x > size.x / 2 ? from : to - width}px`,
      top: low ? "auto" : `${AIR}px`,
      bottom: low ? `${AIR}px` : "auto",
    });
  }

  remove() {
    this.view.hint.node.classList.remove("dl-hint-top");
    this.node.remove();
  }
}

/**
 * The tools stand in a column at one side: what is left of the width, from where to where.
 * @param {Box | null} tools
 * @param {number} width of the map
 * @returns {[number, number]}
 */
function besideTools(tools, width) {
  if (!tools) return [AIR, width - AIR];
  const onLeft = tools.x + tools.w / 2 < width / 2;
  return onLeft ? [tools.x + tools.w + AIR / 2, width - AIR] : [AIR, tools.x - AIR / 2];
}
