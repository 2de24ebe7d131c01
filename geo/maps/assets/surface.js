// The ground as a raster: which country or sea each small cell is; labels ask it what lies below.
//
// Land is filled by even-odd scan lines. Water is shared among the named seas by a flood from each
// name's point over water alone, so that a name never jumps across land to another sea.

const COLUMNS = 360;
const MAX_ROWS = 420;

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

  flood(waters) {
    const queue = [];
    waters.forEach((water, index) => {
      const seed = this.nearestWater(water.lat, water.lon);
      if (seed === null || this.ids[seed] !== 0) return;
      this.ids[seed] = -(index + 1);
      queue.push(seed);
    });
    for (let head = 0; head < queue.length; head += 1) {
      for (const next of this.around(queue[head])) {
        if (this.ids[next] !== 0) continue;
        this.ids[next] = this.ids[queue[head]];
        queue.push(next);
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
        if (!inside || distance >= nearest || this.ids[y * this.columns + x] !== 0) continue;
        nearest = distance;
        best = y * this.columns + x;
      }
    }
    return best;
  }
}

// The surface as the reader sees it now: one id for each few pixels of the view, with the distance
// of each to the nearest different one.
class View {
  constructor(map, surface, step) {
    const size = map.getSize();
    this.step = step;
    this.columns = Math.ceil(size.x / step);
    this.rows = Math.ceil(size.y / step);
    this.ids = new Int16Array(this.columns * this.rows);
    const lats = Array.from({ length: this.rows }, (_, r) => map.containerPointToLatLng([0, (r + 0.5) * step]).lat);
    const lons = Array.from({ length: this.columns }, (_, c) => map.containerPointToLatLng([(c + 0.5) * step, 0]).lng);
    for (let r = 0; r < this.rows; r += 1) {
      for (let c = 0; c < this.columns; c += 1) {
        const id = surface.at(lats[r], lons[c]);
        this.ids[r * this.columns + c] = id === null ? 0 : id;
      }
    }
    this.clearance = this.measureClearance();
  }

  // Chamfer distance in cells (Borgefors 1986), two sweeps.
  measureClearance() {
    const { columns, rows, ids } = this;
    const far = new Float32Array(ids.length).fill(1e6);
    const sweep = (r, c, steps) => {
      const here = r * columns + c;
      if (r === 0 || c === 0 || r === rows - 1 || c === columns - 1) far[here] = Math.min(far[here], 1);
      for (const [dr, dc, cost] of steps) {
        const rr = r + dr;
        const cc = c + dc;
        if (rr < 0 || cc < 0 || rr >= rows || cc >= columns) continue;
        const there = rr * columns + cc;
        far[here] = Math.min(far[here], ids[there] === ids[here] ? far[there] + cost : 1);
      }
    };
    const back = [[-1, 0, 1], [0, -1, 1], [-1, -1, 1.4], [-1, 1, 1.4]];
    const forth = [[1, 0, 1], [0, 1, 1], [1, 1, 1.4], [1, -1, 1.4]];
    for (let r = 0; r < rows; r += 1) for (let c = 0; c < columns; c += 1) sweep(r, c, back);
    for (let r = rows - 1; r >= 0; r -= 1) for (let c = columns - 1; c >= 0; c -= 1) sweep(r, c, forth);
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
