// Many places on one canvas, from typed arrays: dots, or circles with numbers where dots would hide
// one another. Only what is in view is drawn; a move within the canvas draws nothing at all.

const DOT = { least: 4.4, step: 2.4, few: 300, fewLeast: 6.4 };
// Further in, dots grow a little.
const GROW = 0.7;
const MOST_GROWN = 4;
const HIT_PX = 7;
const MOST_RADIUS = 30;
// One name for so many square pixels, and how many are tried.
const NAME_AREA = 15000;
const NAMES_TRIED = 90;
const DEEPER = 2;
FONTS.many = { size: 13, weight: 600, lead: 16 };

function shapePath(kind, r) {
  if (kind === 1) return `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`;
  if (kind === 2) return `M0 ${-r * 1.2}L${r * 1.2} 0 0 ${r * 1.2} ${-r * 1.2} 0Z`;
  if (kind === 3) return `M0 ${-r * 1.2}L${r * 1.2} ${r}H${-r * 1.2}Z`;
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

const ManyLayer = L.Renderer.extend({
  initialize(view, data) {
    L.Renderer.prototype.initialize.call(this, { pane: "dl-many", padding: 0.35 });
    Object.assign(this, { view, data, _layers: {}, hover: null, chosen: null });
  },

  getEvents() {
    return { ...L.Renderer.prototype.getEvents.call(this), move: this._moved };
  },

  onAdd(map) {
    this.home = map.getZoom();
    L.Renderer.prototype.onAdd.call(this, map);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.recolour = () => this._update();
    this.scheme.addEventListener("change", this.recolour);
  },

  onRemove(map) {
    this.scheme.removeEventListener("change", this.recolour);
    L.Renderer.prototype.onRemove.call(this, map);
  },

  _initContainer() {
    this._container = el("canvas", "dl-many");
    this._container.setAttribute("aria-hidden", "true");
    this.pen = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _updatePaths() {},

  _moved() {
    if (!this._bounds || this._map._animatingZoom || this._map.getZoom() !== this._zoom) return;
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    if (!this._bounds.contains(L.bounds(corner, corner.add(this._map.getSize())))) this._update();
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const sharp = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(size.x * sharp), Math.round(size.y * sharp)];
    if (this._container.width !== wide || this._container.height !== high) {
      Object.assign(this._container, { width: wide, height: high });
      Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
    }
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this.draw(sharp);
    this.fire("update");
  },

  whole() {
    return Math.max(0, Math.floor(this._map.getZoom() + 0.25));
  },

  // Calls `add` with all that stands in a box of layer pixels (dots: the largest first): a place, or a cluster
  // and its number in the list of clusters.
  each({ min, max }, add) {
    const { data } = this;
    const scale = 256 * 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const clusters = data.clusters(this.whole());
    const inside = (x, y, r) => x > min.x - r && x < max.x + r && y > min.y - r && y < max.y + r;
    if (clusters) {
      for (let k = 0; k < clusters.xs.length; k += 1) {
        const x = clusters.xs[k] * scale - origin.x;
        const y = clusters.ys[k] * scale - origin.y;
        if (!inside(x, y, MOST_RADIUS)) continue;
        const cluster = clusters.list[k];
        const r = cluster.n > 1 ? clusterRadius(cluster.n) : this.radius(cluster.first);
        add({ x, y, r, place: cluster.first, cluster: cluster.n > 1 ? cluster : null, k });
      }
      return;
    }
    for (const place of data.order) {
      const x = data.xs[place] * scale - origin.x;
      const y = data.ys[place] * scale - origin.y;
      if (inside(x, y, 12)) add({ x, y, r: this.radius(place), place, cluster: null });
    }
  },

  // Whether a cluster lies about its largest place, so that it may go by its name.
  isAbout({ x, y, first }, r) {
    const scale = 256 * 2 ** this._map.getZoom();
    return Math.hypot(this.data.xs[first] - x, this.data.ys[first] - y) * scale <= 1.3 * r;
  },

  radius(place) {
    const least = this.data.total <= DOT.few ? DOT.fewLeast : DOT.least;
    const grown = Math.min(MOST_GROWN, Math.max(0, this._map.getZoom() - this.home)) * GROW;
    return (least + grown + DOT.step * this.data.levels[place]) / 2;
  },

  colours() {
    if (this.view.printing) return { tones: ["#000", "#000", "#000", "#000", "#666"], paper: "#fff", ink: "#000", text: "#fff" };
    const style = getComputedStyle(this.view.root);
    const of = (name) => style.getPropertyValue(`--${name}`).trim();
    return { tones: MANY_TONES.map(of), paper: of("casing"), ink: of("ink"), text: of("on-tone") };
  },

  draw(sharp) {
    const { pen } = this;
    const { min } = this._bounds;
    const look = this.colours();
    const stamps = new Map();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this._container.width, this._container.height);
    pen.setTransform(sharp, 0, 0, sharp, -min.x * sharp, -min.y * sharp);
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.font = `700 11.5px ${getComputedStyle(this.view.root).fontFamily}`;
    this.drawn = [];
    this.each(this._bounds, (mark) => {
      this.drawn.push(mark);
      if (mark.cluster) this.drawCluster(mark, look);
      else this.drawDot(mark, look, stamps, sharp);
    });
    this.ring(look);
  },

  // A dot is drawn once and stamped; it lies on whole pixels of the screen, so that it is sharp.
  drawDot({ x, y, r, place }, look, stamps, sharp) {
    const kind = this.data.kinds[place];
    const key = kind * 100 + r;
    if (!stamps.has(key)) stamps.set(key, dotStamp(kind, r, look, sharp));
    const stamp = stamps.get(key);
    const half = stamp.width / sharp / 2;
    const snap = (value) => Math.round((value - half) * sharp) / sharp;
    this.pen.drawImage(stamp, snap(x), snap(y), stamp.width / sharp, stamp.height / sharp);
  },

  drawCluster({ x, y, r, cluster }, look) {
    const { pen } = this;
    const circle = (radius) => {
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
    };
    pen.fillStyle = look.paper;
    pen.globalAlpha = 0.75;
    circle(r + 1.5);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = this.data.kindNames.length ? look.ink : look.tones[0];
    circle(r - (this.data.kindNames.length ? 3.5 : 0));
    pen.fill();
    if (this.data.kindNames.length) this.drawShares({ x, y, r }, cluster, look);
    pen.fillStyle = this.data.kindNames.length ? look.paper : look.text;
    pen.fillText(grouped(cluster.n), x, y + 4.3);
  },

  // A ring round the number with the share of each kind.
  drawShares({ x, y, r }, cluster, look) {
    const { pen } = this;
    let from = -Math.PI / 2;
    pen.lineWidth = 3;
    cluster.kinds.forEach((number, kind) => {
      if (!number) return;
      const to = from + (2 * Math.PI * number) / cluster.n;
      pen.beginPath();
      pen.arc(x, y, r - 1.5, from, to);
      pen.strokeStyle = look.tones[kind];
      pen.stroke();
      from = to;
    });
  },

  // Round what the reader points at or has chosen.
  ring(look) {
    const { pen } = this;
    for (const mark of this.drawn) {
      const isChosen = this.chosen !== null && !mark.cluster && mark.place === this.chosen;
      if (!isChosen && !(this.hover && this.hover.place === mark.place && Boolean(this.hover.cluster) === Boolean(mark.cluster))) continue;
      for (const [width, colour] of [[5, look.paper], [2, look.ink]]) {
        pen.beginPath();
        pen.arc(mark.x, mark.y, mark.r + 2.5, 0, 2 * Math.PI);
        pen.lineWidth = width;
        pen.strokeStyle = colour;
        pen.stroke();
      }
    }
  },

  // What is at a point of the window: the last drawn there lies on top.
  at(containerPoint) {
    const point = this._map.containerPointToLayerPoint(containerPoint);
    let best = null;
    let nearest = Infinity;
    for (const mark of this.drawn || []) {
      const far = Math.hypot(mark.x - point.x, mark.y - point.y) - mark.r;
      if (far <= (mark.cluster ? 0 : HIT_PX) && (far <= nearest || far <= 0)) [best, nearest] = [mark, Math.max(0, far)];
    }
    return best;
  },

  pointAt(mark) {
    if ((mark && mark.place) === (this.hover && this.hover.place)) return;
    this.hover = mark;
    this.draw(window.devicePixelRatio || 1);
  },

  choose(place) {
    this.chosen = place;
    if (this._container) this.draw(window.devicePixelRatio || 1);
  },

  // The zoom at which a place stands for itself.
  ownZoom(place) {
    const most = Math.floor(this._map.getMaxZoom());
    for (let zoom = this.whole(); zoom < most; zoom += 1) {
      const clusters = this.data.clusters(zoom);
      if (!clusters || clusters.list[clusters.of[place]].n === 1) return Math.max(this._map.getZoom(), zoom);
    }
    return most;
  },

  // Where a click on a cluster leads: its places fill the view; null where they stand on one spot.
  inside(cluster) {
    const corner = (x, y) => [latitudeOf(180 - 360 * y), 360 * x - 180];
    const bounds = L.latLngBounds(corner(cluster.west, cluster.south), corner(cluster.east, cluster.north));
    const zoom = this._map.getZoom();
    const most = this._map.getMaxZoom();
    const fitting = this._map.getBoundsZoom(bounds, false, L.point(60, 60));
    const wanted = Math.min(most, Math.max(zoom + 0.8, Math.min(fitting, zoom + DEEPER)));
    return wanted > zoom + 0.05 ? { middle: bounds.getCenter(), zoom: wanted } : null;
  },
});

function dotStamp(kind, r, look, sharp) {
  const canvas = document.createElement("canvas");
  const size = 2 * Math.ceil((r * 1.25 + 1.5) * sharp);
  Object.assign(canvas, { width: size, height: size });
  const pen = canvas.getContext("2d");
  pen.setTransform(sharp, 0, 0, sharp, size / 2, size / 2);
  const shape = new Path2D(shapePath(kind, r));
  pen.globalAlpha = 0.9;
  pen.strokeStyle = look.paper;
  pen.lineWidth = 1.5;
  pen.stroke(shape);
  pen.globalAlpha = 0.82;
  pen.fillStyle = look.tones[kind];
  pen.fill(shape);
  return canvas;
}

// Names of the largest, where there is room, by the same engine as the story's names. A cluster goes
// by the name of its largest place.
function nameMany(set, layer) {
  const { camera, obstacles, placer } = set;
  const { size } = camera;
  const corner = layer._map.containerPointToLayerPoint([0, 0]);
  const marks = [];
  layer.each(L.bounds(corner, corner.add(size)), (mark) => marks.push(mark));
  const clustered = marks.some((mark) => mark.cluster);
  if (!clustered && marks.length > NAMES_TRIED && layer.data.most === layer.data.least) return;
  marks.sort((a, b) => (b.cluster ? b.cluster.n : 0) - (a.cluster ? a.cluster.n : 0) || layer.data.rank[a.place] - layer.data.rank[b.place]);
  const tried = marks.slice(0, NAMES_TRIED).map((mark) => ({ ...mark, x: mark.x - corner.x, y: mark.y - corner.y }));
  for (const mark of marks) if (mark.cluster) obstacles.addBox({ x: mark.x - corner.x - mark.r, y: mark.y - corner.y - mark.r, w: 2 * mark.r, h: 2 * mark.r }, `many ${mark.place}`, 0);
  let room = Math.max(6, Math.floor((size.x * size.y) / NAME_AREA));
  for (const { x, y, r, place, cluster } of tried) {
    if (!room) return;
    if (!camera.holds({ x, y }, -4) || (cluster && !layer.isAbout(cluster, r))) continue;
    const name = layer.data.names.at(place).slice(0, 60);
    const lines = [{ text: cluster ? `near ${name}` : name, font: clustered ? "city" : "many", className: clustered ? "dl-t-city" : "dl-t-story" }];
    const label = set.pointLabel({ id: `many ${place}`, owner: `many ${place}` }, { x, y }, r, [lines]);
    if (placer.settle(label, placer.placed)) room -= 1;
  }
}
