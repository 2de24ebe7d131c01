// What a reader does with many places: the list of those in view, which is the map for keyboard and
// screen reader; a search; the word behind a dot. Text goes in as text.

const LISTED = 50;
const WAIT_MS = 140;

function manyCount(data, place, bare) {
  const count = data.counts[place];
  if (data.most === data.least && (bare || !data.word)) return "";
  const figure = Number.isInteger(count) ? grouped(count) : String(Math.round(count * 100) / 100);
  return data.word && !bare ? `${figure} ${data.word}` : figure;
}

function manyNote(data, place) {
  const node = el("div", "dl-pop-body");
  node.append(el("strong", "dl-pop-name", data.names.at(place)));
  const kind = data.sorts ? data.sorts.at(place) : "";
  const second = [manyCount(data, place), kind].filter(Boolean).join(" · ");
  if (second) node.append(el("div", "dl-pop-second", second));
  if (data.notes && data.notes.at(place)) node.append(el("div", "dl-pop-small", data.notes.at(place)));
  return node;
}

function manyKey(data) {
  const key = el("ul", "dl-many-key");
  const row = (kind, r, text) => {
    const item = el("li", "");
    const mark = svgEl("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" });
    mark.append(svgEl("path", { d: shapePath(kind, r), class: `dl-many-mark dl-tone-${MANY_TONES[kind]}` }));
    item.append(mark, el("span", "", text));
    key.append(item);
  };
  if (data.steps.length > 1) data.steps.forEach((step, k) => row(data.kindNames.length ? OTHER_KIND : 0, (DOT.least + DOT.step * k) / 2, k || !data.word ? `${grouped(step)}+` : `${grouped(step)}+ ${data.word}`));
  data.kindNames.forEach((name, kind) => row(kind, 4, name));
  if (data.hasOther && data.kindNames.length) row(OTHER_KIND, 4, "other");
  return key.childElementCount ? key : null;
}

class ManyPanel {
  constructor(view, data) {
    Object.assign(this, { view, data });
    this.node = el("section", "dl-many-panel");
    this.title = el("h2", "dl-kicker", "Places in view");
    this.field = el("input", "dl-many-field");
    Object.assign(this.field, { type: "search", placeholder: "Search all names", autocomplete: "off" });
    this.field.setAttribute("aria-label", "Search all names");
    this.field.addEventListener("input", () => this.later());
    this.told = el("p", "dl-small dl-many-told");
    this.told.setAttribute("role", "status");
    this.list = el("ol", "dl-many-list");
    this.node.append(this.title, this.field, this.told, this.list);
    const key = manyKey(data);
    if (key) this.node.append(key);
    this.node.append(el("p", "dl-small dl-many-help", "A circle with a number stands for that many places; click it, or press Enter on the map, to come nearer."));
  }

  attach(map, layer) {
    Object.assign(this, { map, layer });
    map.on("moveend", () => this.later());
    map.on("click", (event) => this.clicked(event));
    map.on("mousemove", (event) => this.moved(event));
    map.on("mouseout movestart", () => this.tell(null));
    this.view.box.addEventListener("keydown", (event) => this.pressed(event));
    this.tip = el("div", "dl-many-tip");
    this.tip.hidden = true;
    this.view.box.append(this.tip);
    this.show();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.map.getPane("dl-many") && this.show(), WAIT_MS);
  }

  show() {
    const words = this.field.value.trim();
    const { found, total } = words ? this.search(words) : this.inView();
    const by = this.data.most > this.data.least ? `The ${LISTED} with the most ${this.data.word || "entries"}` : `The first ${LISTED}`;
    const first = total > found.length ? ` ${by}:` : "";
    const more = this.view.spec.places.length ? "More places" : "Places";
    this.title.textContent = words ? "Places found" : `${more} in view`;
    this.told.textContent = `${grouped(total)} ${total === 1 ? "place" : "places"}${words ? " found" : " in view"}.${first}`;
    clear(this.list);
    for (const place of found) this.list.append(this.row(place));
    this.list.hidden = !found.length;
    const help = this.node.querySelector(".dl-many-help");
    help.hidden = !this.data.clusters(this.layer.whole());
  }

  inView() {
    const bounds = this.map.getPixelBounds();
    const scale = 256 * 2 ** this.map.getZoom();
    const { xs, ys, order } = this.data;
    const found = [];
    let total = 0;
    for (const place of order) {
      const [x, y] = [xs[place] * scale, ys[place] * scale];
      if (x < bounds.min.x || x > bounds.max.x || y < bounds.min.y || y > bounds.max.y) continue;
      total += 1;
      if (found.length < LISTED) found.push(place);
    }
    return { found, total };
  }

  search(words) {
    const found = [];
    let total = 0;
    for (const place of this.data.named(words)) {
      total += 1;
      if (found.length < LISTED) found.push(place);
    }
    return { found, total };
  }

  row(place) {
    const item = el("li", "");
    const button = el("button", "dl-many-row");
    button.type = "button";
    button.append(el("bdi", "dl-many-name", this.data.names.at(place)), " ", el("span", "dl-many-count", manyCount(this.data, place, true)));
    button.addEventListener("click", () => this.goTo(place));
    item.append(button);
    return item;
  }

  goTo(place) {
    const at = this.data.latLon(place);
    const zoom = this.layer.ownZoom(place);
    this.layer.choose(place);
    this.view.close();
    if (zoom > this.map.getZoom() + 0.01 || !this.map.getBounds().pad(-0.08).contains(at)) this.fly(at, zoom);
    this.view.open(manyNote(this.data, place), at);
  }

  fly(at, zoom) {
    if (this.view.calm) this.map.setView(at, zoom, { animate: false });
    else this.map.flyTo(at, zoom, { duration: 0.6 });
  }

  clicked(event) {
    if (this.view.measuring.on) return;
    this.pick(this.layer.at(event.containerPoint));
  }

  pick(mark) {
    this.layer.choose(mark && !mark.cluster ? mark.place : null);
    if (!mark) return;
    if (!mark.cluster) {
      this.view.open(manyNote(this.data, mark.place), this.data.latLon(mark.place));
      return;
    }
    const goal = this.layer.inside(mark.cluster);
    if (goal) this.fly(goal.middle, goal.zoom);
    else this.view.open(this.members(mark), this.data.latLon(mark.place));
  }

  // Places on one spot, or as near as the map goes, are listed.
  members({ cluster, k }) {
    const node = el("div", "dl-pop-body");
    node.append(el("strong", "dl-pop-name", `${grouped(cluster.n)} places here`));
    const list = el("ol", "dl-many-list");
    for (const place of this.data.clusters(this.layer.whole()).members(k, LISTED)) list.append(this.row(place));
    node.append(list);
    if (cluster.n > LISTED) node.append(el("div", "dl-pop-small", `and ${grouped(cluster.n - LISTED)} more`));
    return node;
  }

  // Enter on the map: the cluster or place nearest to its middle.
  pressed(event) {
    if (event.key !== "Enter" || event.target !== this.view.box || this.view.measuring.on) return;
    const middle = this.map.containerPointToLayerPoint(this.map.getSize().divideBy(2));
    const far = (mark) => Math.hypot(mark.x - middle.x, mark.y - middle.y);
    const marks = this.layer.drawn.filter((mark) => mark.cluster);
    const among = marks.length ? marks : this.layer.drawn;
    if (!among.length) return;
    event.preventDefault();
    const mark = among.reduce((a, b) => (far(b) < far(a) ? b : a));
    this.view.close();
    this.view.say(mark.cluster ? `${grouped(mark.cluster.n)} places near ${this.data.names.at(mark.place)}` : this.data.names.at(mark.place));
    this.pick(mark);
  }

  moved(event) {
    const { containerPoint, originalEvent } = event;
    if (this.frame || originalEvent.buttons) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      if (this.map.getPane("dl-many")) this.tell(this.view.measuring.on ? null : this.layer.at(containerPoint), containerPoint);
    });
  }

  tell(mark, point) {
    this.layer.pointAt(mark);
    this.view.box.classList.toggle("dl-many-live", Boolean(mark));
    this.tip.hidden = !mark;
    if (!mark) return;
    const name = this.data.names.at(mark.place);
    this.tip.textContent = mark.cluster ? `${grouped(mark.cluster.n)} places near ${name}` : [name, manyCount(this.data, mark.place)].filter(Boolean).join(", ");
    const size = this.map.getSize();
    const left = point.x > size.x / 2;
    this.tip.style.left = left ? "auto" : `${point.x + 14}px`;
    this.tip.style.right = left ? `${size.x - point.x + 14}px` : "auto";
    this.tip.style.top = `${Math.min(size.y - 40, point.y + 10)}px`;
  }
}
