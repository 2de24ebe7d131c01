// The loud story: ways, measured lines and signs as Leaflet layers; what they look like is in CSS.

const SIGN_RADIUS = { story: 7, stop: 8, uncertain: 9, region: 0, associative: 5 };

function drawRoutes(map, spec, onPick) {
  const group = L.layerGroup();
  const drawn = new Map();
  for (const route of spec.routes) {
    const smooth = route.kind === "rail" || route.kind === "road";
    const lines = decodeLines(route.lines, spec.ground.grid).map((line) => (smooth ? smoothLine(line) : line));
    const inferred = route.inferred && route.manner === "way" ? " dl-way-inferred" : "";
    const kind = `dl-way dl-way-${route.kind} dl-way-${route.manner} dl-tone-${route.tone}${inferred}`;
    const base = { pane: "dl-ways", interactive: false, smoothFactor: 0, noClip: true, fill: false, lineJoin: "round" };
    const weight = route.manner !== "way" ? 1.4 : route.kind === "air" || route.kind === "geodesic" ? 1.8 : 3;
    const casing = L.polyline(lines, { ...base, className: "dl-casing", weight: weight + 3.4 });
    const line = L.polyline(lines, { ...base, className: kind, weight, lineCap: "butt" });
    const grip = L.polyline(lines, { ...base, className: "dl-grip", weight: 18, interactive: true, bubblingMouseEvents: false });
    grip.on("click", () => onPick(route.id));
    group.addLayer(casing).addLayer(line).addLayer(grip);
    drawn.set(route.id, { lines, layers: [line, casing] });
  }
  return { group, drawn };
}

function drawMeasures(spec) {
  const group = L.layerGroup();
  const drawn = new Map();
  for (const measure of spec.measures) {
    const lines = decodeLines(measure.lines, spec.ground.grid);
    const base = { pane: "dl-ways", interactive: false, smoothFactor: 0.4, fill: false };
    const casing = L.polyline(lines, { ...base, className: "dl-casing", weight: 4 });
    const line = L.polyline(lines, { ...base, className: `dl-measure dl-tone-${measure.tone}`, weight: 1.7 });
    group.addLayer(casing).addLayer(line);
    drawn.set(measure.id, { lines, layers: [line] });
  }
  return { group, drawn };
}

function signNode(kind) {
  const node = svgEl("svg", { class: `dl-sign dl-sign-${kind}`, width: 24, height: 24, viewBox: "-12 -12 24 24", "aria-hidden": "true", focusable: "false" });
  if (kind === "stop") {
    node.append(svgEl("path", { d: "M0-7.4 7.4 0 0 7.4-7.4 0Z", class: "dl-sign-shape" }));
  } else if (kind === "associative") {
    node.append(svgEl("circle", { r: 4, class: "dl-sign-shape" }));
  } else {
    node.append(svgEl("circle", { r: 8.2, class: "dl-sign-casing" }));
    node.append(svgEl("circle", { r: 5, class: "dl-sign-shape" }));
  }
  return node;
}

function drawPlaces(map, spec, onPick) {
  const group = L.layerGroup();
  const drawn = new Map();
  for (const place of spec.places) {
    if (!isOnGround(place, spec.ground.box)) continue;
    const rings = decodeLines(place.outline, spec.ground.grid);
    if (rings.length) {
      const area = L.polygon(rings, { pane: "dl-ways", className: "dl-region", weight: 1.4, interactive: false });
      group.addLayer(area);
    }
    if (place.radius_m > 0) {
      const ring = L.circle([place.lat, place.lon], { radius: place.radius_m, pane: "dl-ways", className: "dl-doubt", weight: 1.4, interactive: false });
      group.addLayer(ring);
    }
    const icon = L.divIcon({ className: `dl-pin dl-pin-${place.kind}`, html: signNode(place.kind), iconSize: [24, 24] });
    const marker = L.marker([place.lat, place.lon], { icon, pane: "dl-signs", keyboard: true, riseOnHover: true });
    marker.on("add", () => nameMarker(marker, place, onPick));
    marker.on("click", () => onPick(place.id));
    group.addLayer(marker);
    drawn.set(place.id, { marker, place, rings });
  }
  return { group, drawn };
}

function isOnGround({ lon, lat }, { west, south, east, north }) {
  return lon > west && lon < east && lat > south && lat < north;
}

function nameMarker(marker, place, onPick) {
  const node = marker.getElement();
  node.setAttribute("aria-label", place.second ? `${place.name}, ${place.second}` : place.name);
  node.dataset.id = place.id;
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    onPick(place.id);
  });
}

const SHOWN = 3;

function placeNote(place) {
  const node = el("div", "dl-pop-body");
  node.append(el("strong", "dl-pop-name", place.name));
  if (place.second) node.append(el("div", "dl-pop-second", place.second));
  for (const mention of place.mentions.slice(0, SHOWN)) {
    const quote = el("blockquote", "dl-pop-quote");
    quote.append(mention.before, el("b", "", mention.text), mention.after);
    node.append(quote);
  }
  if (place.mentions.length > SHOWN) node.append(el("div", "dl-pop-small", `and ${place.mentions.length - SHOWN} more`));
  if (place.note) node.append(el("div", "dl-pop-small", place.note));
  return node;
}

function routeNote(route) {
  const node = el("div", "dl-pop-body");
  node.append(el("strong", "dl-pop-name", route.title), el("div", "dl-pop-second", route.label), el("div", "dl-pop-small", route.note));
  return node;
}

// Cross ticks of a railway and arrowheads, made anew for each zoom because they keep their size.
function drawMarks(map, layer, spec, drawn) {
  clear(layer);
  const size = map.getSize();
  for (const route of spec.routes) {
    for (const line of drawn.get(route.id).lines) {
      const points = line.map((p) => map.latLngToContainerPoint(p));
      const tone = `dl-tone-${route.tone}`;
      if (route.manner !== "way") continue;
      if (route.kind === "rail") layer.append(svgEl("path", { d: ticksOf(points, size), class: `dl-ticks ${tone}` }));
      for (const along of arrowPlaces(points)) layer.append(svgEl("path", { d: arrowOf(chordAt(points, along, 7)), class: `dl-arrow ${tone}` }));
    }
  }
}

// The dashes of an inferred railway (18 px a dash and gap, in the style sheet) carry a tick each.
const TICK_GAP = 18;

function ticksOf(points, size) {
  const total = lengthOf(points);
  let d = "";
  for (let along = TICK_GAP; along < total - 6; along += TICK_GAP) {
    const { x, y, dx, dy } = chordAt(points, along, 4);
    if (x < -50 || y < -50 || x > size.x + 50 || y > size.y + 50) continue;
    d += `M${(x - dy * 4).toFixed(1)} ${(y + dx * 4).toFixed(1)}L${(x + dy * 4).toFixed(1)} ${(y - dx * 4).toFixed(1)}`;
  }
  return d || "M0 0";
}

// Every third of the way, moved to where the line is straight.
function arrowPlaces(points) {
  const total = lengthOf(points);
  const wanted = total < 70 ? [] : total < 220 ? [total / 2] : [total / 3, (2 * total) / 3, total - 30];
  return wanted.map((along) => {
    const near = [0, 8, -8, 16, -16, 24, -24].map((by) => along + by).filter((at) => at > 14 && at < total - 20);
    const straight = near.map((at) => chordAt(points, at, 9).straight);
    return near[straight.findIndex((value) => value > 0.96)] || near[straight.indexOf(Math.max(...straight))];
  }).filter((along) => along !== undefined);
}

// A point of a line with the direction of the line around it; `straight` is 1 for a straight line.
function chordAt(points, along, reach) {
  const before = pointAlong(points, Math.max(0, along - reach));
  const after = pointAlong(points, along + reach);
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const { x, y } = pointAlong(points, along);
  return { x, y, dx: (after.x - before.x) / length, dy: (after.y - before.y) / length, straight: length / (2 * reach) };
}

function arrowOf({ x, y, dx, dy }) {
  const at = (forth, side) => ({ x: x + dx * forth - dy * side, y: y + dy * forth + dx * side });
  return pathOf([at(7, 0), at(-4.5, 5), at(-4.5, -5)], true);
}
