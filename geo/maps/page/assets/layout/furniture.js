// Scale bar, small globe and zoom buttons, each in the emptiest corner that is left.

const MARGIN = 18;
const GLOBE = 56;
const BAR = 32;
const NICE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const MILE_KM = 1.609344;

function cornerBoxes(size, w, h) {
  const right = size.x - MARGIN - w;
  const low = size.y - MARGIN - h;
  return [
    { x: right, y: low, w, h },
    { x: MARGIN, y: low, w, h },
    { x: MARGIN, y: MARGIN, w, h },
    { x: right, y: MARGIN, w, h },
  ];
}

// The emptiest of some boxes: nothing of the story in or near it; `dry` is what land costs.
function emptiest(boxes, { obstacles, view, taken, dry }) {
  let best = null;
  boxes.forEach((box, order) => {
    if (taken.some((other) => boxesMeet(box, other, 6))) return;
    const near = { x: box.x - 30, y: box.y - 30, w: box.w + 60, h: box.h + 60 };
    const land = 1 - view.share(box, null);
    const cost = obstacles.load(box) * 50 + obstacles.load(near) * 6 + land * dry + order * 0.8;
    if (!best || cost < best.cost) best = { ...box, cost, full: obstacles.load(box) > 0 };
  });
  return best;
}

function unless(box) {
  return box && !box.full ? box : null;
}

class Furniture {
  constructor(map, spec, buttons) {
    this.map = map;
    this.spec = spec;
    this.buttons = buttons;
    this.node = svgEl("svg", { class: "dl-furniture", "aria-hidden": "true" });
    map.getContainer().append(this.node);
  }

  // Choose a place for each thing that there is room for; returns the boxes that they take.
  arrange(obstacles, view) {
    const size = this.map.getSize();
    const { frame } = this.spec;
    const room = { obstacles, view, taken: [], dry: 3 };
    const take = (box) => {
      if (box) room.taken.push(box);
      return box;
    };
    const roomy = size.x >= 520 && size.y >= 380 && frame.east - frame.west < 140;
    this.globeAt = roomy ? take(unless(emptiest(cornerBoxes(size, 2 * GLOBE, 2 * GLOBE), room))) : null;
    this.bar = this.measure(size);
    const beside = room.taken.map((box) => ({ x: box.x > size.x / 2 ? box.x - this.bar.w - 44 : box.x + box.w + 44, y: size.y - MARGIN - BAR, w: this.bar.w, h: BAR }));
    this.barAt = take(unless(emptiest([...beside, ...cornerBoxes(size, this.bar.w, BAR)], room)));
    this.buttonsAt = take(emptiest(cornerBoxes(size, this.buttons.w, this.buttons.h).reverse(), { ...room, dry: 0 }));
    return room.taken;
  }

  draw(obstacles, view) {
    const taken = this.arrange(obstacles, view);
    clear(this.node);
    if (this.barAt) this.drawScale();
    if (this.buttonsAt) this.buttons.move(this.buttonsAt);
    if (this.globeAt && this.land) this.drawGlobe();
    return taken;
  }

  // The globe says nothing that the map needs: it is drawn when all else stands.
  complete() {
    const { inset } = this.spec;
    this.land = decodeLines(inset.land, inset.grid);
    if (this.globeAt) this.drawGlobe();
  }

  drawScale() {
    const { km, mi } = this.bar;
    const { x, y } = this.barAt;
    const d = `M${x} ${y + 6}V${y + 15}H${x + km.px}V${y + 6}M${x} ${y + 15}V${y + 24}H${x + mi.px}V${y + 15}`;
    this.node.append(svgEl("path", { d, class: "dl-scale" }));
    for (const [text, tx, ty] of [[`${grouped(km.value)} km`, x + km.px + 6, y + 11], [`${grouped(mi.value)} mi`, x + mi.px + 6, y + 28]]) {
      this.node.append(svgEl("text", { x: tx, y: ty, "font-size": 11.5, class: "dl-scale-text" }, text));
    }
  }

  // True at the latitude of the middle of the map, as the page says.
  measure(size) {
    const middle = size.y / 2;
    const from = this.map.containerPointToLatLng([size.x / 2 - 50, middle]);
    const to = this.map.containerPointToLatLng([size.x / 2 + 50, middle]);
    const kmPerPx = (Math.abs(to.lng - from.lng) * 111.32 * Math.cos((from.lat * Math.PI) / 180)) / 100;
    const longest = Math.min(110, size.x / 4);
    const fit = (perPx) => {
      const value = NICE.filter((nice) => nice / perPx <= longest).pop() || NICE[0];
      return { value, px: Math.round(value / perPx) };
    };
    const km = fit(kmPerPx);
    const mi = fit(kmPerPx / MILE_KM);
    return { km, mi, w: Math.max(km.px, mi.px) + 52 };
  }

  drawGlobe() {
    const box = this.globeAt;
    const group = svgEl("g", { transform: `translate(${box.x + GLOBE} ${box.y + GLOBE})` });
    const globe = new Globe(this.spec.inset.lon, this.spec.inset.lat * 0.55, GLOBE - 3);
    group.append(svgEl("circle", { r: GLOBE, class: "dl-globe-frame" }));
    group.append(svgEl("circle", { r: GLOBE - 3, class: "dl-globe-sea" }));
    const land = this.land.map((ring) => globe.path(ring)).join("");
    if (land) group.append(svgEl("path", { d: land, class: "dl-globe-land" }));
    group.append(svgEl("path", { d: globe.box(this.map.getBounds()), class: "dl-globe-box" }));
    this.node.append(group);
  }
}

// Orthographic view (Snyder, "Map Projections: A Working Manual", 1987, p. 145).
class Globe {
  constructor(lon, lat, radius) {
    this.lon = (lon * Math.PI) / 180;
    this.sin = Math.sin((lat * Math.PI) / 180);
    this.cos = Math.cos((lat * Math.PI) / 180);
    this.radius = radius;
  }

  // Points beyond the horizon are drawn on it, in their own direction.
  project([lat, lon]) {
    const phi = (lat * Math.PI) / 180;
    const turn = (lon * Math.PI) / 180 - this.lon;
    const x = Math.cos(phi) * Math.sin(turn);
    const y = this.cos * Math.sin(phi) - this.sin * Math.cos(phi) * Math.cos(turn);
    const depth = this.sin * Math.sin(phi) + this.cos * Math.cos(phi) * Math.cos(turn);
    const scale = depth >= 0 ? this.radius : this.radius / Math.max(1e-6, Math.hypot(x, y));
    return { x: x * scale, y: -y * scale, seen: depth >= 0 };
  }

  path(ring) {
    const points = ring.map((point) => this.project(point));
    if (!points.some((p) => p.seen)) return "";
    return pathOf(points.flatMap((p, i) => [p, ...this.arc(p, points[(i + 1) % points.length])]), true);
  }

  // What runs beyond the horizon follows it, and does not cut across the globe.
  arc(p, q) {
    if (p.seen || q.seen) return [];
    const from = Math.atan2(p.y, p.x);
    let turn = Math.atan2(q.y, q.x) - from;
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    const steps = Math.floor(Math.abs(turn) / 0.1);
    return Array.from({ length: steps }, (_, k) => {
      const angle = from + (turn * (k + 1)) / (steps + 1);
      return { x: this.radius * Math.cos(angle), y: this.radius * Math.sin(angle) };
    });
  }

  box(bounds) {
    const corner = (lat, lon) => this.project([Math.max(-85, Math.min(85, lat)), lon]);
    const [w, e, s, n] = [bounds.getWest(), bounds.getEast(), bounds.getSouth(), bounds.getNorth()];
    const points = [];
    for (let k = 0; k < 8; k += 1) points.push(corner(n, w + ((e - w) * k) / 8));
    for (let k = 0; k < 8; k += 1) points.push(corner(n + ((s - n) * k) / 8, e));
    for (let k = 0; k < 8; k += 1) points.push(corner(s, e + ((w - e) * k) / 8));
    for (let k = 0; k < 8; k += 1) points.push(corner(s + ((n - s) * k) / 8, w));
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const wide = Math.max(...xs) - Math.min(...xs);
    const tall = Math.max(...ys) - Math.min(...ys);
    if (wide >= 7 && tall >= 5) return pathOf(points, true);
    const x = (Math.max(...xs) + Math.min(...xs)) / 2;
    const y = (Math.max(...ys) + Math.min(...ys)) / 2;
    return pathOf([{ x: x - 5, y: y - 4 }, { x: x + 5, y: y - 4 }, { x: x + 5, y: y + 4 }, { x: x - 5, y: y + 4 }], true);
  }
}
