// Lines and boxes in the plane of the window, pixels.

/** @import { Box, Point } from "../types/map" */

/**
 * Whether two boxes touch, or come nearer than a gap.
 * @param {Box} a
 * @param {Box} b
 * @param {number} gap
 * @returns {boolean}
 */
export function boxesMeet(a, b, gap) {
  return (
    a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
  );
}

/**
 * Whether a line from p to q touches a box: Liang and Barsky, "A new concept and method for line
 * clipping", ACM Transactions on Graphics 3 (1984).
 * @param {Point} p
 * @param {Point} q
 * @param {Box} box
 * @returns {boolean}
 */
export function lineMeetsBox(p, q, box) {
  let from = 0;
  let to = 1;
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  for (const [step, room] of [
    [-dx, p.x - box.x],
    [dx, box.x + box.w - p.x],
    [-dy, p.y - box.y],
    [dy, box.y + box.h - p.y],
  ]) {
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

/**
 * Whether the line from a to b crosses that from c to d.
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {Point} d
 * @returns {boolean}
 */
export function linesMeet(a, b, c, d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/**
 * On which side of the line from p to q a point lies, by the sign.
 * @param {Point} p
 * @param {Point} q
 * @param {Point} r
 * @returns {number}
 */
function side(p, q, r) {
  return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
}

/**
 * Whether a piece of a line comes nearer to a box than a width; most do not come near at all.
 * @param {{p: Point, q: Point}} piece
 * @param {Box} box
 * @param {number} width
 * @returns {boolean}
 */
export function isOver({ p, q }, box, width) {
  if (Math.max(p.x, q.x) < box.x - width || Math.min(p.x, q.x) > box.x + box.w + width)
    return false;
  if (Math.max(p.y, q.y) < box.y - width || Math.min(p.y, q.y) > box.y + box.h + width)
    return false;
  if (!lineMeetsBox(p, q, grown(box, width))) return false;
  const corners = [0, box.w].flatMap((dx) =>
    [0, box.h].map((dy) => ({ x: box.x + dx, y: box.y + dy })),
  );
  return (
    lineMeetsBox(p, q, box) ||
    corners.some((corner) => distanceToLine(corner, p, q) < width) ||
    [p, q].some((end) => distanceToBox(end, box) < width)
  );
}

/**
 * @param {Point} point
 * @param {Point} p
 * @param {Point} q
 * @returns {number}
 */
function distanceToLine(point, p, q) {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const long = dx * dx + dy * dy || 1;
  const share = Math.min(1, Math.max(0, ((point.x - p.x) * dx + (point.y - p.y) * dy) / long));
  return Math.hypot(point.x - p.x - share * dx, point.y - p.y - share * dy);
}

/**
 * @param {Point} point
 * @param {Box} box
 * @returns {number}
 */
function distanceToBox({ x, y }, box) {
  const dx = Math.max(box.x - x, 0, x - box.x - box.w);
  const dy = Math.max(box.y - y, 0, y - box.y - box.h);
  return Math.hypot(dx, dy);
}

/**
 * A box with air on every side.
 * @param {Box} box
 * @param {number} by
 * @returns {Box}
 */
export function grown(box, by) {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

/**
 * A square round a point.
 * @param {Point} middle
 * @param {number} half
 * @returns {Box}
 */
export function squareAt({ x, y }, half) {
  return { x: x - half, y: y - half, w: 2 * half, h: 2 * half };
}

/**
 * A line without the points that are nearer to the one before than so many pixels.
 * @param {Point[]} points
 * @param {number} least
 * @returns {Point[]}
 */
export function thinned(points, least) {
  const kept = [points[0]];
  points.forEach((p, i) => {
    const last = kept[kept.length - 1];
    if (i === points.length - 1 || Math.abs(p.x - last.x) + Math.abs(p.y - last.y) >= least)
      kept.push(p);
  });
  return kept;
}

/**
 * @param {Point[]} points
 * @returns {number}
 */
export function lengthOf(points) {
  let total = 0;
  for (let i = 0; i + 1 < points.length; i += 1)
    total += Math.hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
  return total;
}

/**
 * The point of a line so far along it, and the line's direction there, of length 1.
 * @param {Point[]} points
 * @param {number} distance
 * @returns {Point & {dx: number, dy: number}}
 */
export function pointAlong(points, distance) {
  let left = distance;
  for (let i = 0; i + 1 < points.length; i += 1) {
    const dx = points[i + 1].x - points[i].x;
    const dy = points[i + 1].y - points[i].y;
    const length = Math.hypot(dx, dy);
    if (length > 0 && (left <= length || i + 2 === points.length)) {
      const share = Math.min(1, left / length);
      return {
        x: points[i].x + dx * share,
        y: points[i].y + dy * share,
        dx: dx / length,
        dy: dy / length,
      };
    }
    left -= length;
  }
  return { ...points[0], dx: 1, dy: 0 };
}

/**
 * A point of a line with the direction of the line around it; `straight` is 1 for a straight line.
 * @param {Point[]} points
 * @param {number} along
 * @param {number} reach how far to each side the direction is taken
 * @returns {Point & {dx: number, dy: number, straight: number}}
 */
export function chordAt(points, along, reach) {
  const before = pointAlong(points, Math.max(0, along - reach));
  const after = pointAlong(points, along + reach);
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const { x, y } = pointAlong(points, along);
  return {
    x,
    y,
    dx: (after.x - before.x) / length,
    dy: (after.y - before.y) / length,
    straight: length / (2 * reach),
  };
}
