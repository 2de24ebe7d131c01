// What the reader has chosen: shown on the map and in the lists, with a note of its words.

import { buttonNode } from "../core/dom.js";
import { Note } from "../tools/note.js";
import { placeNote, routeNote } from "../tools/note_content.js";

/** @import { LatLon, Located, MountOptions } from "../types/map" */
/** @import { ClaimCard, MapJourney, MapPlace, MapRoute } from "../types/spec" */
/** @import { MapView } from "./view.js" */

/** @typedef {{kind: "place", found: MapPlace} | {kind: "route", found: MapRoute} | {kind: "claim", found: ClaimCard} | {kind: "journey", found: MapJourney}} Hit */

// So much of the map, pixels, must be in the window to count as seen.
const SEEN_PX = 120;
const PADDING_PX = 80;
const FLIGHT_S = 0.6;
// What is nearer to the edge than this share of the map is brought nearer to its middle.
const INSIDE = -0.04;

/** Answers a click on a place, a route, a claim or a journey, and pointing at one. */
export class Selection {
  /** @param {MapView} view */
  constructor(view) {
    this.view = view;
    /** @type {string | null} */
    this.chosen = null;
    /** @type {Set<string>} */
    this.targets = new Set();
    /** @type {Note | null} */
    this.note = null;
    /** @type {L.Marker | null} the pin of words that have none yet */
    this.added = null;
  }

  /**
   * @param {string} id of a thing of the map, or of what it refers to in the analysis
   * @returns {Hit | null}
   */
  find(id) {
    const { places, routes, journeys, claim_cards: claims } = this.view.spec;
    /** @type {<T extends MapPlace | MapRoute | ClaimCard | MapJourney>(list: T[]) => T | undefined} */
    const among = (list) => list.find((one) => one.id === id || one.refs.includes(id));
    const [place, route, claim] = [among(places), among(routes), among(claims)];
    if (place) return { kind: "place", found: place };
    if (route) return { kind: "route", found: route };
    if (claim) return { kind: "claim", found: claim };
    const journey = among(journeys);
    return journey ? { kind: "journey", found: journey } : null;
  }

  /** @param {string} id */
  pick = (id) => {
    this.select(id, true);
  };

  /** @param {string | null} id of what is pointed at */
  light = (id) => {
    const hit = id === null ? null : this.find(id);
    this.dress("dl-lit", new Set(hit ? [hit.found.id, ...this.targetsOf(hit)] : []));
  };

  /**
   * @param {string} id
   * @param {boolean} byReader and not by the page around the map
   * @returns {boolean} whether there is such a thing
   */
  select(id, byReader) {
    const hit = this.find(id);
    if (!hit) return false;
    const { found, kind } = hit;
    const { map, options } = this.view;
    this.chosen = found.id;
    this.targets = new Set([found.id, ...this.targetsOf(hit)]);
    this.mark();
    if (map) this.show(hit, map);
    if (map && byReader && isListed(hit)) this.bringIntoView();
    if (byReader && options.onSelect)
      options.onSelect({ id: found.id, kind, refs: [...found.refs] });
    return true;
  }

  /** On a phone the claims stand below the map: what is chosen there must not be shown unseen. */
  bringIntoView() {
    const { box, calm } = this.view;
    const { top, bottom } = box.getBoundingClientRect();
    if (bottom >= SEEN_PX && top <= window.innerHeight - SEEN_PX) return;
    box.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  /**
   * @param {Hit} hit
   * @param {L.Map} map
   */
  show(hit, map) {
    this.close();
    const points = this.pointsOf(isListed(hit) ? hit.found.targets : [hit.found.id]);
    if (hit.kind === "place" && !this.view.drawn?.places.has(hit.found.id)) {
      this.view.say(`${hit.found.name} lies outside this map`);
      return;
    }
    if (points.length) this.moveTo(L.latLngBounds(points), map);
    const content = noteOf(hit);
    if (!content) return;
    const { correct } = this.view.options;
    if (correct) content.append(correctNode(correct, hit.found.id));
    this.open(content, points[Math.floor(points.length / 2)]);
  }

  /**
   * @param {L.LatLngBounds} bounds
   * @param {L.Map} map
   */
  moveTo(bounds, map) {
    if (map.getBounds().pad(INSIDE).contains(bounds)) return;
    const { home, calm } = this.view;
    /** @type {L.FitBoundsOptions} */
    const options = { padding: [PADDING_PX, PADDING_PX], maxZoom: home, duration: FLIGHT_S };
    if (calm) map.fitBounds(bounds, { ...options, animate: false });
    else map.flyToBounds(bounds, { ...options, animate: true });
  }

  /**
   * @param {HTMLElement} content
   * @param {LatLon} at
   */
  open(content, at) {
    this.close();
    this.note = new Note(this.view, content, at);
  }

  /**
   * Let one pin be dragged to where it belongs; no other any more.
   * @param {string | null} id
   * @param {(at: Located) => void} moved
   */
  movable(id, moved) {
    this.added?.remove();
    this.added = null;
    const { drawn, map } = this.view;
    for (const { marker } of drawn?.places.values() ?? []) letGo(marker);
    if (id === null || !map) return;
    this.close();
    draggable(drawn?.places.get(id)?.marker ?? this.newPin(map), moved);
  }

  /**
   * A pin for words that have none, in the middle of what is seen.
   * @param {L.Map} map
   * @returns {L.Marker}
   */
  newPin(map) {
    const icon = L.divIcon({ className: "dl-pin dl-pin-new", iconSize: [24, 24] });
    this.added = L.marker(map.getCenter(), { icon, pane: "tooltipPane", keyboard: false });
    return this.added.addTo(map);
  }

  close() {
    this.note?.remove();
    this.note = null;
  }

  /**
   * @param {string[]} ids
   * @returns {LatLon[]}
   */
  pointsOf(ids) {
    const { drawn } = this.view;
    if (!drawn) return [];
    /** @type {LatLon[]} */
    const points = [];
    for (const id of ids) {
      const line = drawn.routes.get(id) || drawn.measures.get(id);
      if (line) points.push(...line.lines.flat());
      const place = drawn.places.get(id)?.place;
      if (place && place.kind !== "associative") points.push([place.lat, place.lon]);
    }
    return points;
  }

  /** Show what is chosen, on the map and in the lists. */
  mark() {
    this.dress("dl-chosen", this.targets);
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (
      this.view.root.querySelectorAll("[aria-pressed][data-id]")
    ))
      node.setAttribute("aria-pressed", String(node.dataset.id === this.chosen));
  }

  /**
   * Give a class to all that shows some things, on the map and in words, and take it from the rest.
   * @param {"dl-chosen" | "dl-lit"} className
   * @param {Set<string>} ids
   */
  dress(className, ids) {
    const { root, drawn } = this.view;
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (
      root.querySelectorAll("[data-id]")
    )) {
      const { id = "", also = "" } = node.dataset;
      node.classList.toggle(
        className,
        [id, ...also.split(" ")].some((one) => ids.has(one)),
      );
    }
    if (!drawn) return;
    for (const [id, { layers }] of [...drawn.routes, ...drawn.measures])
      for (const layer of layers) layer.getElement()?.classList.toggle(className, ids.has(id));
  }

  /**
   * What else is shown with a thing: what a claim or journey is about, and the journeys along a way.
   * @param {Hit} hit
   * @returns {string[]}
   */
  targetsOf(hit) {
    if (isListed(hit)) return hit.found.targets;
    if (hit.kind !== "route") return [];
    const { journeys } = this.view.spec;
    return journeys.filter((one) => one.route === hit.found.id).map((one) => one.id);
  }

  clear() {
    this.chosen = null;
    this.targets = new Set();
  }
}

/**
 * @param {Hit} hit
 * @returns {hit is Extract<Hit, {kind: "claim" | "journey"}>} whether it stands in a list beside the map
 */
function isListed(hit) {
  return hit.kind === "claim" || hit.kind === "journey";
}

/**
 * @param {NonNullable<MountOptions["correct"]>} correct
 * @param {string} id
 * @returns {HTMLElement}
 */
function correctNode({ label, act }, id) {
  const button = buttonNode("dl-pop-correct", label);
  button.addEventListener("click", () => act(id));
  return button;
}

/**
 * @param {Hit} hit
 * @returns {HTMLElement | null}
 */
function noteOf(hit) {
  if (hit.kind === "place") return placeNote(hit.found);
  return hit.kind === "route" ? routeNote(hit.found) : null;
}

/** @param {L.Marker} marker that is no longer to be dragged */
function letGo(marker) {
  marker.off("dragend");
  marker.dragging?.disable();
  marker.getElement()?.classList.remove("dl-movable");
}

/**
 * @param {L.Marker} marker
 * @param {(at: Located) => void} moved called with where it was dropped
 */
function draggable(marker, moved) {
  marker.dragging?.enable();
  marker.getElement()?.classList.add("dl-movable");
  marker.on("dragend", () => {
    const { lat, lng } = marker.getLatLng().wrap();
    moved({ lon: lng, lat });
  });
}
