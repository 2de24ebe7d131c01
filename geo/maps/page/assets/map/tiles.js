// A street map of tiles under the story, where the maker of the page asked for one. It needs the
// network: where no tile comes, the map's own basemap is shown and the words say so.

/** @import { MapView } from "./view.js" */

const MOST_ZOOM = 19;
const OFFLINE = "The street map needs the network, which is not there; this is the map without it";

/** The tiles, that can be shown and hidden. */
export class StreetMap {
  /**
   * @param {MapView} view
   * @param {L.Map} map
   * @param {string} template
   */
  constructor(view, map, template) {
    this.view = view;
    this.map = map;
    this.host = new URL(template.replace(/[{}]/g, "")).host;
    this.seen = false;
    /** Called when the tiles are hidden because none came. */
    this.onMissed = () => {};
    this.layer = L.tileLayer(template, {
      pane: "dl-street",
      maxZoom: MOST_ZOOM,
      referrerPolicy: "origin",
      className: "dl-tile",
    });
    this.layer.on("tileload", () => {
      this.seen = true;
    });
    this.layer.on("tileerror", () => this.missed());
  }

  get on() {
    return this.map.hasLayer(this.layer);
  }

  toggle() {
    if (this.on) this.layer.remove();
    else this.layer.addTo(this.map);
    this.view.layout();
  }

  missed() {
    if (this.seen || !this.on) return;
    this.layer.remove();
    this.view.layout();
    this.view.say(navigator.onLine ? this.refusedText() : OFFLINE);
    this.onMissed();
  }

  /** @returns {string} what no page is told is why a picture of another server did not come */
  refusedText() {
    return (
      `No street map came from ${this.host}: it cannot be reached, or it refuses pages that do not ` +
      "tell it where they stand; this is the map without it"
    );
  }
}
