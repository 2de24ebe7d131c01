// Labels of the map: what each says in, arranged for one view out; labels.js finds their places.

// One orientation city for so many square pixels.
const CITY_AREA = 75000;
// A second line wider than this may also be set in two.
const LONG = 120;
// Pixels a cell of the ground's raster, for a view that is shown and for one that is only tried.
const [FINE, COARSE] = [8, 14];
const SMALL_WATER = 3;
const LEAST_SHARE = 0.012;

// One arrangement of all labels for one view.
class Arrangement {
  constructor({ spec, ruler, surface, drawn }, camera, step) {
    Object.assign(this, { spec, ruler, drawn, camera });
    this.view = new View(camera, surface, step);
    this.obstacles = new Obstacles(camera.size);
    this.placer = new Placer(this.obstacles, this.view);
    this.discs = [];
    this.block();
  }

  // The names of the story's places; returns how badly they stand, 0 for the best that can be.
  places() {
    const places = this.placeLabels();
    this.placer.place(places);
    const set = new Map(this.placer.placed.map(({ label, option }) => [label, option]));
    const faults = places.map((label) => (set.has(label) ? Math.max(0, set.get(label).cost - 2.5) : 12));
    return faults.reduce((sum, fault) => sum + fault, 0);
  }

  furnish(boxes) {
    boxes.forEach((box) => this.obstacles.addBox(box, "furniture", 8));
  }

  block() {
    for (const place of this.spec.places) {
      const radius = place.kind === "associative" ? 0 : SIGN_RADIUS[place.kind];
      const { x, y } = this.camera.at(place);
      if (radius) this.obstacles.addBox({ x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius }, place.id, 1);
    }
    for (const [id, { lines }] of this.drawn.routes) this.blockLines(id, lines, 6);
    for (const [id, { lines }] of this.drawn.measures) this.blockLines(id, lines, 3);
  }

  blockLines(id, lines, width) {
    for (const line of lines) this.obstacles.addLine(this.camera.line(line), id, width);
  }

  isCoastal({ x, y }) {
    return this.view.share({ x: x - 16, y: y - 16, w: 32, h: 32 }, null) > 0.12;
  }

  // A label round a point, in each way that its lines may be set.
  pointLabel(facts, point, radius, settings) {
    const label = { ...facts, coastal: this.isCoastal(point), candidates: [] };
    settings.forEach((lines, index) => {
      if (settings.indexOf(lines) < index) return;
      const block = this.ruler.block(lines);
      for (const option of pointCandidates(point, radius, block.w, block.h)) label.candidates.push({ ...option, cost: option.cost + index * 0.9, lines });
      if (!facts.leaders) return;
      for (const option of leaderCandidates(point, radius, block.w, block.h)) label.candidates.push({ ...option, cost: option.cost + index * 0.9, lines });
    });
    return label;
  }

  placeLabels() {
    const labels = [];
    for (const place of this.spec.places) {
      const point = this.camera.at(place);
      if (place.kind === "associative" || !this.camera.holds(point, 0)) continue;
      const facts = { id: place.id, target: place.id, leaders: true };
      const across = place.kind === "region" ? this.regionLabel(place, facts) : null;
      if (across) {
        labels.push(across);
        continue;
      }
      labels.push(this.pointLabel(facts, point, SIGN_RADIUS[place.kind], this.placeLines(place)));
    }
    return labels;
  }

  // The name of a region stands across it, where there is room; null where there is none.
  regionLabel(place, facts) {
    const { rings } = this.drawn.places.get(place.id) || {};
    if (!rings || !rings.length) return null;
    const shape = new Shape(rings.map((ring) => this.camera.line(ring)), this.camera.size);
    const set = (text) => ({ text, font: "region", className: "dl-t-region" });
    const settings = [[set(place.name)], (halves(place.name) || []).map(set)].filter((lines) => lines.length);
    const candidates = settings.flatMap((lines, index) => {
      const { w, h } = this.ruler.block(lines);
      return shape.places(w, h).map((option) => ({ ...option, cost: option.cost + index * 0.5, lines }));
    });
    return candidates.length ? { ...facts, coastal: false, candidates } : null;
  }

  placeLines(place) {
    const name = { text: place.name, font: PLACE_FONTS[place.kind] || "stop", className: "dl-t-story" };
    const second = (text) => ({ text, font: "second", className: "dl-t-second" });
    if (!place.second) return [[name]];
    const settings = [[name, second(place.second)]];
    const broken = halves(place.second);
    if (broken && this.ruler.width(place.second, "second") > LONG) settings.push([name, second(broken[0]), second(broken[1])]);
    // The name alone, at the price of two steps, before no name at all.
    return [...settings, settings[0], [name]];
  }

  ways() {
    const measures = this.spec.measures.map((measure) => this.measureLabel(measure));
    this.placer.place([...measures, ...this.spec.routes.map((route) => this.routeLabel(route))].filter(Boolean));
  }

  measureLabel(measure) {
    const points = this.camera.line(this.drawn.measures.get(measure.id).lines[0]);
    const spot = this.discSpot(points);
    if (!this.camera.holds(spot, -DISC)) return null;
    const r = DISC / 2;
    const target = `claim-${measure.disc}`;
    this.obstacles.addBox({ x: spot.x - r, y: spot.y - r, w: DISC, h: DISC }, measure.id, 1);
    this.discs.push({ x: spot.x, y: spot.y, number: measure.disc, tone: measure.tone, target });
    const lines = [{ text: measure.label, font: "way", className: `dl-t-way dl-tone-${measure.tone}` }];
    const both = measure.label.split(" · ").map((text) => ({ ...lines[0], text }));
    const label = this.pointLabel({ id: measure.id, owner: measure.id, target, leaders: true }, spot, r, both.length > 1 ? [lines, both] : [lines]);
    // Beside the disc reads best: as one line with it.
    for (const option of label.candidates) if (!option.leader) option.cost = 0.6 * option.cost + Math.abs(option.box.y + option.box.h / 2 - spot.y) / 6;
    return label;
  }

  // The disc stands on its line, or beside one that is too short for it, and clear of names and signs.
  discSpot(points) {
    const length = lengthOf(points);
    const short = length < 3 * DISC;
    const beside = short ? [18, -18, 26, -26, 36, -36] : [0];
    const spots = beside.flatMap((off) => (short ? [0.5, 0, 1] : [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]).map((share) => {
      const { x, y, dx, dy } = pointAlong(points, length * share);
      return { x: x - dy * off, y: y + dx * off };
    }));
    return spots.find(({ x, y }) => !this.isTaken({ x: x - DISC / 2, y: y - DISC / 2, w: DISC, h: DISC })) || spots[0];
  }

  routeLabel(route) {
    const lines = this.drawn.routes.get(route.id).lines.map((line) => this.camera.line(line));
    const longest = lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    const points = longest.filter((p) => this.camera.holds(p, 40));
    if (points.length < 2) return null;
    const text = { text: route.label, font: "way", className: `dl-t-way dl-tone-${route.tone}` };
    const discs = route.discs.map((number) => ({ number, tone: route.tone, target: `claim-${number}` }));
    const label = { id: route.id, target: route.id, discs, coastal: this.view.share({ x: 0, y: 0, w: this.camera.size.x, h: this.camera.size.y }, null) > 0.15, candidates: [] };
    const settings = route.label.includes("; ") ? [route.label.split(/(?<=;) /)] : [[route.label]];
    const [way, length] = route.label.includes("; ") ? [route.label] : route.label.split(/, (.*)/);
    if (length) settings.push([`${way},`, length], [`${way},`, ...length.split(" · ")]);
    if (discs.length) settings.push([]); // the numbers alone, before nothing at all
    settings.forEach((texts, index) => {
      const set = texts.map((part) => ({ ...text, text: part }));
      const block = this.ruler.block(set, discs.length * (DISC + 4));
      for (const option of lineCandidates(points, block.w, block.h)) label.candidates.push({ ...option, cost: option.cost + index * 1.5, lines: set });
    });
    return label;
  }

  cities() {
    const { size } = this.camera;
    const most = Math.max(2, Math.floor((size.x * size.y) / CITY_AREA));
    let shown = 0;
    for (const city of this.spec.ground.cities) {
      const point = this.camera.at(city);
      const dot = { x: point.x - 3, y: point.y - 3, w: 6, h: 6 };
      if (shown >= most || !this.camera.holds(point, -12) || this.isTaken(dot)) continue;
      const lines = [{ text: city.name, font: "city", className: "dl-t-city" }];
      const label = this.pointLabel({ id: city.name, dot: point }, point, 3, [lines]);
      if (this.placer.settle(label, this.placer.placed)) {
        this.obstacles.addBox(dot, city.name, 2);
        shown += 1;
      }
    }
  }

  // A dot may stand on the way, as a station does; not on a sign or a label.
  isTaken(dot) {
    return this.obstacles.boxes.some((box) => boxesMeet(dot, box, 3)) || this.placer.placed.some(({ option }) => boxesMeet(dot, option.box, 2));
  }

  areas() {
    const areas = this.counted();
    const { waters } = this.spec.ground;
    const ids = [...areas.keys()].filter((id) => id !== 0 && areas.get(id).count > this.view.ids.length * LEAST_SHARE);
    ids.sort((a, b) => areas.get(b).count - areas.get(a).count);
    ids.filter((id) => id > 0).forEach((id) => this.area(areas.get(id), this.countryLines(id), areas.get(id)));
    nameStates(this);
    const seas = ids.filter((id) => id < 0).sort((a, b) => waters[-a - 1].rank - waters[-b - 1].rank);
    let named = 0;
    for (const id of seas) {
      const water = waters[-id - 1];
      if (named && (water.rank >= SMALL_WATER || named >= 3)) break;
      if (this.area(areas.get(id), this.seaLines(water), this.camera.at(water))) named += 1;
    }
  }

  area(area, settings, pull) {
    const isFree = (box) => !this.obstacles.blocks(box, "") && this.placer.free({ box }, this.placer.placed);
    for (const lines of settings) {
      const { w, h } = this.ruler.block(lines);
      const option = areaOption(this.view, area, { w, h, isFree, pull });
      if (option) {
        this.placer.placed.push({ label: { id: `area${area.id}` }, option: { ...option, lines } });
        return true;
      }
    }
    return false;
  }

  // Each land and sea in view with its number of cells and its middle.
  counted() {
    const { ids, columns, rows, step } = this.view;
    const areas = new Map();
    let area = null;
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < columns; c += 1) {
        const id = ids[r * columns + c];
        if (!area || area.id !== id) area = areas.get(id);
        if (!area) areas.set(id, (area = { id, count: 0, x: 0, y: 0, top: r, low: r }));
        area.low = r;
        area.count += 1;
        area.x += c;
        area.y += r;
      }
    }
    for (const area of areas.values()) Object.assign(area, { x: (area.x / area.count + 0.5) * step, y: (area.y / area.count + 0.5) * step });
    return areas;
  }

  countryLines(id) {
    const name = this.spec.ground.lands[id - 1].name.toLocaleUpperCase(languageOf(this.spec));
    const set = (text) => ({ text, font: "country", className: "dl-t-country" });
    const broken = halves(name);
    return broken ? [[set(name)], broken.map(set)] : [[set(name)]];
  }

  seaLines(water) {
    const set = (text, font) => ({ text, font, className: "dl-t-sea" });
    const other = water.other_name ? [set(`(${water.other_name})`, "sea2")] : [];
    const broken = halves(water.name);
    return [[set(water.name, "sea"), ...other], ...(broken ? [[...broken.map((text) => set(text, "sea")), ...other]] : [])];
  }
}

class Names {
  constructor(map, layer, facts) {
    Object.assign(this, { map, layer, facts });
  }

  // Lay everything out for the present view; returns where each label stands. On a street map, which
  // has names of its own, only what is of the story is named.
  draw(furniture, onStreets) {
    const camera = new Camera(this.map);
    const set = new Arrangement(this.facts, camera, FINE);
    set.furnish(furniture.draw(set.obstacles, set.view));
    set.places();
    set.ways();
    if (this.facts.many && this.facts.many._map) nameMany(set, this.facts.many);
    if (!onStreets) {
      set.cities();
      set.areas();
    }
    this.render(set);
    return set.placer.placed;
  }

  // The shift of the view at which the labels of the story stand best.
  bestShift(furniture) {
    const { x, y } = this.map.getSize();
    const shares = [[0, 0], [-0.03, 0], [0.03, 0], [-0.06, 0], [0.06, 0], [0, 0.03], [0, -0.03], [-0.06, 0.03], [0.06, 0.03]];
    const lines = new Map();
    let best = null;
    for (const [dx, dy] of shares) {
      const shift = { x: Math.round(dx * x), y: Math.round(dy * y) };
      const set = new Arrangement(this.facts, new Camera(this.map, shift, lines), COARSE);
      set.furnish(furniture.arrange(set.obstacles, set.view));
      const fault = set.places() + 8 * (Math.abs(dx) + Math.abs(dy));
      if (!best || fault < best.fault) best = { ...shift, fault };
      if (best.fault < 0.6) break;
    }
    return best;
  }

  render(set) {
    clear(this.layer);
    const discs = [...set.discs];
    for (const { label, option } of set.placer.placed) {
      const group = svgEl("g", { class: label.target ? "dl-label dl-label-live" : "dl-label" });
      if (label.target) group.dataset.id = label.target;
      if (option.leader) group.append(svgEl("path", { d: pathOf(option.leader), class: "dl-leader" }));
      if (label.dot) group.append(svgEl("circle", { cx: label.dot.x, cy: label.dot.y, r: 2.4, class: "dl-dot" }));
      const wet = set.view.share(option.box, null) > 0.5;
      discs.push(...renderLines(group, label, option, wet ? "dl-on-water" : "dl-on-land"));
      this.layer.append(group);
    }
    for (const disc of discs) this.layer.append(discGroup(disc));
  }
}
