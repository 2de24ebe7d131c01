// Keeps a part of the app's page over the reruns of its script: made once, told of new data.

import { el } from "../core/dom.js";

/** @import { Part, PartArguments } from "../types/desk" */

/**
 * @template Data
 * @param {string} className
 * @param {(root: HTMLElement, given: PartArguments<Data>) => Part<Data>} make
 * @returns {(given: PartArguments<Data>) => () => void} what Streamlit calls each time
 */
export function partOf(className, make) {
  /** @type {WeakMap<ShadowRoot | HTMLElement, {part: Part<Data>, data: string, root: HTMLElement}>} */
  const made = new WeakMap();
  return (given) => {
    const { data, parentElement } = given;
    const told = JSON.stringify(data);
    let own = made.get(parentElement);
    if (!own) {
      if (parentElement instanceof ShadowRoot) parentElement.adoptedStyleSheets = [sheet()];
      const root = el("div", `dateline ${className}`);
      parentElement.append(root);
      own = { part: make(root, given), data: "", root };
      made.set(parentElement, own);
    }
    if (own.data !== told) {
      own.data = told;
      own.part.show(data);
    }
    const { part, root } = own;
    return () => {
      made.delete(parentElement);
      part.end();
      root.remove();
    };
  };
}

/** @type {CSSStyleSheet | undefined} */
let shared = undefined;

/** @returns {CSSStyleSheet} the one sheet of all parts, which is read once */
function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(window.datelineStyle);
  }
  return shared;
}

/**
 * Give a class to all that has to do with some things, and take it from the rest.
 * @param {HTMLElement} root
 * @param {string} className
 * @param {string | null} id
 * @returns {HTMLElement | null} the first of them
 */
export function dress(root, className, id) {
  let first = null;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (
    root.querySelectorAll("[data-id], [data-targets]")
  )) {
    const { id: own, targets = "" } = node.dataset;
    const is = id !== null && (own === id || targets.split(" ").includes(id));
    node.classList.toggle(className, is);
    if (is && node.hasAttribute("aria-pressed")) node.setAttribute("aria-pressed", "true");
    else if (node.getAttribute("aria-pressed")) node.setAttribute("aria-pressed", "false");
    if (is) first ??= node;
  }
  return first;
}

/**
 * Pointing at something lights it up everywhere, by mouse and by keyboard.
 * @param {HTMLElement} root
 * @param {(id: string | null) => void} light
 */
export function answerPointing(root, light) {
  /** @param {Event} event */
  const over = ({ target }) => {
    const node = target instanceof Element ? target.closest("[data-id], [data-targets]") : null;
    const { id, targets } = node instanceof HTMLElement ? node.dataset : {};
    light(id ?? targets?.split(" ")[0] ?? null);
  };
  const out = () => light(null);
  for (const name of ["pointerover", "focusin"]) root.addEventListener(name, over);
  for (const name of ["pointerleave", "focusout"]) root.addEventListener(name, out);
}

// Ids of tables of the findings begin so; they name nothing on the map.
export const TABLE = "table:";

/**
 * @param {string} id
 * @returns {boolean}
 */
export function isTable(id) {
  return id.startsWith(TABLE);
}
