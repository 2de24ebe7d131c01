// Columns of many places in (geo/maps/spec/points.py says how they are coded); typed arrays, kinds and
// clusters for each zoom out. Nothing here knows the page.

const MANY_TONES = ["route-1", "route-2", "route-3", "route-4", "none"];
const OTHER_KIND = MANY_TONES.length - 1;
// A cluster takes in what lies in one cell of so many pixels.
const CELL_PX = 44;
// From so many places in a square of this size on, dots would hide one another: they are clustered.
const DENSE = 2500;
const SQUARE_PX = 512;
const MAX_STEPS = 5;

function decodeNumbers(text, total) {
  const out = new Int32Array(total);
  let at = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length && at < total; i += 1) {
    const digit = VALUES[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    out[at] = (value >>> 1) ^ -(value & 1);
    at += 1;
    value = 0;
    shift = 0;
  }
  return out;
}

class TextColumn {
  constructor(coded, total) {
    this.different = coded.different.split("\n");
    this.rows = coded.rows ? decodeNumbers(coded.rows, total) : null;
  }

  at(index) {
    return this.different[this.rows ? this.rows[index] : index] || "";
  }
}

// Round figures that part counts into a few steps; the same as geo/maps/layout/points.py finds.
function stepsOf(least, most) {
  const low = Math.max(least, 1);
  const high = Math.max(most, 1);
  const first = 10 ** Math.floor(Math.log10(low) + 1e-12);
  const decades = Math.log10(high / first);
  const found = [];
  if (decades < 3) for (let power = 0; power < 4; power += 1) found.push(first * 10 ** power, 3 * first * 10 ** power);
  else for (let k = 0; k < MAX_STEPS; k += 1) found.push(first * 10 ** (Math.ceil((decades + 1e-9) / MAX_STEPS) * k));
  const kept = found.filter((step) => step <= high).slice(0, MAX_STEPS);
  return kept.length ? kept : [first];
}

class ManyData {
  // `box` is the ground's: what lies beyond its edge, at the poles, stands on the edge.
  constructor(many, box) {
    const { total } = many;
    Object.assign(this, { total, word: many.count_word, xs: new Float64Array(total), ys: new Float64Array(total), counts: new Float64Array(total).fill(1) });
    const { grid } = many;
    const points = gridPoints(many.points);
    for (let k = 0; k < total; k += 1) {
      const lat = Math.min(box.north, Math.max(box.south, grid.lat_0 + grid.step * points[2 * k + 1]));
      this.xs[k] = (grid.lon_0 + grid.step * points[2 * k] + 180) / 360;
      this.ys[k] = (180 - northing(lat)) / 360;
    }
    if (many.counts) decodeNumbers(many.counts, total).forEach((count, i) => { this.counts[i] = count * many.count_step; });
    this.names = new TextColumn(many.names, total);
    this.notes = many.notes ? new TextColumn(many.notes, total) : null;
    this.order = Uint32Array.from({ length: total }, (_, i) => i).sort((a, b) => this.counts[b] - this.counts[a] || a - b);
    this.rank = new Uint32Array(total);
    this.order.forEach((place, rank) => { this.rank[place] = rank; });
    this.most = this.counts[this.order[0]];
    this.least = this.counts[this.order[total - 1]];
    this.steps = stepsOf(this.least, this.most);
    this.levels = this.counts.map((count) => Math.max(0, this.steps.findLastIndex((step) => step <= count)));
    this.sort(many.categories, total);
    this.known = new Map();
  }

  // Kinds get colours by how frequent they are; what is left over shares the last one.
  sort(coded, total) {
    this.kinds = new Uint8Array(total);
    this.kindNames = [];
    if (!coded) return;
    this.sorts = new TextColumn(coded, total);
    const found = new Map();
    for (let i = 0; i < total; i += 1) found.set(this.sorts.at(i), (found.get(this.sorts.at(i)) || 0) + 1);
    const names = [...found.keys()].filter(Boolean).sort((a, b) => found.get(b) - found.get(a) || (a < b ? -1 : 1));
    this.kindNames = names.slice(0, OTHER_KIND);
    const place = new Map(this.kindNames.map((name, kind) => [name, kind]));
    for (let i = 0; i < total; i += 1) this.kinds[i] = place.has(this.sorts.at(i)) ? place.get(this.sorts.at(i)) : OTHER_KIND;
    this.hasOther = this.kinds.includes(OTHER_KIND);
  }

  latLon(index) {
    return [latitudeOf(180 - 360 * this.ys[index]), 360 * this.xs[index] - 180];
  }

  // What stands for the places at a whole zoom; null where each stands for itself.
  clusters(zoom) {
    if (!this.known.has(zoom)) this.known.set(zoom, this.isDense(zoom) ? new Clusters(this, zoom) : null);
    return this.known.get(zoom);
  }

  isDense(zoom) {
    if (this.total <= DENSE) return false;
    const scale = (256 * 2 ** zoom) / SQUARE_PX;
    const squares = new Map();
    for (let i = 0; i < this.total; i += 1) {
      const key = Math.floor(this.xs[i] * scale) * 4194304 + Math.floor(this.ys[i] * scale);
      const number = (squares.get(key) || 0) + 1;
      if (number > DENSE) return true;
      squares.set(key, number);
    }
    return false;
  }

  // Places whose name holds some words, the largest first.
  *named(words) {
    const wanted = folded(words);
    if (!this.foldedNames) this.foldedNames = folded(this.names.different.join("\n")).split("\n");
    const { rows } = this.names;
    for (const index of this.order) if (this.foldedNames[rows ? rows[index] : index].includes(wanted)) yield index;
  }
}

// Case and accents do not count in a search.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Radius of the circle of a cluster by the logarithm of its number.
function clusterRadius(number) {
  return 7.5 + 3.7 * Math.log10(number);
}

// Cells of a grid, each at the middle of its places; circles that would cover one another are joined,
// the larger taking in the smaller, so that every place is in exactly one.
class Clusters {
  constructor(data, zoom) {
    this.scale = 256 * 2 ** zoom;
    const cells = this.gather(data);
    const owner = this.join(cells);
    const place = new Int32Array(cells.length);
    this.list = [];
    cells.forEach((cell, k) => {
      if (owner[k] !== k) return;
      place[k] = this.list.length;
      this.list.push(cell);
    });
    this.of = this.cellOf.map((k) => place[owner[k]]);
    this.xs = Float64Array.from(this.list, (cell) => cell.x);
    this.ys = Float64Array.from(this.list, (cell) => cell.y);
    delete this.cellOf;
    delete this.index;
  }

  gather(data) {
    const { total, xs, ys, rank, kinds } = data;
    const sorted = data.kindNames.length > 0;
    const per = this.scale / CELL_PX;
    const cells = [];
    this.index = new Map();
    this.rank = rank;
    this.cellOf = new Int32Array(total);
    for (let i = 0; i < total; i += 1) {
      const x = xs[i];
      const y = ys[i];
      const column = Math.floor(x * per);
      const row = Math.floor(y * per);
      const key = column * 4194304 + row;
      let k = this.index.get(key);
      if (k === undefined) {
        k = cells.length;
        this.index.set(key, k);
        cells.push({ column, row, n: 0, x: 0, y: 0, first: i, west: x, east: x, north: y, south: y, kinds: sorted ? new Uint32Array(OTHER_KIND + 1) : null, taken: null });
      }
      this.cellOf[i] = k;
      const cell = cells[k];
      cell.n += 1;
      cell.x += (x - cell.x) / cell.n;
      cell.y += (y - cell.y) / cell.n;
      if (rank[i] < rank[cell.first]) cell.first = i;
      if (x < cell.west) cell.west = x;
      else if (x > cell.east) cell.east = x;
      if (y < cell.north) cell.north = y;
      else if (y > cell.south) cell.south = y;
      if (sorted) cell.kinds[kinds[i]] += 1;
    }
    return cells;
  }

  join(cells) {
    const owner = Int32Array.from(cells, (_, k) => k);
    const bySize = [...cells.keys()].sort((a, b) => cells[b].n - cells[a].n || a - b);
    for (const k of bySize) {
      if (owner[k] !== k) continue;
      const cell = cells[k];
      for (let side = 0; side < 9; side += 1) {
        const other = this.index.get((cell.column + (side % 3) - 1) * 4194304 + cell.row + Math.floor(side / 3) - 1);
        if (other === undefined || other === k || owner[other] !== other || cells[other].n > cell.n) continue;
        const near = clusterRadius(cell.n) + clusterRadius(cells[other].n);
        if (Math.hypot(cell.x - cells[other].x, cell.y - cells[other].y) * this.scale > 0.9 * near) continue;
        owner[other] = k;
        addCell(cell, cells[other], this.rank);
        // What the smaller one has taken in before is of the larger one now.
        cells[other].taken?.forEach((third) => { owner[third] = k; });
        cell.taken = [...(cell.taken || []), other, ...(cells[other].taken || [])];
      }
    }
    return owner;
  }

  members(k, most) {
    const found = [];
    for (let i = 0; i < this.of.length; i += 1) if (this.of[i] === k) found.push(i);
    return found.sort((a, b) => this.rank[a] - this.rank[b]).slice(0, most);
  }
}

function addCell(cell, other, rank) {
  const n = cell.n + other.n;
  cell.x = (cell.x * cell.n + other.x * other.n) / n;
  cell.y = (cell.y * cell.n + other.y * other.n) / n;
  if (rank[other.first] < rank[cell.first]) cell.first = other.first;
  cell.n = n;
  if (other.kinds) other.kinds.forEach((number, kind) => { cell.kinds[kind] += number; });
  cell.west = Math.min(cell.west, other.west);
  cell.east = Math.max(cell.east, other.east);
  cell.north = Math.min(cell.north, other.north);
  cell.south = Math.max(cell.south, other.south);
}
