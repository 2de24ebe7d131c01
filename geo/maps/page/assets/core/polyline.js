// Coded lines in, [lat, lon] points out; the coding is described in geo/maps/spec/polyline.py.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
Array.from(LETTERS).forEach((letter, value) => { VALUES[letter.charCodeAt(0)] = value; });

// The whole numbers of a line on the grid, x and y in turn.
function gridPoints(text) {
  const steps = [];
  let x = 0;
  let y = 0;
  let value = 0;
  let shift = 0;
  let isX = true;
  for (let i = 0; i < text.length; i += 1) {
    const digit = VALUES[text.charCodeAt(i)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    const step = (value >> 1) ^ -(value & 1);
    if (isX) x += step;
    else steps.push(x, (y += step));
    isX = !isX;
    value = 0;
    shift = 0;
  }
  return steps;
}

function decodeLine(text, grid) {
  const steps = gridPoints(text);
  const points = [];
  for (let i = 0; i < steps.length; i += 2) points.push([grid.lat_0 + grid.step * steps[i + 1], grid.lon_0 + grid.step * steps[i]]);
  return points;
}

// The same on a Mercator map: x and northing in turn, in steps of the grid from its west and the equator.
function decodeFlat(text, grid) {
  const flat = gridPoints(text);
  for (let i = 1; i < flat.length; i += 2) flat[i] = northing(grid.lat_0 + grid.step * flat[i]) / grid.step;
  return flat;
}

function decodeLines(texts, grid) {
  return texts.map((text) => decodeLine(text, grid));
}

// Northing on a Mercator map in degrees of longitude, so that x and y have one scale.
function northing(lat) {
  return (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
}

function latitudeOf(north) {
  return (Math.atan(Math.sinh((north * Math.PI) / 180)) * 180) / Math.PI;
}

// A way through its stations as a centripetal Catmull–Rom curve (Yuksel et al., "Parameterization
// and applications of Catmull–Rom curves", 2011), which passes every point and makes no loops.
const BENDS = 5;

function smoothLine(points) {
  if (points.length < 3 || points.length > 400) return points;
  const flat = points.map(([lat, lon]) => [lon, northing(lat)]);
  const out = [];
  for (let i = 0; i + 1 < flat.length; i += 1) {
    const b = flat[i];
    const c = flat[i + 1];
    const a = flat[i - 1] || [2 * b[0] - c[0], 2 * b[1] - c[1]];
    const d = flat[i + 2] || [2 * c[0] - b[0], 2 * c[1] - b[1]];
    for (let k = 0; k < BENDS; k += 1) out.push(catmullRom([a, b, c, d], k / BENDS));
  }
  out.push(flat[flat.length - 1]);
  return out.map(([lon, north]) => [latitudeOf(north), lon]);
}

function catmullRom([a, b, c, d], share) {
  const knot = (p, q) => Math.max(1e-9, Math.hypot(q[0] - p[0], q[1] - p[1]) ** 0.5);
  const t1 = knot(a, b);
  const t2 = t1 + knot(b, c);
  const t3 = t2 + knot(c, d);
  const t = t1 + share * (t2 - t1);
  const mix = (p, q, from, to) => {
    const w = (t - from) / (to - from);
    return [p[0] + w * (q[0] - p[0]), p[1] + w * (q[1] - p[1])];
  };
  const ab = mix(a, b, 0, t1);
  const bc = mix(b, c, t1, t2);
  const cd = mix(c, d, t2, t3);
  return mix(mix(ab, bc, 0, t2), mix(bc, cd, t1, t3), t1, t2);
}
