// Has the paste box tell what is typed in it at each pause, so that nothing is lost: the box itself
// tells it only when it is left, or at Ctrl+Enter, which this presses.

import { partOf } from "./part.js";

const PAUSE_MS = 700;
const BOX = ".st-key-desk_text textarea";

/** @type {(given: import("../types/desk").PartArguments<object>) => () => void} */
export const typing = partOf("typing", () => {
  /** @type {number | undefined} */
  let timer = undefined;
  const typed = (/** @type {{target: EventTarget | null}} */ { target }) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.matches(BOX)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const keys = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent("keydown", keys));
    }, PAUSE_MS);
  };
  document.addEventListener("input", typed);
  // Whoever was faster than the page has typed already.
  typed({ target: document.querySelector(BOX) });
  return {
    show() {},
    end() {
      clearTimeout(timer);
      document.removeEventListener("input", typed);
    },
  };
});
