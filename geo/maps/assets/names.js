// Labels of the map: what each says and how it is set in; SVG text at the places that labels.js finds.

const FONTS = {
  story: { size: 17, weight: 700, lead: 19 },
  stop: { size: 14, weight: 600, lead: 17 },
  second: { size: 12.5, weight: 400, lead: 16 },
  city: { size: 12.5, weight: 400, lead: 15 },
  way: { size: 13, weight: 600, lead: 20 },
  country: { size: 13.5, weight: 500, lead: 17, spacing: 3.2 },
  sea: { size: 14, weight: 400, lead: 17, spacing: 1.4, italic: true },
  sea2: { size: 12, weight: 400, lead: 15, spacing: 0.8, italic: true },
};
const DISC = 20;
const CITY_AREA = 52000;

class Ruler {
  constructor(family) {
    this.family = family;
    this.context = document.createElement("canvas").getContext("2d");
  }

  width(text, font) {
    const { size, weight, spacing, italic } = FONTS[font];
    this.context.font = `${italic ? "italic " : ""}${weight} ${size}px ${this.family}`;
    return this.context.measureText(text).width + (spacing || 0) * text.length;
  }
}

function setLines(label, lines, ruler, extra) {
  label.lines = lines.filter((line) => line.text);
  label.w = Math.max(...label.lines.map((line) => ruler.width(line.text, line.font))) + (extra || 0);
  label.h = label.lines.reduce((sum, line) => sum + FONTS[line.font].lead, 0);
  return label;
}

class Names {
  constructor(map, layer, spec, surface, family) {
    Object.assign(this, { map, layer, spec, surface, ruler: new Ruler(family) });
  }

  // Lay everything out anew for the present view; returns where each label stands.
  draw(drawn, corners) {
    this.size = this.map.getSize();
    this.view = new View(this.map, this.surface, 6);
    const obstacles = new Obstacles(this.size);
    this.block(obstacles, drawn);
    const furniture = corners(obstacles, this.view);
    furniture.forEach((box) => obstacles.addBox(box, "furniture", 8));
    const placer = new Placer(obstacles, this.view);
    placer.place(this.placeLabels(obstacles));
    placer.place(this.wayLabels(drawn, obstacles));
    this.placeCities(placer, obstacles);
    this.placeAreas(placer, obstacles);
    this.render(placer.placed);
    return placer.placed;
  }

  at(thing) {
    return this.map.latLngToContainerPoint([thing.lat, thing.lon]);
  }

  inView({ x, y }, margin) {
    return x > -margin && y > -margin && x < this.size.x + margin && y < this.size.y + margin;
  }

  block(obstacles, drawn) {
    for (const place of this.spec.places) {
      if (place.kind === "associative" && !this.showAssociative) continue;
      const { x, y } = this.at(place);
      const r = SIGN_RADIUS[place.kind];
      if (r) obstacles.addBox({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }, place.id, 1);
    }
    for (const [id, { lines }] of [...drawn.routes, ...drawn.measures]) {
      const width = drawn.routes.has(id) ? 6 : 3;
      for (const line of lines) obstacles.addLine(line.map((p) => this.map.latLngToContainerPoint(p)), id, width);
    }
  }

  isCoastal({ x, y }) {
    const water = this.view.share({ x: x - 16, y: y - 16, w: 32, h: 32 }, (id) => id <= 0);
    return water > 0.12;
  }

  placeLabels() {
    const labels = [];
    for (const place of this.spec.places) {
      if (place.kind === "associative" && !this.showAssociative) continue;
      const point = this.at(place);
      if (!this.inView(point, 0)) continue;
      const radius = SIGN_RADIUS[place.kind];
      const font = place.kind === "stop" ? "stop" : place.kind === "associative" ? "city" : "story";
      const lines = [{ text: place.name, font, className: "dl-t-story" }, { text: place.second, font: "second", className: "dl-t-second" }];
      const label = setLines({ id: place.id, target: place.id, coastal: this.isCoastal(point) }, lines, this.ruler);
      label.candidates = [...pointCandidates(point, radius, label.w, label.h), ...leaderCandidates(point, radius, label.w, label.h)];
      labels.push(label);
    }
    return labels;
  }

  wayLabels(drawn, obstacles) {
    const labels = [];
    for (const measure of this.spec.measures) labels.push(this.measureLabel(measure, drawn.measures.get(measure.id), obstacles));
    for (const route of this.spec.routes) labels.push(this.routeLabel(route, drawn.routes.get(route.id)));
    return labels.filter(Boolean);
  }

  measureLabel(measure, { lines }, obstacles) {
    const points = lines[0].map((p) => this.map.latLngToContainerPoint(p));
    const total = lengthOf(points);
    const middle = pointAlong(points, total / 2);
    if (!this.inView(middle, 0)) return null;
    const spot = total < 3 * DISC ? { x: middle.x - middle.dy * 18, y: middle.y + middle.dx * 18 } : middle;
    const r = DISC / 2;
    obstacles.addBox({ x: spot.x - r, y: spot.y - r, w: DISC, h: DISC }, measure.id, 1);
    this.discs.push({ ...spot, number: measure.disc, tone: measure.tone, target: `claim-${measure.disc}` });
    const label = setLines({ id: measure.id, owner: measure.id, target: `claim-${measure.disc}` }, [{ text: measure.label, font: "way", className: `dl-t-way dl-tone-${measure.tone}` }], this.ruler);
    label.candidates = pointCandidates(spot, r + 1, label.w, label.h);
    label.candidates.sort((a, b) => Math.abs(a.box.y + label.h / 2 - spot.y) - Math.abs(b.box.y + label.h / 2 - spot.y) || a.cost - b.cost);
    label.candidates.forEach((option, index) => { option.cost = index * 0.3; });
    label.candidates.push(...leaderCandidates(spot, r, label.w, label.h));
    return label;
  }

  routeLabel(route, { lines }) {
    const longest = lines.map((line) => line.map((p) => this.map.latLngToContainerPoint(p))).sort((a, b) => lengthOf(b) - lengthOf(a))[0];
    const points = longest.filter((p) => this.inView(p, 40));
    if (points.length < 2) return null;
    const discs = route.discs.map((number) => ({ number, tone: route.tone, target: `claim-${number}` }));
    const label = setLines({ id: route.id, target: route.id, discs, coastal: this.view.share({ x: 0, y: 0, w: this.size.x, h: this.size.y }, (id) => id <= 0) > 0.15 }, [{ text: route.label, font: "way", className: `dl-t-way dl-tone-${route.tone}` }], this.ruler, discs.length * (DISC + 4));
    label.candidates = lineCandidates(points, label.w, label.h);
    return label;
  }

  placeCities(placer, obstacles) {
    const most = Math.max(2, Math.floor((this.size.x * this.size.y) / CITY_AREA));
    const lines = (city) => [{ text: city.name, font: "city", className: "dl-t-city" }];
    let shown = 0;
    for (const city of this.spec.ground.cities) {
      const point = this.at(city);
      const dot = { x: point.x - 3, y: point.y - 3, w: 6, h: 6 };
      if (shown >= most || !this.inView(point, -12) || this.isTaken(dot, placer, obstacles)) continue;
      const label = setLines({ id: city.name, dot: point, coastal: this.isCoastal(point) }, lines(city), this.ruler);
      label.candidates = pointCandidates(point, 3, label.w, label.h);
      label.blocked = (box) => boxesMeet(box, dot, 2);
      if (placer.settle(label, placer.placed)) shown += 1;
    }
  }

  isTaken(dot, placer, obstacles) {
    const onWay = obstacles.boxes.some((box) => boxesMeet(dot, box, 2)) || obstacles.lines.some(({ p, q, width }) => lineMeetsBox(p, q, { x: dot.x - width + 2, y: dot.y - width + 2, w: dot.w + 2 * width - 4, h: dot.h + 2 * width - 4 }));
    return onWay || placer.placed.some(({ option }) => boxesMeet(dot, option.box, 2));
  }

  placeAreas(placer, obstacles) {
    const counts = new Map();
    for (const id of this.view.ids) counts.set(id, (counts.get(id) || 0) + 1);
    const ids = [...counts.keys()].filter((id) => id !== 0 && counts.get(id) > this.view.ids.length * 0.012);
    ids.sort((a, b) => counts.get(b) - counts.get(a));
    for (const id of ids) {
      for (const lines of id > 0 ? this.countryLines(id) : this.seaLines(id)) {
        const label = setLines({ id: `area${id}` }, lines, this.ruler);
        const isFree = (box) => !obstacles.blocks(box, "") && placer.free({ box }, placer.placed);
        const pull = id < 0 ? this.at(this.spec.ground.waters[-id - 1]) : null;
        const option = areaOption(this.view, id, label.w, label.h, isFree, pull);
        if (option) {
          placer.placed.push({ label, option });
          break;
        }
      }
    }
  }

  countryLines(id) {
    const name = this.spec.ground.lands[id - 1].name.toLocaleUpperCase(this.spec.language);
    const set = (text) => ({ text, font: "country", className: "dl-t-country" });
    const words = name.split(" ");
    if (words.length < 2) return [[set(name)]];
    const half = Math.ceil(words.length / 2);
    return [[set(name)], [set(words.slice(0, half).join(" ")), set(words.slice(half).join(" "))]];
  }

  seaLines(id) {
    const water = this.spec.ground.waters[-id - 1];
    const set = (text, font) => ({ text, font, className: "dl-t-sea" });
    const other = water.other_name ? [set(`(${water.other_name})`, "sea2")] : [];
    const words = water.name.split(" ");
    const broken = words.length > 1 ? [[...words.map((word) => set(word, "sea")), ...other]] : [];
    return [[set(water.name, "sea"), ...other], ...broken];
  }

  render(placed) {
    clear(this.layer);
    for (const { label, option } of placed) {
      const group = svgEl("g", { class: label.target ? "dl-label dl-label-live" : "dl-label" });
      if (label.target) group.dataset.id = label.target;
      if (option.leader) group.append(svgEl("path", { d: pathOf(option.leader), class: "dl-leader" }));
      if (label.dot) group.append(svgEl("circle", { cx: label.dot.x, cy: label.dot.y, r: 2.3, class: "dl-dot" }));
      const wet = this.view.share(option.box, (id) => id <= 0) > 0.5;
      this.renderLines(group, label, option, wet ? "dl-on-water" : "dl-on-land");
      this.layer.append(group);
    }
    for (const disc of this.discs) this.layer.append(this.discGroup(disc));
    this.discs = [];
  }

  renderLines(group, label, option, ground) {
    const { box, align } = option;
    const discs = label.discs || [];
    const taken = discs.length * (DISC + 4);
    const left = align === "end" ? 0 : taken;
    const right = align === "end" ? taken : 0;
    const x = align === "start" ? box.x + left : align === "end" ? box.x + box.w - right : box.x + (left + box.w) / 2;
    let y = box.y;
    for (const line of label.lines) {
      const font = FONTS[line.font];
      const attributes = { x: x.toFixed(1), y: (y + font.lead * 0.5 + font.size * 0.36).toFixed(1), "text-anchor": align, "font-size": font.size, "font-weight": font.weight, class: `${line.className} ${ground}` };
      if (font.spacing) attributes["letter-spacing"] = font.spacing;
      if (font.italic) attributes["font-style"] = "italic";
      group.append(svgEl("text", attributes, line.text));
      y += font.lead;
    }
    discs.forEach((disc, index) => {
      const along = (index + 0.5) * (DISC + 4) - 2;
      this.discs.push({ ...disc, x: align === "end" ? box.x + box.w - along : box.x + along, y: box.y + box.h / 2 });
    });
  }

  discGroup({ x, y, number, tone, target }) {
    const group = svgEl("g", { class: `dl-label dl-label-live dl-map-disc dl-tone-${tone}` });
    group.dataset.id = target;
    group.append(svgEl("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: DISC / 2 }));
    group.append(svgEl("text", { x: x.toFixed(1), y: (y + 4.3).toFixed(1), "text-anchor": "middle", "font-size": 12, "font-weight": 700 }, String(number)));
    return group;
  }
}
Names.prototype.discs = [];
