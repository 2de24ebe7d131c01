// What a reader can do with the map besides looking: measure, follow a journey, see places only mentioned.

const STEADY_MS = 5000;
const CALM_STOPS = 4;
const CALM_MS = 1000;
// A place this near to the end of a line, in degrees, is where the journey begins or ends.
const SAME_PLACE = 0.3;

class Measuring {
  constructor(map, box, say) {
    Object.assign(this, { map, box, say, points: [], on: false });
    this.line = L.polyline([], { pane: "dl-ways", className: "dl-ruler", weight: 2, interactive: false });
    box.addEventListener("pointerdown", ({ clientX, clientY }) => { this.down = { x: clientX, y: clientY }; });
    box.addEventListener("click", (event) => this.clicked(event), true);
    box.addEventListener("keydown", (event) => this.pressed(event));
  }

  toggle() {
    this.on = !this.on;
    this.box.classList.toggle("dl-measuring", this.on);
    this.points = [];
    this.draw();
    if (!this.on) {
      this.line.remove();
      this.say("");
      return;
    }
    this.line.addTo(this.map);
    this.box.focus({ preventScroll: true });
    this.say("Click two or more points; by keyboard, move the map and press Enter", true);
  }

  clicked(event) {
    if (!this.on || event.target.closest(".dl-buttons, .dl-popup")) return;
    event.stopPropagation();
    const moved = this.down && Math.hypot(event.clientX - this.down.x, event.clientY - this.down.y) > 5;
    if (!moved) this.add(this.map.mouseEventToLatLng(event));
  }

  pressed(event) {
    if (!this.on || event.key !== "Enter" || event.target !== this.box) return;
    event.preventDefault();
    this.add(this.map.getCenter());
  }

  add({ lat, lng }) {
    this.points.push([lat, lng]);
    this.draw();
    if (this.points.length < 2) {
      this.say("Now the next point", true);
      return;
    }
    const lengths = this.points.slice(1).map((point, i) => geodesicLength(this.points[i], point));
    if (lengths.includes(null)) this.say("Two points lie nearly opposite each other on the globe", true);
    else this.say(`${bothUnits(lengths.reduce((sum, one) => sum + one, 0))} in a straight line`, true);
  }

  draw() {
    this.line.setLatLngs(this.points.slice(1).flatMap((point, i) => circlePoints(this.points[i], point)));
  }
}

// A dot runs along each way in turn; where motion is unwelcome it stands at a few points of it.
class Journey {
  constructor(view, ended) {
    Object.assign(this, { view, ended });
    this.ways = view.spec.routes.filter((route) => route.manner === "way" && view.drawn.routes.get(route.id).lines[0].length > 1);
  }

  toggle() {
    if (this.frame || this.timer) this.stop();
    else this.start(0);
  }

  start(index) {
    const route = this.ways[index];
    const { map, drawn } = this.view;
    const line = drawn.routes.get(route.id).lines.flat();
    if (!this.dot) this.dot = L.marker(line[0], { icon: L.divIcon({ className: "dl-runner", iconSize: [16, 16] }), interactive: false, keyboard: false, pane: "dl-names" });
    this.dot.setLatLng(line[0]).addTo(map);
    const flat = line.map(([lat, lon]) => ({ x: lon, y: northing(lat) }));
    this.run = { index, flat, total: lengthOf(flat), since: performance.now(), from: this.placeAt(line[0]), to: this.placeAt(line[line.length - 1]), title: route.title };
    this.view.say(this.run.from ? `${route.title}: ${this.run.from}` : route.title, true);
    if (this.view.calm) this.stand(0);
    else this.frame = requestAnimationFrame((now) => this.step(now));
  }

  placeAt([lat, lon]) {
    const near = this.view.spec.places.find((place) => place.second && Math.hypot(place.lat - lat, place.lon - lon) < SAME_PLACE);
    return near ? `${near.name}, ${near.second}` : "";
  }

  step(now) {
    const share = Math.max(0, Math.min(1, (now - this.run.since) / STEADY_MS));
    this.moveTo(share);
    if (share < 1) this.frame = requestAnimationFrame((next) => this.step(next));
    else this.arrive();
  }

  stand(stop) {
    this.moveTo(stop / CALM_STOPS);
    if (stop < CALM_STOPS) this.timer = setTimeout(() => this.stand(stop + 1), CALM_MS);
    else this.arrive();
  }

  moveTo(share) {
    const { x, y } = pointAlong(this.run.flat, this.run.total * share);
    this.dot.setLatLng([latitudeOf(y), x]);
  }

  arrive() {
    this.frame = null;
    this.view.say(this.run.to ? `${this.run.title}: ${this.run.to}` : this.run.title, true);
    this.timer = setTimeout(() => (this.run.index + 1 < this.ways.length ? this.start(this.run.index + 1) : this.stop()), CALM_MS);
  }

  stop() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    Object.assign(this, { frame: null, timer: null });
    if (!this.dot) return;
    this.dot.remove();
    this.view.say("");
    this.ended();
  }
}
