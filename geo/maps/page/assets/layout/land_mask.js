// The ground as a raster: which country or sea each small cell is; labels ask it what lies below.
//
// Land is filled by even-odd scan lines. Water is shared among the named seas by a flood from each
// name's point over water alone, so that a name never jumps across land to another sea.

const COLUMNS = 360;
const MAX_ROWS = 420;
// How far from its point a water of each rank reaches at most, degrees of longitude on the map.
const REACH_DEG = { 2: 9, 3: 1.2, 4: 0.6 };

class Surface {
  constructor(ground, flat) {
    const { west, south, east, north } = ground.box;
    this.west = west;
    this.top = northing(north);
    const height = this.top - northing(south);
    this.cell = Math.max((east - west) / COLUMNS, height / MAX_ROWS);
    this.columns = Math.max(1, Math.ceil((east - west) / this.cell));
    this.rows = Math.max(1, Math.ceil(height / this.cell));
    this.ids = new Int16Array(this.columns * this.rows);
    this.grid = ground.grid;
    flat.lands.forEach((rings, index) => this.fill(rings, index + 1));
    this.fill(flat.lakes, 0);
    this.flood(ground.waters);
  }

  columnAt(lon) {
    return Math.floor((lon - this.west) / this.cell);
  }

  rowAt(lat) {
    return Math.floor((this.top - northing(lat)) / this.cell);
  }

  // 0: water without a name or outside, n: country n - 1, -n: sea n - 1.
  at(row, column) {
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return 0;
    return this.ids[row * this.columns + column];
  }

  fill(rings, id) {
    const crossings = Array.from({ length: this.rows }, () => []);
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) this.cross(crossings, ring, j, i);
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

  // Where the edge from one point of a ring to another crosses the middles of rows.
  cross(crossings, ring, from, to) {
    const scale = this.grid.step / this.cell;
    const y1 = this.top / this.cell - ring[from + 1] * scale;
    const y2 = this.top / this.cell - ring[to + 1] * scale;
    if (y1 === y2) return;
    const x1 = (this.grid.lon_0 - this.west) / this.cell + ring[from] * scale;
    const slope = ((ring[to] - ring[from]) * scale) / (y2 - y1);
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
      const queue = [];
      waters.forEach((water, index) => {
        const seed = Math.max(1, water.rank) === rank ? this.nearestWater(water.lat, water.lon) : null;
        if (seed === null || owner[seed]) return;
        owner[seed] = index + 1;
        queue.push(seed);
      });
      this.spread(queue, owner, reach);
    }
  }

  // Step by step from the cells of the queue, over water that no other name has reached.
  spread(seeds, owner, reach) {
    const { ids, columns } = this;
    const steps = new Uint16Array(ids.length);
    const queue = new Int32Array(ids.length);
    queue.set(seeds);
    const ways = [-1, 1, -columns, columns];
    let last = seeds.length;
    for (let head = 0; head < last; head += 1) {
      const here = queue[head];
      if (ids[here] === 0) ids[here] = -owner[here];
      if (steps[here] >= reach) continue;
      const column = here % columns;
      for (let i = 0; i < 4; i += 1) {
        const next = here + ways[i];
        if ((i === 0 && column === 0) || (i === 1 && column + 1 === columns) || next < 0 || next >= ids.length) continue;
        if (ids[next] > 0 || owner[next]) continue;
        owner[next] = owner[here];
        steps[next] = steps[here] + 1;
        queue[last] = next;
        last += 1;
      }
    }
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
    const rows = Array.from({ length: this.rows }, (_, r) => surface.rowAt(camera.ground(0, (r + 0.5) * step).lat));
    const columns = Array.from({ length: this.columns }, (_, c) => surface.columnAt(camera.ground((c + 0.5) * step, 0).lng));
    for (let r = 0; r < this.rows; r += 1) {
      for (let c = 0; c < this.columns; c += 1) this.ids[r * this.columns + c] = surface.at(rows[r], columns[c]);
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

  // Share of a box that is water (id null) or one country or sea. For water, which is asked for again
  // and again, four look-ups in a table of sums (Crow, "Summed-area tables for texture mapping",
  // SIGGRAPH 1984); for another it would cost more than it saves.
  share(box, id) {
    const cell = (value, most) => Math.min(most, Math.max(0, value));
    const left = cell(Math.floor((box.x + 2) / this.step), this.columns - 1);
    const top = cell(Math.floor((box.y + 2) / this.step), this.rows - 1);
    const right = cell(Math.ceil((box.x + box.w) / this.step), this.columns);
    const low = cell(Math.ceil((box.y + box.h) / this.step), this.rows);
    const all = Math.max(1, right - left) * Math.max(1, low - top);
    const [c, r] = [Math.max(right, left + 1), Math.max(low, top + 1)];
    if (id !== null) return this.count(left, top, c, r, id) / all;
    const wide = this.columns + 1;
    const table = this.water;
    return (table[r * wide + c] - table[top * wide + c] - table[r * wide + left] + table[top * wide + left]) / all;
  }

  count(left, top, right, low, id) {
    const { columns, ids } = this;
    let found = 0;
    for (let row = top; row < low; row += 1) {
      for (let k = row * columns + left; k < row * columns + right; k += 1) if (ids[k] === id) found += 1;
    }
    return found;
  }

  get water() {
    if (this.sums) return this.sums;
    const { columns, rows, ids } = this;
    const wide = columns + 1;
    const table = new Int32Array(wide * (rows + 1));
    for (let r = 0; r < rows; r += 1) {
      let row = 0;
      for (let c = 0; c < columns; c += 1) {
        if (ids[r * columns + c] <= 0) row += 1;
        table[(r + 1) * wide + c + 1] = table[r * wide + c + 1] + row;
      }
    }
    this.sums = table;
    return table;
  }
}
