// How the parts of the app's page hear of one another: events of the window, so that pointing at
// something in one of them asks nothing of the server and draws nothing twice.

/** @import { Choice, Moved, PaneName } from "../types/desk" */

/** @typedef {{"dateline:select": Choice, "dateline:light": {id: string | null, from: string}, "dateline:pane": {pane: PaneName}, "dateline:outside": {text: string}, "dateline:ask": {id: string}, "dateline:moved": Moved, "dateline:movable": {id: string, is: boolean}}} Said */

/**
 * @template {keyof Said} T
 * @param {T} name
 * @param {Said[T]} detail
 */
export function tell(name, detail) {
  window.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * @template {keyof Said} T
 * @param {T} name
 * @param {(said: Said[T]) => void} act
 * @returns {() => void} ends it
 */
export function hear(name, act) {
  /** @param {Event} event */
  const heard = (event) => act(/** @type {CustomEvent<Said[T]>} */ (event).detail);
  window.addEventListener(name, heard);
  return () => window.removeEventListener(name, heard);
}

/** Where the parts stand, in the page around them; its data-pane says which one a phone shows. */
const FRAME = ".st-key-desk";

/** @returns {HTMLElement | null} */
export function frameOf() {
  const frame = document.querySelector(FRAME);
  return frame instanceof HTMLElement ? frame : null;
}

/** @param {PaneName} pane */
export function showPane(pane) {
  const frame = frameOf();
  if (frame) frame.dataset.pane = pane;
}
