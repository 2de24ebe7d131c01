// Numbers by lot that are the same in every run, for tests of properties.

/**
 * A linear congruential generator (Park and Miller, 1988).
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
