// Makes one stop of the Tab key of many things in a row: the arrow keys lead from one to the next.

/** @type {Record<string, (at: number, count: number) => number>} */
const STEPS = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * The stop is the first of them, then whichever was in use last.
 * @param {HTMLElement} root what they stand in
 * @param {Iterable<HTMLElement>} found they themselves, in the order of the page
 */
export function oneStop(root, found) {
  const items = [...found];
  const stop = (/** @type {HTMLElement | undefined} */ one) =>
    items.forEach((item) => (item.tabIndex = item === one ? 0 : -1));
  stop(items[0]);
  root.addEventListener("focusin", ({ target }) => {
    const one = items.find((item) => item === target);
    if (one) stop(one);
  });
  root.addEventListener("keydown", (event) => {
    const at = items.findIndex((item) => item === event.target);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const step = isPlain && at >= 0 ? STEPS[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    items[step(at, items.length)].focus();
  });
}
