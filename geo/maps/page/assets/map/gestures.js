// Fingers, wheel and keys on a map that stands in a page to be read: one finger and the bare wheel go
// on scrolling the page; two fingers move the map, the wheel zooms it with Ctrl or ⌘, Escape closes.

/** @import { MapView } from "./view.js" */

// A finger that has moved so many pixels means to drag.
const DRAGS_PX = 12;

/**
 * Whether something happens in a note, which scrolls by itself.
 * @param {Event} event
 * @returns {boolean}
 */
function isInNote({ target }) {
  return target instanceof Element && target.closest(".dl-popup") !== null;
}

/** @param {MapView} view */
export function answerWheel(view) {
  /** @param {WheelEvent} event */
  const answer = (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (!isInNote(event)) view.say("Hold Ctrl or ⌘ to zoom the map");
  };
  // Not passive, or the first turn of the wheel with Ctrl would still scroll or zoom the page.
  view.box.addEventListener("wheel", answer, { capture: true, passive: false });
}

/**
 * @param {MapView} view
 * @param {L.Map} map
 */
export function answerFingers(view, map) {
  const { box } = view;
  /** @type {Touch | null} */
  let start = null;
  /** @param {PointerEvent} event */
  const allowDragging = ({ pointerType }) => {
    if (pointerType === "touch") map.dragging.disable();
    else map.dragging.enable();
  };
  /** @param {TouchEvent} event */
  const begin = ({ touches }) => {
    start = touches.length === 1 ? touches[0] : null;
  };
  /** @param {TouchEvent} event */
  const move = (event) => {
    const [one, two] = event.touches;
    if (two) {
      event.preventDefault(); // else two fingers that move as one scroll the page as well
    } else if (start && distance(one, start) > DRAGS_PX) {
      start = null;
      if (!isInNote(event)) view.say("Use two fingers to move the map");
    }
  };
  box.addEventListener("pointerdown", allowDragging, true);
  box.addEventListener("touchstart", begin, { passive: true });
  box.addEventListener("touchmove", move, { passive: false });
}

/**
 * @param {Touch} one
 * @param {Touch} other
 * @returns {number} pixels
 */
function distance(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** @param {MapView} view */
export function answerEscape(view) {
  view.root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !view.map) return;
    view.close();
    view.ruler?.putAway();
  });
}
