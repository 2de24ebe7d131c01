// What the reader has chosen: shown on the map and in the lists, with a note of its words.
//
// The half of a Dateline (see mount.js) that answers a click; it uses the other's map and spec.

// So much of the map, pixels, must be in the window to count as seen.
const SEEN = 120;

class Choosing {
  thing(id) {
    for (const [kind, list] of [["place", this.spec.places], ["route", this.spec.routes], ["claim", this.spec.cards]]) {
      const found = list.find((one) => one.id === id || one.refs.includes(id));
      if (found) return { kind, found };
    }
    return null;
  }

  select(id, byReader) {
    const hit = this.thing(id);
    if (!hit) return false;
    this.chosen = hit.found.id;
    this.targets = new Set([hit.found.id, ...(hit.found.targets || [])]);
    this.mark();
    if (this.map) this.show(hit);
    if (this.map && byReader && hit.kind === "claim") this.bringIntoView();
    if (byReader && this.options.onSelect) this.options.onSelect({ id: hit.found.id, kind: hit.kind, refs: [...hit.found.refs] });
    return true;
  }

  // On a phone the claims stand below the map: what is chosen there must not be shown unseen.
  bringIntoView() {
    const { top, bottom } = this.box.getBoundingClientRect();
    if (bottom < SEEN || top > window.innerHeight - SEEN) this.box.scrollIntoView({ block: "nearest", behavior: this.calm ? "auto" : "smooth" });
  }

  show({ kind, found }) {
    this.close();
    const points = this.pointsOf(kind === "claim" ? found.targets : [found.id]);
    if (kind === "place" && !this.drawn.places.has(found.id)) {
      this.say(`${found.name} lies outside this map`);
      return;
    }
    if (points.length && !this.map.getBounds().pad(-0.04).contains(L.latLngBounds(points))) {
      const bounds = L.latLngBounds(points);
      const options = { padding: [80, 80], maxZoom: this.home, animate: !this.calm, duration: 0.6 };
      if (this.calm) this.map.fitBounds(bounds, options);
      else this.map.flyToBounds(bounds, options);
    }
    const content = kind === "place" ? placeNote(found) : kind === "route" ? routeNote(found) : null;
    if (content) this.open(content, points[Math.floor(points.length / 2)]);
  }

  open(content, at) {
    this.close();
    this.opened = new Note(this, content, at);
  }

  close() {
    if (this.opened) this.opened.remove();
    this.opened = null;
  }

  pointsOf(ids) {
    const points = [];
    for (const id of ids) {
      const line = this.drawn.routes.get(id) || this.drawn.measures.get(id);
      if (line) points.push(...line.lines.flat());
      const sign = this.drawn.places.get(id);
      if (sign && sign.place.kind !== "associative") points.push([sign.place.lat, sign.place.lon]);
    }
    return points;
  }

  // Show what is chosen, on the map and in the lists.
  mark() {
    const targets = this.targets || new Set();
    for (const node of this.root.querySelectorAll("[data-id]")) {
      node.classList.toggle("dl-chosen", targets.has(node.dataset.id));
      if (node.classList.contains("dl-card")) node.setAttribute("aria-pressed", String(node.dataset.id === this.chosen));
    }
    if (!this.drawn) return;
    for (const [id, { layers }] of [...this.drawn.routes, ...this.drawn.measures]) {
      layers.forEach((layer) => layer.getElement() && layer.getElement().classList.toggle("dl-chosen", targets.has(id)));
    }
  }
}
