// A street map of tiles under the story, where the maker of the page asked for one. It needs the
// network: where no tile comes, the map's own ground is shown and the words say so.

const STREET_ZOOM = 19;

class Street {
  constructor(view, template) {
    this.view = view;
    this.layer = L.tileLayer(template, { pane: "dl-street", maxZoom: STREET_ZOOM, referrerPolicy: "origin", className: "dl-tile" });
    this.layer.on("tileload", () => { this.seen = true; });
    this.layer.on("tileerror", () => this.missed());
  }

  get on() {
    return this.view.map.hasLayer(this.layer);
  }

  toggle() {
    if (this.on) this.layer.remove();
    else this.layer.addTo(this.view.map);
    this.view.layout();
  }

  missed() {
    if (this.seen || !this.on) return;
    this.layer.remove();
    this.view.layout();
    this.view.say("The street map needs the network, which is not there; this is the map without it");
    this.gone();
  }

  gone() {}
}

function addStreet(view, add) {
  if (!view.options.tiles) return;
  view.street = new Street(view, view.options.tiles);
  const button = add("▦", "Street map (needs the network)", () => {
    view.street.toggle();
    press(button, view.street.on);
  });
  view.street.gone = () => press(button, false);
  press(button, true);
}
