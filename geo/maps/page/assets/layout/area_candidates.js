// A region, a land or a sea in the window in; places for its name inside of it out.

const GRID = 14;
const ROOM = 4;

class Shape {
  constructor(rings, size) {
    this.edges = rings.flatMap((ring) => ring.map((p, i) => ({ p, q: ring[(i + 1) % ring.length] })));
    const xs = rings.flat().map((p) => p.x);
    const ys = rings.flat().map((p) => p.y);
    this.from = { x: Math.max(EDGE, Math.min(...xs)), y: Math.max(EDGE, Math.min(...ys)) };
    this.to = { x: Math.min(size.x - EDGE, Math.max(...xs)), y: Math.min(size.y - EDGE, Math.max(...ys)) };
    this.cells = [];
    const [w, h] = [this.to.x - this.from.x, this.to.y - this.from.y];
    for (let k = 0; w > 0 && h > 0 && k < GRID * GRID; k += 1) {
      const cell = { x: this.from.x + (((k % GRID) + 0.5) * w) / GRID, y: this.from.y + ((Math.floor(k / GRID) + 0.5) * h) / GRID };
      if (this.holds(cell)) this.cells.push(cell);
    }
    const mean = (key) => this.cells.reduce((sum, cell) => sum + cell[key], 0) / this.cells.length;
    this.middle = { x: mean("x"), y: mean("y") };
  }

  // Even-odd: a ray to the right crosses the outline an odd number of times.
  holds({ x, y }) {
    const crossed = this.edges.filter(({ p, q }) => p.y > y !== q.y > y && x < p.x + ((y - p.y) * (q.x - p.x)) / (q.y - p.y));
    return crossed.length % 2 === 1;
  }

  // Boxes of this size wholly inside, the nearer to the middle the cheaper.
  places(w, h) {
    return this.cells.map(({ x, y }) => ({
      box: { x: x - w / 2, y: y - h / 2, w, h },
      align: "middle",
      cost: Math.hypot(x - this.middle.x, y - this.middle.y) / 100,
    })).filter(({ box }) => !this.edges.some((edge) => isOver(edge, box, ROOM)));
  }
}

// Names of areas: the roomiest free place inside, by the clearance of the view's cells.
const MANY_CELLS = 400;

function areaOption(view, { id, count, top, low }, { w, h, isFree, pull }) {
  const { clearance, columns, ids, step } = view;
  const keys = new Float64Array(count);
  let found = 0;
  // Of a large area every other cell of every other row will do.
  const by = count > MANY_CELLS ? 2 : 1;
  for (let row = top - (top % by); row <= low; row += by) {
    for (let column = 0; column < columns; column += by) {
      const index = row * columns + column;
      if (ids[index] !== id) continue;
      const room = Math.min(clearance[index] * step, 110);
      if (room < h * 0.6) continue;
      const score = room - 0.08 * Math.hypot((column + 0.5) * step - pull.x, (row + 0.5) * step - pull.y);
      // Score and cell in one number: numbers are sorted many times as fast as by a function.
      keys[found] = Math.round(-64 * score) * ids.length + index;
      found += 1;
    }
  }
  // The best first: most are never looked at.
  for (const key of keys.subarray(0, found).sort()) {
    const index = ((key % ids.length) + ids.length) % ids.length;
    const box = { x: ((index % columns) + 0.5) * step - w / 2, y: (Math.floor(index / columns) + 0.5) * step - h / 2, w, h };
    if (view.share(box, id) >= 0.96 && isFree(box)) return { box, align: "middle", cost: 0 };
  }
  return null;
}
