// Finds words of the article again on the page by where they stand in its text, and lights them up.

const FOUND = "dateline-found";

/**
 * The words between two places of the article's text, counted in code points as Python does.
 * @param {HTMLElement} text
 * @param {[number, number]} span
 * @returns {Range | null}
 */
export function rangeOf(text, [first, last]) {
  const range = document.createRange();
  let begun = false;
  for (const block of text.querySelectorAll("p")) {
    let at = Number(block.dataset.start);
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const letters = [...(node.textContent ?? "")];
      const until = (/** @type {number} */ place) => letters.slice(0, place - at).join("").length;
      if (!begun && first >= at && first < at + letters.length) {
        range.setStart(node, until(first));
        begun = true;
      }
      if (begun && last <= at + letters.length) {
        range.setEnd(node, until(Math.max(at, last)));
        return range;
      }
      at += letters.length;
    }
  }
  return null;
}

/** @param {Range | null} range */
export function highlight(range) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(FOUND);
  if (range) CSS.highlights.set(FOUND, new Highlight(range));
}

/**
 * @param {Range | null} range
 * @returns {Element | null}
 */
export function nodeOf(range) {
  return range?.startContainer.parentElement ?? null;
}
