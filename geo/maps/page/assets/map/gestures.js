// Fingers, wheel and keys on a map that stands in a page to be read: one finger and the bare wheel go on
// scrolling the page; two fingers move the map, the wheel zooms it with Ctrl or ⌘, Escape closes.

// A finger that has moved so many pixels means to drag.
const DRAGS = 12;

function answerWheel(view) {
  const { box } = view;
  // Not passive, or the first turn of the wheel with Ctrl would still scroll or zoom the page.
  box.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (!event.target.closest(".dl-popup")) view.say("Hold Ctrl or ⌘ to zoom the map");
  }, { capture: true, passive: false });
}

function answerFingers(view) {
  const { box, map } = view;
  let start = null;
  box.addEventListener("pointerdown", ({ pointerType }) => {
    if (pointerType === "touch") map.dragging.disable();
    else map.dragging.enable();
  }, true);
  box.addEventListener("touchstart", ({ touches }) => {
    start = touches.length === 1 ? touches[0] : null;
  }, { passive: true });
  box.addEventListener("touchmove", (event) => {
    const [one, two] = event.touches;
    if (two) {
      event.preventDefault(); // else two fingers that move as one scroll the page as well
    } else if (start && Math.hypot(one.clientX - start.clientX, one.clientY - start.clientY) > DRAGS) {
      start = null;
      if (!event.target.closest(".dl-popup")) view.say("Use two fingers to move the map");
    }
  }, { passive: false });
}

function answerEscape(view) {
  view.root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !view.map) return;
    view.close();
    if (view.measuring.on) view.measure();
  });
}
