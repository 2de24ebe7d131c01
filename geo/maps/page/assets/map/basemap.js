// The quiet base: land, lakes, rivers, borders and coast as one picture; colours come from CSS.
//
// The outlines are set once, in steps of the grid; a move or a zoom changes only how they are placed,
// and lines keep their width.

// Decoded once, for the picture and for the raster of what lies where.
function flatGround({ grid, lands, lakes, coast, rivers, borders, disputed, states = [] }) {
  const flat = (texts) => texts.map((text) => decodeFlat(text, grid));
  return {
    lands: lands.map((land) => flat(land.rings)), lakes: flat(lakes), coast: flat(coast),
    rivers: flat(rivers), borders: flat(borders), disputed: flat(disputed), states: flat(states),
  };
}

function flatPath(lines, top) {
  let d = "";
  for (const line of lines) {
    let x = line[0];
    let y = Math.round((top - line[1]) * 10);
    d += `M${x} ${y / 10}l`;
    for (let i = 2; i < line.length; i += 2) {
      const nextY = Math.round((top - line[i + 1]) * 10);
      d += `${line[i] - x} ${(nextY - y) / 10} `;
      x = line[i];
      y = nextY;
    }
  }
  return d;
}

const Ground = L.Renderer.extend({
  initialize(ground, flat, options) {
    L.Renderer.prototype.initialize.call(this, options);
    Object.assign(this, { ground, flat, _layers: {} });
  },

  _initContainer() {
    this._container = svgEl("svg", { class: "dl-ground", "aria-hidden": "true" });
    this.picture = svgEl("g");
    this._container.append(this.picture);
    this.draw();
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const { min } = this._bounds;
    const size = this._bounds.getSize();
    L.DomUtil.setPosition(this._container, min);
    for (const [name, value] of [["width", size.x], ["height", size.y], ["viewBox", `${min.x} ${min.y} ${size.x} ${size.y}`]]) this._container.setAttribute(name, value);
    const { grid } = this.ground;
    const corner = this._map.latLngToLayerPoint([latitudeOf(this.top() * grid.step), grid.lon_0]);
    const scale = (this._map.options.crs.scale(this._map.getZoom()) / 360) * grid.step;
    this.picture.setAttribute("transform", `translate(${corner.x.toFixed(2)} ${corner.y.toFixed(2)}) scale(${scale})`);
    this.fire("update");
  },

  // Northing of the upper edge: numbers stay small when they are counted from it.
  top() {
    return Math.round(northing(this.ground.box.north) / this.ground.grid.step);
  },

  draw() {
    const { ground, flat } = this;
    const top = this.top();
    const add = (d, className, weight) => {
      if (d) this.picture.append(svgEl("path", { d, class: className, "stroke-width": weight }));
    };
    // Shallow water, softer where the map shows much; specks of islands would be all halo.
    const soft = Math.min(1, 40 / (ground.box.east - ground.box.west));
    const shores = flatPath(flat.coast.filter((_, i) => ground.coast[i].length > (soft < 1 ? 60 : 24)), top);
    add(shores, "dl-shallows dl-shallows-far", 4 + 12 * soft);
    add(shores, "dl-shallows", 3 + 6 * soft);
    ground.lands.forEach((land, i) => add(flatPath(flat.lands[i], top), land.story ? "dl-land dl-land-story" : "dl-land", 0.8));
    add(flatPath(flat.rivers, top), "dl-river", 0.8);
    add(flatPath(flat.lakes, top), "dl-lake", 0.8);
    add(flatPath(flat.states, top), "dl-state", 0.7);
    add(flatPath(flat.borders, top), "dl-border", 1.1);
    add(flatPath(flat.disputed, top), "dl-border dl-border-disputed", 1.1);
    add(flatPath(flat.coast, top), "dl-coast", 0.9);
  },
});

function drawGround(ground, flat) {
  return new Ground(ground, flat, { pane: "dl-ground", padding: 0.6 });
}
