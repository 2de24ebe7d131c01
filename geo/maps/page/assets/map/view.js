// One map and the words around it: builds both, and lays the map out whenever it moves or is resized.

import { clear, el, later } from "../core/dom.js";
import { languageOf } from "../core/format.js";
import { Furniture } from "../layout/furniture.js";
import { LandMask } from "../layout/land_mask.js";
import { MapLabels } from "../layout/map_labels.js";
import { TextMeasure } from "../layout/type.js";
import { buttonsOf } from "../tools/buttons.js";
import { annotatedTextNode } from "../tools/annotated_text.js";
import { Hint } from "../tools/hint.js";
import { fillKey, withKey } from "../tools/key.js";
import { tellOutside } from "../tools/outside.js";
import { headNode, sideNodes, sourcesNode, stageClass, unfold } from "../tools/panel.js";
import { BasemapLayer, flattenBasemap } from "./basemap.js";
import { fitStory } from "./fit.js";
import { answerEscape, answerFingers, answerWheel } from "./gestures.js";
import { boundsOf, newMap, unbounded } from "./new_map.js";
import { Overlays } from "./overlays.js";
import { drawMarks } from "./route_marks.js";
import { drawMeasures, drawPlaces, drawRoutes } from "./routes_and_symbols.js";
import { Selection } from "./selection.js";
import { atLeast, heightFor } from "./shape.js";

/** @import { Drawn, FlatBasemap, LatLon, MountOptions, Placed, PointsParts, PointsSupport } from "../types/map" */
/** @import { MapSpec } from "../types/spec" */
/** @import { Playback } from "../tools/playback.js" */
/** @import { Ruler } from "../tools/ruler.js" */
/** @import { StreetMap } from "./tiles.js" */

// Further in than the whole story, in zooms.
const DEEPER = { story: 4, points: 6 };
const PARTS = ["head", "map", "claims", "credits", "words", "sources"];

/** A map in an element of a page. */
export class MapView {
  /**
   * @param {HTMLElement} element
   * @param {MapSpec} spec
   * @param {MountOptions} options
   * @param {PointsSupport} [support] for maps of many points
   */
  constructor(element, spec, options, support) {
    this.options = options;
    this.support = support;
    this.spec = spec;
    this.parts = new Set(options.parts || PARTS);
    this.root = el("div", "dateline");
    this.box = el("div", "dl-map");
    this.key = el("ol", "dl-key");
    this.hint = new Hint();
    if (options.theme) this.root.dataset.theme = options.theme;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {L.Map | null} */
    this.map = null;
    /** @type {Drawn | null} */
    this.drawn = null;
    /** @type {StreetMap | null} */
    this.street = null;
    /** @type {Furniture | null} */
    this.furniture = null;
    /** @type {MapLabels | null} */
    this.labels = null;
    /** @type {PointsParts | null} */
    this.points = null;
    this.overlays = new Overlays();
    /** @type {Playback | null} */
    this.playback = null;
    /** @type {Ruler | null} */
    this.ruler = null;
    /** @type {Placed[]} */
    this.placed = [];
    this.width = 0;
    this.home = 0;
    this.printing = false;
    this.moving = false;
    this.selection = new Selection(this);
    element.append(this.root);
    this.build(spec);
    answerEscape(this);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.root);
    this.beforePrint = () => this.print(true);
    this.afterPrint = () => this.print(false);
    window.addEventListener("beforeprint", this.beforePrint);
    window.addEventListener("afterprint", this.afterPrint);
  }

  /** @param {string} id */
  pick = (id) => {
    this.selection.select(id, true);
  };

  /** @param {MapSpec} spec */
  build(spec) {
    this.spec = spec;
    const { root, parts, support } = this;
    root.lang = languageOf(spec);
    clear(root);
    this.box = el("div", "dl-map");
    this.key = el("ol", "dl-key");
    this.key.setAttribute("aria-label", "Places by their numbers on the map");
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", "Map of the story");
    this.points = spec.points && support ? support(this, spec.points, spec.basemap.bounds) : null;
    if (parts.has("head")) root.append(headNode(spec));
    root.append(this.stageNode());
    if (parts.has("credits")) root.append(el("p", "dl-credits", spec.credits));
    if (parts.has("map")) this.buildMap();
    // Last: the map asks for its size again and again, and no browser need lay this out for that.
    const below = this.belowNode();
    if (below.childElementCount) root.append(below);
  }

  /** @returns {HTMLElement} the map and what stands beside it */
  stageNode() {
    const { spec, parts, points } = this;
    const stage = el("div", stageClass(spec, !parts.has("claims")));
    if (parts.has("map")) stage.append(withKey(this.box, this.key));
    if (parts.has("claims")) stage.append(...sideNodes(spec, this.selection, points?.panel.node));
    return stage;
  }

  /** @returns {HTMLElement} */
  belowNode() {
    const { spec, parts } = this;
    const below = el("div", "dl-below");
    if (parts.has("words") && spec.paragraphs.length)
      below.append(annotatedTextNode(spec, this.selection));
    if (parts.has("sources")) below.append(sourcesNode(spec));
    return below;
  }

  buildMap() {
    const { spec, points } = this;
    const map = newMap(this.box, this.shape(), { box: spec.basemap.bounds, calm: this.calm });
    this.map = map;
    // Nothing is shown before the view is chosen.
    const flat = flattenBasemap(spec.basemap);
    const [routes, measures, places] = [
      drawRoutes(spec, this.pick),
      drawMeasures(spec),
      drawPlaces(spec, this.pick),
    ];
    this.drawn = { routes: routes.drawn, measures: measures.drawn, places: places.drawn };
    const furniture = this.prepare(map, flat, this.drawn);
    this.fit(map);
    new BasemapLayer(spec.basemap, flat).addTo(map);
    this.street?.layer.addTo(map);
    points?.layer.addTo(map);
    for (const { group } of [routes, measures, places]) group.addTo(map);
    this.overlays.addTo(map, this.pick);
    this.hint = new Hint();
    this.box.append(this.hint.node);
    answerWheel(this);
    answerFingers(this, map);
    map.on("moveend", () => this.layout());
    map.on("click", () => this.close());
    this.layout();
    points?.panel.attach(map);
    map.setMinZoom(map.getBoundsZoom(boundsOf(spec.basemap.bounds), true));
    map.setMaxZoom(map.getZoom() + (points ? DEEPER.points : DEEPER.story));
    later(() => {
      if (this.map && this.furniture === furniture) furniture.complete();
    });
  }

  /**
   * What the choice of the view needs: the labels and the furniture.
   * @param {L.Map} map
   * @param {FlatBasemap} flat
   * @param {Drawn} drawn
   * @returns {Furniture}
   */
  prepare(map, flat, drawn) {
    const { spec, points } = this;
    this.overlays = new Overlays();
    const textMeasure = new TextMeasure(getComputedStyle(this.root).fontFamily);
    const landMask = new LandMask(spec.basemap, flat);
    const facts = { spec, textMeasure, landMask, drawn, points };
    this.labels = new MapLabels(map, this.overlays.labels, facts);
    this.furniture = new Furniture(map, spec, buttonsOf(this, map, drawn));
    return this.furniture;
  }

  /**
   * Set the height of the map by its width.
   * @returns {L.Point} its size
   */
  shape() {
    this.width = this.root.clientWidth;
    const width = this.box.clientWidth || this.width;
    const height = this.options.height?.();
    const shown = height ? atLeast(height) : heightFor(this.spec.frame, width, window.innerHeight);
    this.box.style.height = `${shown}px`;
    return L.point(width, shown);
  }

  /**
   * Show the whole story.
   * @param {L.Map} map
   */
  fit(map) {
    const { labels, furniture } = this;
    if (labels && furniture) this.home = fitStory(map, this.spec.frame, { labels, furniture });
  }

  /** Set marks and labels for the present view. */
  layout() {
    const { map, labels, furniture, drawn, overlays } = this;
    if (!map || !labels || !furniture || !drawn || this.moving) return;
    overlays.cover(map);
    drawMarks(map, overlays.marks, this.spec, drawn.routes);
    const layout = labels.draw(furniture, this.home, Boolean(this.street?.on));
    this.placed = layout.placer.placed;
    tellOutside(this, map);
    fillKey(this.key, layout.numbered, layout.firstNumber);
    this.selection.note?.place();
    this.selection.mark();
  }

  resize() {
    const { clientWidth: width } = this.root; // 0 while it is not shown
    if (this.map && !this.printing && width && width !== this.width) this.refit();
  }

  refit() {
    const { map } = this;
    if (!map) return;
    this.shape();
    this.moving = true; // once it stands, it is laid out; not at each step on the way
    unbounded(map, this.spec.basemap.bounds, () => {
      map.invalidateSize({ animate: false, pan: false });
      map.setMinZoom(0);
      this.fit(map);
    });
    this.moving = false;
    this.layout();
  }

  /** @param {boolean} starts */
  print(starts) {
    if (!this.map || this.printing === starts) return;
    this.printing = starts;
    this.root.classList.toggle("dl-printing", starts);
    this.close();
    for (const details of this.root.querySelectorAll("details")) unfold(details, starts);
    this.furniture?.complete();
    this.refit();
    this.points?.panel.show(this.map);
  }

  /**
   * A short word at the foot of the map, for a moment or until the next one.
   * @param {string} text
   * @param {boolean} [keep]
   * @param {HTMLButtonElement} [button]
   */
  say(text, keep, button) {
    this.hint.say(text, keep, button);
  }

  /**
   * Show a note on the map.
   * @param {HTMLElement} content
   * @param {LatLon} at
   */
  open(content, at) {
    this.selection.open(content, at);
  }

  close() {
    this.selection.close();
  }

  /** @param {MapSpec} spec */
  update(spec) {
    this.playback?.stop();
    const { map } = this;
    const keep = map && JSON.stringify(spec.frame) === JSON.stringify(this.spec.frame);
    const view = keep ? { center: map.getCenter(), zoom: map.getZoom() } : null;
    map?.remove();
    this.selection.clear();
    this.root.style.minHeight = `${this.root.clientHeight}px`; // the page's scroll bar stays meanwhile
    this.build(spec);
    this.root.style.minHeight = "";
    if (view) this.map?.setView(view.center, view.zoom, { animate: false });
  }

  destroy() {
    this.playback?.stop();
    this.observer.disconnect();
    this.hint.stop();
    window.removeEventListener("beforeprint", this.beforePrint);
    window.removeEventListener("afterprint", this.afterPrint);
    this.map?.remove();
    this.map = null;
    this.root.remove();
  }
}
