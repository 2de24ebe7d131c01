// window.Dateline.mount(element, spec, options): draws the map, and the words around it, in an element.
//
// options.parts: which of head, map, claims, credits, words, sources to show (default: all).
// options.tiles: a template of map tiles for the ground; none by default (it needs the network).
// options.theme: "light" or "dark"; the reader's own setting otherwise.
// options.onSelect({id, kind, refs}): called when the reader picks a place, a way or a claim.
// Returns {select(id), update(spec), destroy()}.

// From this fault on, a name of the story is missing or far from its place: show a little more around.
const CROWDED = 9;
// When the browser has nothing else to do; Safari has no word for that.
const later = (act) => (window.requestIdleCallback ? requestIdleCallback(act, { timeout: 500 }) : setTimeout(act, 60));
// As in the style sheet, pixels.
const LEAST_HEIGHT = 200;
const PARTS = ["head", "map", "claims", "credits", "words", "sources"];

class Dateline extends Choosing {
  constructor(element, spec, options) {
    super();
    this.options = options || {};
    this.parts = new Set(this.options.parts || PARTS);
    this.root = el("div", "dateline");
    if (this.options.theme) this.root.dataset.theme = this.options.theme;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.append(this.root);
    this.pick = (id) => this.select(id, true);
    this.build(spec);
    answerEscape(this);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.root);
    this.beforePrint = () => this.print(true);
    this.afterPrint = () => this.print(false);
    window.addEventListener("beforeprint", this.beforePrint);
    window.addEventListener("afterprint", this.afterPrint);
  }

  build(spec) {
    this.spec = spec;
    this.root.lang = languageOf(spec);
    clear(this.root);
    const stage = el("div", this.parts.has("claims") ? "dl-stage" : "dl-stage dl-stage-alone");
    this.box = el("div", "dl-map");
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", "Map of the story");
    if (this.parts.has("head")) this.root.append(headNode(spec));
    if (this.parts.has("map")) stage.append(this.box);
    this.panel = spec.many ? new ManyPanel(this, new ManyData(spec.many, spec.ground.box)) : null;
    if (this.parts.has("claims")) stage.append(sideNode(spec, this.pick, this.panel));
    this.root.append(stage);
    if (this.parts.has("credits")) this.root.append(el("p", "dl-credits", spec.credits));
    if (this.parts.has("map")) this.buildMap();
    // Last: the map asks for its size again and again, and no browser need lay these out for that.
    const below = el("div", "dl-below");
    if (this.parts.has("words") && spec.words.length) below.append(wordsNode(spec, this.pick));
    if (this.parts.has("sources")) below.append(sourcesNode(spec));
    if (below.childElementCount) this.root.append(below);
  }

  buildMap() {
    const { spec } = this;
    const size = this.shape();
    const { box } = spec.ground;
    this.map = L.map(this.box, {
      attributionControl: false, zoomControl: false, zoomSnap: 0, wheelPxPerZoomLevel: 90,
      zoomAnimation: !this.calm, fadeAnimation: false, markerZoomAnimation: !this.calm, inertia: !this.calm,
      maxBounds: [[box.south, box.west], [box.north, box.east]], maxBoundsViscosity: 1,
    });
    // Leaflet would have the page laid out once more, to learn what was set just now.
    Object.assign(this.map, { _size: size, _sizeChanged: false });
    // Leaflet rounds to whole pixels, which makes fine lines tremble.
    this.map.latLngToLayerPoint = (place) => this.map.project(L.latLng(place)).subtract(this.map.getPixelOrigin());
    for (const [name, z] of [["dl-ground", 200], ["dl-street", 250], ["dl-many", 390], ["dl-ways", 400], ["dl-marks", 450], ["dl-signs", 600], ["dl-names", 640]]) {
      this.map.createPane(name).style.zIndex = String(z);
    }
    this.map.getPane("dl-marks").classList.add("leaflet-zoom-hide");
    this.map.getPane("dl-names").classList.add("leaflet-zoom-hide");
    this.prepare();
    this.fit();
    this.drawLayers();
    this.hint();
    this.map.on("moveend", () => this.layout());
    this.map.on("click", () => this.close());
    this.layout();
    if (this.many) this.panel.attach(this.map, this.many);
    this.map.setMinZoom(this.map.getBoundsZoom([[box.south, box.west], [box.north, box.east]], true));
    this.map.setMaxZoom(this.map.getZoom() + (this.many ? 6 : 4));
    const { furniture } = this;
    later(() => this.map && this.furniture === furniture && furniture.complete());
  }

  // All that the choice of the view needs; nothing is shown before the view is chosen.
  prepare() {
    const { map, spec } = this;
    this.flat = flatGround(spec.ground);
    this.groups = [drawRoutes(map, spec, this.pick), drawMeasures(spec), drawPlaces(map, spec, this.pick)];
    const [routes, measures, places] = this.groups.map(({ drawn }) => drawn);
    this.drawn = { routes, measures, places };
    this.labels = svgEl("svg", { class: "dl-layer dl-layer-names", "aria-hidden": "true" });
    const ruler = new Ruler(getComputedStyle(this.root).fontFamily);
    this.many = this.panel ? new ManyLayer(this, this.panel.data) : null;
    this.names = new Names(map, this.labels, { spec, ruler, many: this.many, surface: new Surface(spec.ground, this.flat), drawn: this.drawn });
    this.furniture = new Furniture(map, spec, buttonsOf(this));
  }

  drawLayers() {
    const { map, spec } = this;
    drawGround(spec.ground, this.flat).addTo(map);
    if (this.street) this.street.layer.addTo(map);
    if (this.many) this.many.addTo(map);
    for (const { group } of this.groups) group.addTo(map);
    this.marks = svgEl("svg", { class: "dl-layer", "aria-hidden": "true" });
    map.getPane("dl-marks").append(this.marks);
    map.getPane("dl-names").append(this.labels);
    this.labels.addEventListener("click", (event) => {
      const label = event.target.closest("[data-id]");
      if (!label) return;
      event.stopPropagation(); // a click on the map closes what this opens
      this.pick(label.dataset.id);
    });
  }

  // Height of the map by its width: the story's own shape within 4:3 and 16:9, on phones up to 4:5.
  shape() {
    const { frame } = this.spec;
    this.width = this.root.clientWidth;
    const width = this.box.clientWidth || this.width;
    const own = (frame.east - frame.west) / Math.max(0.01, northing(frame.north) - northing(frame.south));
    const wide = width >= 560;
    const ratio = wide ? Math.min(16 / 9, Math.max(4 / 3, own)) : Math.min(4 / 3, Math.max(4 / 5, own));
    let height = width / ratio;
    if (wide && !this.options.height) height = Math.max((width * 9) / 16, Math.min(height, window.innerHeight - 188));
    const size = L.point(width, Math.max(LEAST_HEIGHT, Math.round(this.options.height || height)));
    this.box.style.height = `${size.y}px`;
    return size;
  }

  fit() {
    const { frame } = this.spec;
    const air = this.map.getSize().multiplyBy(0.13);
    this.map.fitBounds([[frame.south, frame.west], [frame.north, frame.east]], { padding: air, animate: false });
    this.home = this.map.getZoom();
    let shift = this.names.bestShift(this.furniture);
    if (shift.fault > CROWDED) {
      this.map.setZoom(this.home - 0.22, { animate: false });
      shift = this.names.bestShift(this.furniture);
    }
    this.map.panBy([-shift.x, -shift.y], { animate: false });
  }

  layout() {
    const origin = this.map.containerPointToLayerPoint([0, 0]);
    const size = this.map.getSize();
    for (const layer of [this.marks, this.labels]) {
      L.DomUtil.setPosition(layer, origin);
      layer.setAttribute("width", size.x);
      layer.setAttribute("height", size.y);
    }
    drawMarks(this.map, this.marks, this.spec, this.drawn.routes);
    this.placed = this.names.draw(this.furniture, Boolean(this.street && this.street.on));
    if (this.opened) this.opened.place();
    this.mark();
  }

  resize() {
    if (!this.map || this.printing || this.root.clientWidth === this.width) return;
    this.refit();
  }

  refit() {
    this.shape();
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.setMinZoom(0);
    this.fit();
    this.layout();
  }

  print(starts) {
    if (!this.map || this.printing === starts) return;
    this.printing = starts;
    this.root.classList.toggle("dl-printing", starts);
    this.close();
    for (const details of this.root.querySelectorAll("details")) unfold(details, starts);
    this.refit();
  }

  hint() {
    this.hintNode = el("div", "dl-hint");
    this.hintNode.setAttribute("role", "status");
    this.box.append(this.hintNode);
    answerWheel(this);
    answerFingers(this);
  }

  // A short word at the foot of the map, for a moment.
  say(text, keep) {
    this.hintNode.textContent = text;
    this.hintNode.classList.toggle("dl-hint-shown", Boolean(text));
    clearTimeout(this.timer);
    if (!keep) this.timer = setTimeout(() => this.hintNode.classList.remove("dl-hint-shown"), 1600);
  }

  update(spec) {
    if (this.journey) this.journey.stop();
    const keep = this.map && JSON.stringify(spec.frame) === JSON.stringify(this.spec.frame);
    const view = keep ? { center: this.map.getCenter(), zoom: this.map.getZoom() } : null;
    if (this.map) this.map.remove();
    this.chosen = null;
    this.targets = null;
    this.root.style.minHeight = `${this.root.clientHeight}px`; // the page's scroll bar stays meanwhile
    this.build(spec);
    this.root.style.minHeight = "";
    if (view) this.map.setView(view.center, view.zoom, { animate: false });
  }

  destroy() {
    if (this.journey) this.journey.stop();
    this.observer.disconnect();
    clearTimeout(this.timer);
    window.removeEventListener("beforeprint", this.beforePrint);
    window.removeEventListener("afterprint", this.afterPrint);
    if (this.map) this.map.remove();
    this.map = null;
    this.root.remove();
  }
}

function mount(element, spec, options) {
  const view = new Dateline(element, spec, options);
  return {
    select: (id) => view.select(id, false),
    update: (next) => view.update(next),
    destroy: () => view.destroy(),
    many: () => view.panel,
    labels: () => view.placed.map(({ label, option }) => ({ id: label.id, ...option.box })),
  };
}

window.Dateline = { mount };
