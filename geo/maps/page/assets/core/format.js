// Figures and names as they are set: thousands, both units, a text in two halves.

export const KM_M = 1000;
export const MILE_M = 1609.344;

/**
 * A whole number with its thousands set apart.
 * @param {number} number
 * @returns {string}
 */
export function grouped(number) {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/**
 * A length in kilometres and miles.
 * @param {number} metres
 * @returns {string}
 */
export function bothUnits(metres) {
  return `${rounded(metres / KM_M)} km · ${rounded(metres / MILE_M)} mi`;
}

/**
 * @param {number} value
 * @returns {string}
 */
function rounded(value) {
  return value < 10 ? value.toFixed(1) : grouped(value);
}

/**
 * A text broken at the space that leaves the halves most alike; null where there is none.
 * @param {string} text
 * @returns {[string, string] | null}
 */
export function halves(text) {
  const spaces = Array.from(text.matchAll(/ /g), (match) => match.index);
  if (!spaces.length) return null;
  const off = (/** @type {number} */ at) => Math.abs(at - text.length / 2);
  const middle = spaces.reduce((a, b) => (off(b) < off(a) ? b : a));
  return [text.slice(0, middle), text.slice(middle + 1)];
}

/**
 * The language of the article, where it is one that browsers know the form of.
 * @param {{language: string}} spec
 * @returns {string}
 */
export function languageOf(spec) {
  try {
    return Intl.getCanonicalLocales(spec.language)[0] || "en";
  } catch (error) {
    if (error instanceof RangeError) return "en";
    throw error;
  }
}

/**
 * Case and accents do not count in a search.
 * @param {string} text
 * @returns {string}
 */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
