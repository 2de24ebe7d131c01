// Length of the geodesic on the WGS 84 ellipsoid: Vincenty, "Direct and inverse solutions of
// geodesics on the ellipsoid", Survey Review 23 (1975); and the great circle, to be drawn.

/** @import { LatLon } from "../types/map" */

/** @typedef {{sin: number, cos: number}} Angle */
/** @typedef {{sigma: number, sigmaSin: number, sigmaCos: number, middle: number, alpha2: number, alphaSin: number}} Arc */

const MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const MINOR_M = MAJOR_M * (1 - FLATTENING);
const MOST_TURNS = 100;
const CLOSE_RAD = 1e-12;
const RAD = Math.PI / 180;
// Points of a drawn circle are so far apart.
const STEP_RAD = 0.02;
// From so nearly opposite points on, the circle through them is anybody's guess.
const NEARLY_OPPOSITE_RAD = 3.1;

/**
 * Metres between two points; null where they are so nearly opposite that no end is found.
 * @param {LatLon} from
 * @param {LatLon} to
 * @returns {number | null}
 */
export function geodesicLength([lat1, lon1], [lat2, lon2]) {
  const from = reduced(lat1);
  const to = reduced(lat2);
  const apart = (((((lon2 - lon1 + 180) % 360) + 360) % 360) - 180) * RAD;
  let lambda = apart;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const arc = arcOf(from, to, lambda);
    if (arc === null) return 0;
    const before = lambda;
    lambda = apart + correctionOf(arc);
    if (Math.abs(lambda - before) < CLOSE_RAD) return lengthOnEllipsoid(arc);
  }
  return null;
}

/**
 * The latitude on the auxiliary sphere.
 * @param {number} lat
 * @returns {Angle}
 */
function reduced(lat) {
  const angle = Math.atan((1 - FLATTENING) * Math.tan(lat * RAD));
  return { sin: Math.sin(angle), cos: Math.cos(angle) };
}

/**
 * The arc on the auxiliary sphere between two latitudes; null where they are one point.
 * @param {Angle} from
 * @param {Angle} to
 * @param {number} lambda difference of their longitudes
 * @returns {Arc | null}
 */
function arcOf(from, to, lambda) {
  const sigmaSin = Math.hypot(
    to.cos * Math.sin(lambda),
    from.cos * to.sin - from.sin * to.cos * Math.cos(lambda),
  );
  if (sigmaSin === 0) return null;
  const sigmaCos = from.sin * to.sin + from.cos * to.cos * Math.cos(lambda);
  const alphaSin = (from.cos * to.cos * Math.sin(lambda)) / sigmaSin;
  const alpha2 = 1 - alphaSin * alphaSin;
  const middle = alpha2 === 0 ? 0 : sigmaCos - (2 * from.sin * to.sin) / alpha2;
  return { sigma: Math.atan2(sigmaSin, sigmaCos), sigmaSin, sigmaCos, middle, alpha2, alphaSin };
}

/**
 * By how much longitudes differ more on the sphere than on the ellipsoid.
 * @param {Arc} arc
 * @returns {number}
 */
function correctionOf({ sigma, sigmaSin, sigmaCos, middle, alpha2, alphaSin }) {
  const c = (FLATTENING / 16) * alpha2 * (4 + FLATTENING * (4 - 3 * alpha2));
  const inner = middle + c * sigmaCos * (2 * middle * middle - 1);
  return (1 - c) * FLATTENING * alphaSin * (sigma + c * sigmaSin * inner);
}

/**
 * @param {Arc} arc
 * @returns {number}
 */
function lengthOnEllipsoid({ sigma, sigmaSin, sigmaCos, middle, alpha2 }) {
  const u = (alpha2 * (MAJOR_M * MAJOR_M - MINOR_M * MINOR_M)) / (MINOR_M * MINOR_M);
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const m2 = middle * middle;
  const third = (b / 6) * middle * (4 * sigmaSin * sigmaSin - 3) * (4 * m2 - 3);
  const delta = b * sigmaSin * (middle + (b / 4) * (sigmaCos * (2 * m2 - 1) - third));
  return MINOR_M * a * (sigma - delta);
}

/**
 * Points along the great circle, close enough to the geodesic for the width of a line; longitudes
 * run on past 180°.
 * @param {LatLon} from
 * @param {LatLon} to
 * @returns {LatLon[]}
 */
export function circlePoints(from, to) {
  const p = vectorOf(from);
  const q = vectorOf(to);
  const cosine = p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  const steps = angle > 1e-6 && angle < NEARLY_OPPOSITE_RAD ? Math.ceil(angle / STEP_RAD) : 1;
  const points = [from];
  for (let k = 1; k < steps; k += 1) {
    const [f, g] = [Math.sin((1 - k / steps) * angle), Math.sin((k / steps) * angle)];
    const [x, y, z] = p.map((value, i) => f * value + g * q[i]);
    const lon = Math.atan2(y, x) / RAD;
    const before = points[points.length - 1][1];
    const turned = lon + 360 * Math.round((before - lon) / 360);
    points.push([Math.atan2(z, Math.hypot(x, y)) / RAD, turned]);
  }
  points.push(to);
  return points;
}

/**
 * @param {LatLon} point
 * @returns {[number, number, number]}
 */
function vectorOf([lat, lon]) {
  const around = Math.cos(lat * RAD);
  return [around * Math.cos(lon * RAD), around * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}
