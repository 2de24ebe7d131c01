// Labels and what they must not touch in; a place for each label, or none, out.
//
// Candidate positions in Imhof's order of preference ("Positioning names on maps", The American
// Cartographer 2, 1975), first above right, then right, and so on round the sign; names of places on
// the coast are dearer on land than in the water, and dearest across the shore. Labels are set
// greedily by rank at their cheapest free position; then one that found none may push one neighbour
// to another of its positions (a step of the discrete gradient descent of Christensen, Marks and
// Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions on
// Graphics 14, 1995). What still does not fit is dropped, never shrunk.

const EDGE = 7;

function boxesMeet(a, b, gap) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

// Liang–Barsky: whether a line from p to q touches a box.
function lineMeetsBox(p, q, box) {
  let from = 0;
  let to = 1;
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  for (const [step, room] of [[-dx, p.x - box.x], [dx, box.x + box.w - p.x], [-dy, p.y - box.y], [dy, box.y + box.h - p.y]]) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const t = room / step;
    if (step < 0) from = Math.max(from, t);
    else to = Math.min(to, t);
    if (from > to) return false;
  }
  return true;
}

function linesMeet(a, b, c, d) {
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// A line without the points that are nearer to the one before than so many pixels.
function thinned(points, least) {
  const kept = [points[0]];
  points.forEach((p, i) => {
    const last = kept[kept.length - 1];
    if (i === points.length - 1 || Math.abs(p.x - last.x) + Math.abs(p.y - last.y) >= least) kept.push(p);
  });
  return kept;
}

// Whether a piece of a line comes nearer to a box than so many pixels; most do not come near at all.
function isOver({ p, q }, box, width) {
  if (Math.max(p.x, q.x) < box.x - width || Math.min(p.x, q.x) > box.x + box.w + width) return false;
  if (Math.max(p.y, q.y) < box.y - width || Math.min(p.y, q.y) > box.y + box.h + width) return false;
  return lineMeetsBox(p, q, { x: box.x - width, y: box.y - width, w: box.w + 2 * width, h: box.h + 2 * width });
}

class Obstacles {
  constructor(size) {
    this.size = size;
    this.boxes = [];
    this.lines = [];
  }

  addBox(box, owner, gap) {
    this.boxes.push({ ...box, owner, gap: gap === undefined ? 2 : gap });
  }

  addLine(points, owner, width) {
    for (let i = 0; i + 1 < points.length; i += 1) {
      const p = points[i];
      const q = points[i + 1];
      const beyond = Math.max(p.x, q.x) < -20 || Math.max(p.y, q.y) < -20 || Math.min(p.x, q.x) > this.size.x + 20 || Math.min(p.y, q.y) > this.size.y + 20;
      if (!beyond) this.lines.push({ p, q, owner, width });
    }
  }

  blocks(box, owner) {
    if (box.x < EDGE || box.y < EDGE || box.x + box.w > this.size.x - EDGE || box.y + box.h > this.size.y - EDGE) return true;
    if (this.boxes.some((other) => other.owner !== owner && boxesMeet(box, other, other.gap))) return true;
    return this.lines.some((line) => (line.owner !== owner || !owner) && isOver(line, box, line.width));
  }

  // How much stands in a box: for choosing the emptiest corner.
  load(box) {
    const boxes = this.boxes.filter((other) => boxesMeet(box, other, 0)).length;
    const lines = this.lines.filter((line) => isOver(line, box, 0)).length;
    return boxes * 4 + lines;
  }
}

// Positions round a point sign: name, cost, and the box of a label of this size.
function pointCandidates({ x, y }, radius, w, h) {
  const near = radius + 5;
  const slant = radius * 0.7 + 3;
  const at = (cost, bx, by, align) => ({ cost, align, box: { x: bx, y: by, w, h } });
  return [
    at(0, x + slant + 2, y - slant - h * 0.72, "start"),
    at(0.4, x + near, y - h * 0.5, "start"),
    at(0.9, x + near, y - Math.min(h * 0.5, 11), "start"),
    at(1.2, x + slant + 2, y + slant - h * 0.2, "start"),
    at(1.6, x - slant - 2 - w, y - slant - h * 0.72, "end"),
    at(1.8, x - near - w, y - h * 0.5, "end"),
    at(2.0, x - near - w, y - Math.min(h * 0.5, 11), "end"),
    at(2.2, x - slant - 2 - w, y + slant - h * 0.2, "end"),
    at(2.6, x - w / 2, y - near - h, "middle"),
    at(3.0, x - w / 2, y + near, "middle"),
    at(3.2, x - w * 0.2, y - near - h, "start"),
    at(3.4, x - w * 0.8, y - near - h, "end"),
    at(3.6, x - w * 0.2, y + near, "start"),
    at(3.8, x - w * 0.8, y + near, "end"),
    at(2.4, x + near + 2, y + radius + 3, "start"),
    at(3.1, x - near - 2 - w, y + radius + 3, "end"),
    at(2.8, x + near + 2, y - radius - 3 - h, "start"),
    at(3.3, x - near - 2 - w, y - radius - 3 - h, "end"),
  ];
}

// The same further away, with a line that leads to the sign.
function leaderCandidates({ x, y }, radius, w, h) {
  const found = [];
  for (const reach of [20, 34, 50, 70, 95]) {
    for (const [k, turn] of [20, -20, 60, -60, 160, -160, 120, -120].entries()) {
      const dx = Math.cos((turn * Math.PI) / 180) * (radius + reach);
      const dy = -Math.sin((turn * Math.PI) / 180) * (radius + reach);
      const right = dx > 0;
      const box = { x: right ? x + dx : x + dx - w, y: y + dy - h / 2, w, h };
      const end = { x: right ? box.x - 2 : box.x + w + 2, y: y + dy };
      const grip = (radius + 1) / Math.hypot(end.x - x, end.y - y);
      const start = { x: x + (end.x - x) * grip, y: y + (end.y - y) * grip };
      found.push({ cost: 5 + reach / 14 + k * 0.25, align: right ? "start" : "end", box, leader: [start, end] });
    }
  }
  return found;
}

// Positions beside a line, near its middle first.
function lineCandidates(points, w, h) {
  const found = [];
  const total = lengthOf(points);
  for (let share = 0.16; share <= 0.86; share += 0.025) {
    const { x, y, dx, dy } = pointAlong(points, total * share);
    for (const side of [1, -1]) {
      const nx = -dy * side;
      const ny = dx * side;
      for (const gap of [9, 16, 26]) {
        const right = nx >= 0;
        const box = { x: right ? x + nx * gap : x + nx * gap - w, y: y + ny * gap - h / 2 + ny * h * 0.35, w, h };
        found.push({ cost: 8 * Math.abs(share - 0.48) + gap / 20 + (right ? 0 : 1.5), align: right ? "start" : "end", box });
      }
    }
  }
  return found;
}

function lengthOf(points) {
  let total = 0;
  for (let i = 0; i + 1 < points.length; i += 1) total += Math.hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
  return total;
}

function pointAlong(points, distance) {
  let left = distance;
  for (let i = 0; i + 1 < points.length; i += 1) {
    const dx = points[i + 1].x - points[i].x;
    const dy = points[i + 1].y - points[i].y;
    const length = Math.hypot(dx, dy);
    if (length > 0 && (left <= length || i + 2 === points.length)) {
      const share = Math.min(1, left / length);
      return { x: points[i].x + dx * share, y: points[i].y + dy * share, dx: dx / length, dy: dy / length };
    }
    left -= length;
  }
  return { ...points[0], dx: 1, dy: 0 };
}

// What the ground adds to the cost of a position: labels on one ground read best.
function groundCost(view, label, box) {
  const water = view.share(box, null);
  const torn = 4 * water * (1 - water) * 3;
  return torn + (label.coastal ? (1 - water) * 2.5 : 0);
}

class Placer {
  constructor(obstacles, view) {
    this.obstacles = obstacles;
    this.view = view;
    this.placed = [];
  }

  // Set labels in this order; returns those that were placed so far, each with its position.
  place(labels) {
    const left = labels.filter((label) => !this.settle(label, this.placed));
    for (const label of left) this.push(label);
    return this.placed;
  }

  // The label's free positions, the cheapest first, each worked out only when it is asked for: what
  // the ground adds is never less than nothing, so that one no dearer than all that are still
  // unseen, before their ground is looked at, is next.
  *options(label) {
    if (!label.queue) {
      label.queue = label.candidates.sort((a, b) => a.cost - b.cost);
      Object.assign(label, { next: 0, waiting: [], options: [] });
    }
    for (let i = 0; ; i += 1) {
      if (i === label.options.length && !this.advance(label)) return;
      yield label.options[i];
    }
  }

  advance(label) {
    const { queue, waiting } = label;
    while (label.next < queue.length && !(waiting.length && waiting[0].cost <= queue[label.next].cost)) {
      const option = queue[label.next];
      label.next += 1;
      if (this.obstacles.blocks(option.box, label.owner) || this.leaderBlocked(option, label)) continue;
      const cost = option.cost + groundCost(this.view, label, option.box) + this.crossings(option);
      let at = waiting.length;
      while (at > 0 && waiting[at - 1].cost > cost) at -= 1;
      waiting.splice(at, 0, { ...option, cost });
    }
    if (!waiting.length) return false;
    label.options.push(waiting.shift());
    return true;
  }

  firstOption(label, test) {
    for (const option of this.options(label)) if (test(option)) return option;
    return null;
  }

  // A leader that crosses a way is a last resort.
  crossings({ leader }) {
    if (!leader) return 0;
    const [p, q] = leader;
    return this.obstacles.lines.some((line) => linesMeet(p, q, line.p, line.q)) ? 5 : 0;
  }

  leaderBlocked(option, label) {
    if (!option.leader) return false;
    const [p, q] = option.leader;
    return this.obstacles.boxes.some((box) => box.owner !== label.owner && box.owner !== label.id && lineMeetsBox(p, q, box));
  }

  free(option, among) {
    return among.every(({ label, option: other }) => {
      if (label.blocked && label.blocked(option.box)) return false;
      if (boxesMeet(option.box, other.box, 3)) return false;
      if (option.leader && lineMeetsBox(option.leader[0], option.leader[1], other.box)) return false;
      return !(other.leader && lineMeetsBox(other.leader[0], other.leader[1], option.box));
    });
  }

  settle(label, among) {
    const option = this.firstOption(label, (one) => this.free(one, among));
    if (!option) return false;
    this.placed.push({ label, option });
    return true;
  }

  push(label) {
    for (const option of this.options(label)) {
      const clashing = this.placed.filter((other) => !this.free(option, [other]));
      if (clashing.length !== 1) continue;
      const others = this.placed.filter((other) => other !== clashing[0]);
      const mine = { label, option };
      const moved = this.firstOption(clashing[0].label, (one) => this.free(one, [...others, mine]));
      if (moved) {
        this.placed = [...others, mine, { label: clashing[0].label, option: moved }];
        return true;
      }
    }
    return false;
  }
}
