// The Mercator map: northing and latitude, with x and y in one scale.

/**
 * Northing on a Mercator map in degrees of longitude.
 * @param {number} lat WGS 84 degrees
 * @returns {number}
 */
export function northing(lat) {
  return (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
}

/**
 * The latitude of a northing.
 * @param {number} north degrees of longitude
 * @returns {number}
 */
export function latitudeOf(north) {
  return (Math.atan(Math.sinh((north * Math.PI) / 180)) * 180) / Math.PI;
}
