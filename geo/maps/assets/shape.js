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

function areaOption({ view, id, count }, w, h, isFree, pull) {
  const { clearance, columns, ids, step } = view;
  const cells = [];
  const scores = new Float32Array(ids.length);
  // Of a large area every other cell of every other row will do.
  const sparse = count > MANY_CELLS;
  for (let index = 0; index < ids.length; index += 1) {
    if (ids[index] !== id || (sparse && (index % 2 || Math.floor(index / columns) % 2))) continue;
    const room = Math.min(clearance[index] * step, 110);
    if (room < h * 0.6) continue;
    const x = ((index % columns) + 0.5) * step;
    const y = (Math.floor(index / columns) + 0.5) * step;
    const box = { x: x - w / 2, y: y - h / 2, w, h };
    if (view.share(box, id) < 0.96) continue;
    scores[index] = room - 0.08 * Math.hypot(x - pull.x, y - pull.y);
    cells.push(index);
  }
  cells.sort((a, b) => scores[b] - scores[a]);
  for (const index of cells) {
    const box = { x: ((index % columns) + 0.5) * step - w / 2, y: (Math.floor(index / columns) + 0.5) * step - h / 2, w, h };
    if (isFree(box)) return { box, align: "middle", cost: 0 };
  }
  return null;
}
