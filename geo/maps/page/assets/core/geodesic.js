// Length of the geodesic on the WGS 84 ellipsoid: Vincenty, "Direct and inverse solutions of geodesics
// on the ellipsoid", Survey Review 23 (1975). Null for points so nearly opposite that it finds no end.

const MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const MOST_TURNS = 100;

function geodesicLength([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180;
  const minor = MAJOR_M * (1 - FLATTENING);
  const u1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * rad));
  const u2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * rad));
  const apart = (((((lon2 - lon1 + 180) % 360) + 360) % 360) - 180) * rad;
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = apart;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const sigmaSin = Math.hypot(c2 * Math.sin(lambda), c1 * s2 - s1 * c2 * Math.cos(lambda));
    if (sigmaSin === 0) return 0;
    const sigmaCos = s1 * s2 + c1 * c2 * Math.cos(lambda);
    const sigma = Math.atan2(sigmaSin, sigmaCos);
    const alphaSin = (c1 * c2 * Math.sin(lambda)) / sigmaSin;
    const alpha2 = 1 - alphaSin * alphaSin;
    const middle = alpha2 === 0 ? 0 : sigmaCos - (2 * s1 * s2) / alpha2;
    const c = (FLATTENING / 16) * alpha2 * (4 + FLATTENING * (4 - 3 * alpha2));
    const before = lambda;
    lambda = apart + (1 - c) * FLATTENING * alphaSin * (sigma + c * sigmaSin * (middle + c * sigmaCos * (2 * middle * middle - 1)));
    if (Math.abs(lambda - before) < 1e-12) return lengthOnEllipsoid({ sigma, sigmaSin, sigmaCos, middle, alpha2, minor });
  }
  return null;
}

function lengthOnEllipsoid({ sigma, sigmaSin, sigmaCos, middle, alpha2, minor }) {
  const u = (alpha2 * (MAJOR_M * MAJOR_M - minor * minor)) / (minor * minor);
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const m2 = middle * middle;
  const delta = b * sigmaSin * (middle + (b / 4) * (sigmaCos * (2 * m2 - 1) - (b / 6) * middle * (4 * sigmaSin * sigmaSin - 3) * (4 * m2 - 3)));
  return minor * a * (sigma - delta);
}

// Points along the great circle, close enough to the geodesic for the width of a line.
function circlePoints([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180;
  const vector = (lat, lon) => [Math.cos(lat * rad) * Math.cos(lon * rad), Math.cos(lat * rad) * Math.sin(lon * rad), Math.sin(lat * rad)];
  const [p, q] = [vector(lat1, lon1), vector(lat2, lon2)];
  const angle = Math.acos(Math.max(-1, Math.min(1, p[0] * q[0] + p[1] * q[1] + p[2] * q[2])));
  const steps = angle > 1e-6 && angle < 3.1 ? Math.ceil(angle / 0.02) : 1;
  const points = [[lat1, lon1]];
  for (let k = 1; k < steps; k += 1) {
    const [f, g] = [Math.sin((1 - k / steps) * angle), Math.sin((k / steps) * angle)];
    const [x, y, z] = p.map((value, i) => f * value + g * q[i]);
    const lon = Math.atan2(y, x) / rad;
    const before = points[points.length - 1][1];
    points.push([Math.atan2(z, Math.hypot(x, y)) / rad, lon + 360 * Math.round((before - lon) / 360)]);
  }
  points.push([lat2, lon2]);
  return points;
}

function bothUnits(metres) {
  const said = (value) => (value < 10 ? value.toFixed(1) : grouped(value));
  return `${said(metres / 1000)} km · ${said(metres / 1609.344)} mi`;
}
