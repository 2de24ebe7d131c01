// The buttons of a map, in one column: zoom, the whole story, and the tools.

import { buttonNode, el } from "../core/dom.js";
import { StreetMap } from "../map/tiles.js";
import { Playback } from "./playback.js";
import { Ruler } from "./ruler.js";

/** @import { Drawn } from "../types/map" */
/** @import { MapView } from "../map/view.js" */
/** @import { Buttons } from "../layout/furniture.js" */

/** @typedef {(text: string, name: string, act: () => void) => HTMLButtonElement} Add */

const ZOOM_STEP = 0.8;
// As the style sheet has it: to ask the page would make it lay itself out once more.
const SIDE_PX = { fine: 27, coarse: 36 };

/**
 * @param {MapView} view
 * @param {L.Map} map
 * @param {Drawn} drawn
 * @returns {Buttons}
 */
export function buttonsOf(view, map, drawn) {
  const bar = el("div", "dl-buttons");
  /** @type {Add} */
  const add = (text, name, act) => {
    const button = buttonNode("dl-button", text);
    rename(button, name);
    button.addEventListener("click", act);
    bar.append(button);
    return button;
  };
  add("+", "Zoom in", () => map.zoomIn(ZOOM_STEP));
  add("−", "Zoom out", () => map.zoomOut(ZOOM_STEP));
  add("⤢", "Show the whole story", () => view.refit());
  addRuler(view, map, add);
  addPlayback(view, { map, drawn, add });
  addMentioned(view, drawn, add);
  addStreet(view, map, add);
  L.DomEvent.disableClickPropagation(bar);
  view.box.append(bar);
  const side = matchMedia("(pointer: coarse)").matches ? SIDE_PX.coarse : SIDE_PX.fine;
  return {
    w: side,
    h: side * bar.childElementCount,
    move: (box) => {
      bar.style.left = `${box.x}px`;
      bar.style.top = `${box.y}px`;
    },
  };
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} name
 */
function rename(button, name) {
  button.title = name;
  button.setAttribute("aria-label", name);
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} on
 */
function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

/**
 * @param {MapView} view
 * @param {L.Map} map
 * @param {Add} add
 */
function addRuler(view, map, add) {
  const say = view.say.bind(view);
  const ruler = new Ruler(map, view.box, { say, keep: view.options.keep });
  view.ruler = ruler;
  const button = add("⟷", "Measure a distance", () => ruler.toggle());
  press(button, false);
  ruler.onToggle = (on) => press(button, on);
}

/**
 * @param {MapView} view
 * @param {{map: L.Map, drawn: Drawn, add: Add}} parts
 */
function addPlayback(view, { map, drawn, add }) {
  const playback = new Playback(view, map, drawn);
  view.playback = playback;
  if (!playback.routes.length) return;
  const button = add("▶", "Play the journey", () => {
    show("■", "Stop the journey");
    playback.toggle();
  });
  const show = (/** @type {string} */ text, /** @type {string} */ name) => {
    button.textContent = text;
    rename(button, name);
  };
  playback.onEnd = () => show("▶", "Play the journey");
}

/**
 * @param {MapView} view
 * @param {Drawn} drawn
 * @param {Add} add
 */
function addMentioned(view, drawn, add) {
  const mentioned = view.spec.places.filter(
    (place) => place.kind === "associative" && drawn.places.has(place.id),
  );
  if (!mentioned.length) return;
  const names = mentioned.map((place) => place.name).join(", ");
  const button = add("○", "Show places that are only mentioned", () => {
    const on = view.box.classList.toggle("dl-all-places");
    press(button, on);
    view.say(on ? `Only mentioned: ${names}` : "");
  });
  press(button, view.box.classList.contains("dl-all-places"));
}

/**
 * @param {MapView} view
 * @param {L.Map} map
 * @param {Add} add
 */
function addStreet(view, map, add) {
  view.street = null;
  if (!view.options.tiles) return;
  const street = new StreetMap(view, map, view.options.tiles);
  view.street = street;
  const button = add("▦", "Street map (needs the network)", () => {
    street.toggle();
    press(button, street.on);
  });
  street.onMissed = () => press(button, false);
  press(button, true);
}
