// The picture that is going to be published, as it is drawn; tells what the map showed last, and the
// box that is drawn on it.

import { clear, el } from "../core/dom.js";
import { partOf } from "./part.js";

/** @import { PartArguments, PreviewData } from "../types/desk" */

// A box that is smaller than this was a click.
const LEAST_PX = 8;

/** @type {(given: PartArguments<PreviewData>) => () => void} */
export const preview = partOf("preview", (root, given) => ({
  show({ image, alt, width, wants, draws, frame }) {
    clear(root);
    const picture = el("img");
    picture.src = image;
    picture.alt = alt;
    picture.style.maxWidth = `min(100%, ${width}px)`;
    root.append(picture);
    if (draws) letDraw(root, picture, (box) => given.setTriggerValue("drawn", box));
    const last = window.datelineFrame;
    if (wants && last && JSON.stringify(last) !== JSON.stringify(frame))
      given.setStateValue("frame", last);
  },
  end() {},
}));

/**
 * Let a box be drawn on the picture; its edges are told in shares of it.
 * @param {HTMLElement} root
 * @param {HTMLImageElement} picture
 * @param {(box: {west: number, north: number, east: number, south: number}) => void} tell
 */
function letDraw(root, picture, tell) {
  const box = el("div", "drawn-box");
  /** @type {{x: number, y: number} | null} */
  let from = null;
  picture.classList.add("draws");
  picture.draggable = false;
  const span = (/** @type {PointerEvent} */ { clientX, clientY }) => {
    const { x, y } = from ?? { x: clientX, y: clientY };
    const [left, right] = [Math.min(x, clientX), Math.max(x, clientX)];
    const [top, bottom] = [Math.min(y, clientY), Math.max(y, clientY)];
    return { left, top, width: right - left, height: bottom - top };
  };
  picture.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, y: event.clientY };
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    const { left, top, width, height } = span(event);
    const around = root.getBoundingClientRect();
    box.style.left = `${left - around.left}px`;
    box.style.top = `${top - around.top}px`;
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    root.append(box);
  });
  picture.addEventListener("pointercancel", () => {
    from = null;
    box.remove();
  });
  picture.addEventListener("pointerup", (event) => {
    if (!from) return;
    const { left, top, width, height } = span(event);
    from = null;
    if (width < LEAST_PX || height < LEAST_PX) {
      box.remove();
      return;
    }
    const around = picture.getBoundingClientRect();
    tell({
      west: (left - around.left) / around.width,
      north: (top - around.top) / around.height,
      east: (left + width - around.left) / around.width,
      south: (top + height - around.top) / around.height,
    });
  });
}
