// Makes DOM nodes; text goes in as text and nothing else.

/** @import { Point } from "../types/map" */

const LATER_MS = 60;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== "") node.textContent = text;
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {string} [text]
 * @returns {SVGElementTagNameMap[T]}
 */
export function svgEl(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  setAll(node, attributes || {});
  if (text !== undefined) node.textContent = text;
  return node;
}

/**
 * @param {Element} node
 * @param {Record<string, string | number>} attributes
 */
export function setAll(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}

/** @param {Node} node */
export function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
}

/**
 * A button that is no form's.
 * @param {string} className
 * @param {string} text
 * @returns {HTMLButtonElement}
 */
export function buttonNode(className, text) {
  const button = el("button", className, text);
  button.type = "button";
  return button;
}

/**
 * The number of a claim in a disc of the colour of what it is about.
 * @param {number} number
 * @param {string} tone
 * @returns {HTMLSpanElement}
 */
export function discNode(number, tone) {
  return el("span", `dl-disc dl-tone-${tone}`, String(number));
}

/**
 * The same as a mark in somebody's text: seen, but no part of the text when that is copied, searched
 * or read aloud; the style sheet writes the number.
 * @param {number} number
 * @param {string} tone
 * @returns {HTMLSpanElement}
 */
export function discMarkNode(number, tone) {
  const node = el("span", `dl-disc dl-tone-${tone}`);
  node.dataset.number = String(number);
  node.setAttribute("aria-hidden", "true");
  return node;
}

/**
 * Have Enter and the space bar do what a click does.
 * @param {HTMLElement} node
 * @param {() => void} act
 */
export function onPress(node, act) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

/**
 * Points as the data of an SVG path.
 * @param {Point[]} points
 * @param {boolean} [closed]
 * @returns {string}
 */
export function pathOf(points, closed) {
  const body = points.map((p, i) => `${i ? "L" : "M"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("");
  return closed ? `${body}Z` : body;
}

/**
 * When the browser has nothing else to do; Safari has no word for that.
 * @param {() => void} act
 */
export function later(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, LATER_MS);
}
