// The ground as a raster: which country or sea each small cell is; labels ask it what lies below.
//
// Land is filled by even-odd scan lines. Water is shared among the named seas by a flood from each
// name's point over water alone, so that a name never jumps across land to another sea.

const COLUMNS = 360;
const MAX_ROWS = 420;
// How far from its point a water of each rank reaches at most, degrees of longitude on the map.
const REACH_DEG = { 2: 9, 3: 1.2, 4: 0.6 };

class Surface {
  constructor(ground) {
    const { west, south, east, north } = ground.box;
    this.west = west;
    this.top = northing(north);
    const height = this.top - northing(south);
    this.cell = Math.max((east - west) / COLUMNS, height / MAX_ROWS);
    this.columns = Math.max(1, Math.ceil((east - west) / this.cell));
    this.rows = Math.max(1, Math.ceil(height / this.cell));
    this.ids = new Int16Array(this.columns * this.rows);
    ground.lands.forEach((land, index) => this.fill(decodeLines(land.rings, ground.grid), index + 1));
    this.fill(decodeLines(ground.lakes, ground.grid), 0);
    this.flood(ground.waters);
  }

  // 0: water without a name, n: country n - 1, -n: sea n - 1; null outside.
  at(lat, lon) {
    const column = Math.floor((lon - this.west) / this.cell);
    const row = Math.floor((this.top - northing(lat)) / this.cell);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return null;
    return this.ids[row * this.columns + column];
  }

  fill(rings, id) {
    const crossings = Array.from({ length: this.rows }, () => []);
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) this.cross(crossings, ring[j], ring[i]);
    }
    crossings.forEach((xs, row) => {
      xs.sort((a, b) => a - b);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const from = Math.max(0, Math.ceil(xs[k] - 0.5));
        const to = Math.min(this.columns - 1, Math.floor(xs[k + 1] - 0.5));
        if (from <= to) this.ids.fill(id, row * this.columns + from, row * this.columns + to + 1);
      }
    });
  }

  cross(crossings, [lat1, lon1], [lat2, lon2]) {
    const y1 = (this.top - northing(lat1)) / this.cell;
    const y2 = (this.top - northing(lat2)) / this.cell;
    if (y1 === y2) return;
    const x1 = (lon1 - this.west) / this.cell;
    const slope = ((lon2 - lon1) / this.cell) / (y2 - y1);
    const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
    const last = Math.min(this.rows - 1, Math.ceil(Math.max(y1, y2) - 0.5) - 1);
    for (let row = first; row <= last; row += 1) crossings[row].push(x1 + (row + 0.5 - y1) * slope);
  }

  // The smallest waters first, each within its reach; larger ones pass through them to the open sea.
  flood(waters) {
    const ranks = [...new Set(waters.map((water) => Math.max(1, water.rank)))].sort((a, b) => b - a);
    for (const rank of ranks) {
      const reach = (REACH_DEG[rank] || Infinity) / this.cell;
      const owner = new Int16Array(this.ids.length);
      const steps = new Float32Array(this.ids.length);
      const queue = [];
      waters.forEach((water, index) => {
        const seed = Math.max(1, water.rank) === rank ? this.nearestWater(water.lat, water.lon) : null;
        if (seed === null || owner[seed]) return;
        owner[seed] = index + 1;
        queue.push(seed);
      });
      for (let head = 0; head < queue.length; head += 1) {
        const here = queue[head];
        if (this.ids[here] === 0) this.ids[here] = -owner[here];
        if (steps[here] >= reach) continue;
        for (const next of this.around(here)) {
          if (this.ids[next] > 0 || owner[next]) continue;
          owner[next] = owner[here];
          steps[next] = steps[here] + 1;
          queue.push(next);
        }
      }
    }
  }

  around(index) {
    const column = index % this.columns;
    const found = [];
    if (column > 0) found.push(index - 1);
    if (column + 1 < this.columns) found.push(index + 1);
    if (index >= this.columns) found.push(index - this.columns);
    if (index + this.columns < this.ids.length) found.push(index + this.columns);
    return found;
  }

  nearestWater(lat, lon) {
    const column = Math.round((lon - this.west) / this.cell);
    const row = Math.round((this.top - northing(lat)) / this.cell);
    let best = null;
    let nearest = 100;
    for (let dy = -9; dy <= 9; dy += 1) {
      for (let dx = -9; dx <= 9; dx += 1) {
        const x = column + dx;
        const y = row + dy;
        const inside = x >= 0 && y >= 0 && x < this.columns && y < this.rows;
        const distance = dx * dx + dy * dy;
        if (!inside || distance >= nearest || this.ids[y * this.columns + x] > 0) continue;
        nearest = distance;
        best = y * this.columns + x;
      }
    }
    return best;
  }
}

// The surface as the reader sees it: one id for each few pixels of the view.
class View {
  constructor(camera, surface, step) {
    const { size } = camera;
    this.step = step;
    this.columns = Math.ceil(size.x / step);
    this.rows = Math.ceil(size.y / step);
    this.ids = new Int16Array(this.columns * this.rows);
    const lats = Array.from({ length: this.rows }, (_, r) => camera.ground(0, (r + 0.5) * step).lat);
    const lons = Array.from({ length: this.columns }, (_, c) => camera.ground((c + 0.5) * step, 0).lng);
    for (let r = 0; r < this.rows; r += 1) {
      for (let c = 0; c < this.columns; c += 1) {
        const id = surface.at(lats[r], lons[c]);
        this.ids[r * this.columns + c] = id === null ? 0 : id;
      }
    }
  }

  // Distance of each cell to the nearest different one or the edge, in cells: chamfer, two sweeps
  // (Borgefors, "Distance transformations in digital images", 1986).
  get clearance() {
    if (this.far) return this.far;
    const { columns, rows, ids } = this;
    const far = new Float32Array(ids.length);
    for (let r = 0; r < rows; r += 1) for (let c = 0; c < columns; c += 1) far[r * columns + c] = r && c && r < rows - 1 && c < columns - 1 ? 1e6 : 1;
    const steps = [[-1, 1], [-columns, 1], [-columns - 1, 1.4], [-columns + 1, 1.4]];
    for (const way of [1, -1]) {
      for (let k = 1; k < ids.length - 1; k += 1) {
        const here = way > 0 ? k : ids.length - 1 - k;
        if (far[here] <= 1) continue;
        let best = far[here];
        for (let i = 0; i < 4; i += 1) {
          const there = here + steps[i][0] * way;
          const cost = ids[there] === ids[here] ? far[there] + steps[i][1] : 1;
          if (cost < best) best = cost;
        }
        far[here] = best;
      }
    }
    this.far = far;
    return far;
  }

  idAt(x, y) {
    const c = Math.min(this.columns - 1, Math.max(0, Math.floor(x / this.step)));
    const r = Math.min(this.rows - 1, Math.max(0, Math.floor(y / this.step)));
    return this.ids[r * this.columns + c];
  }

  // Share of a box whose cells pass a test.
  share(box, test) {
    let hits = 0;
    let all = 0;
    for (let y = box.y + 2; y < box.y + box.h; y += this.step) {
      for (let x = box.x + 2; x < box.x + box.w; x += this.step) {
        all += 1;
        if (test(this.idAt(x, y))) hits += 1;
      }
    }
    return all ? hits / all : 0;
  }
}
