// "Play the journey": a dot runs along each way in turn and the words say when it begins and ends;
// where motion is unwelcome it stands at a few points of it. A straight line that stands in for a way
// is said to be one, and a journey that is only supposed is not played at all.

const STEADY_MS = 5000;
const CALM_STOPS = 4;
const CALM_MS = 1000;

class Journey {
  constructor(view, ended) {
    Object.assign(this, { view, ended });
    const { routes } = view.spec;
    const real = routes.filter((route) => route.manner !== "unreal");
    this.ways = real.filter((route) => view.drawn.routes.get(route.id).lines[0].length > 1);
    this.leftOut = routes.length - real.length;
  }

  toggle() {
    if (this.frame || this.timer) this.stop();
    else this.start(0);
  }

  start(index) {
    const route = this.ways[index];
    const { map, drawn } = this.view;
    const line = drawn.routes.get(route.id).lines.flat();
    const unknown = route.manner === "stand-in";
    if (this.dot) this.dot.remove();
    const icon = L.divIcon({ className: unknown ? "dl-runner dl-runner-unknown" : "dl-runner", iconSize: [16, 16] });
    this.dot = L.marker(line[0], { icon, interactive: false, keyboard: false, pane: "dl-names" }).addTo(map);
    const flat = line.map(([lat, lon]) => ({ x: lon, y: northing(lat) }));
    this.run = { index, flat, total: lengthOf(flat), since: performance.now(), route };
    this.view.say(`${saidOf(route.title, route.departed)}${unknown ? ". The way taken is not known: a straight line stands for it." : ""}`, true);
    if (this.view.calm) this.stand(0);
    else this.frame = requestAnimationFrame((now) => this.step(now));
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
    const { index, route } = this.run;
    this.frame = null;
    if (route.arrived) this.view.say(saidOf(route.title, route.arrived), true);
    this.timer = setTimeout(() => (index + 1 < this.ways.length ? this.start(index + 1) : this.finish()), 2 * CALM_MS);
  }

  finish() {
    this.stop();
    if (!this.leftOut) return;
    this.view.say(this.leftOut === 1 ? "One journey that is only supposed was left out" : `${this.leftOut} journeys that are only supposed were left out`);
  }

  stop() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    Object.assign(this, { frame: null, timer: null });
    if (!this.dot) return;
    this.dot.remove();
    this.dot = null;
    this.view.say("");
    this.ended();
  }
}

function saidOf(title, when) {
  return when ? `${title}, ${when}` : title;
}
