// A short word at the foot of the map.

import { el } from "../core/dom.js";

const SHOWN_MS = 1600;

/** Says something for a moment, or until the next word. */
export class Hint {
  constructor() {
    this.node = el("div", "dl-hint");
    this.node.setAttribute("role", "status");
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /**
   * @param {string} text
   * @param {boolean} [keep] until the next word
   * @param {HTMLButtonElement} [button] what can be done about it
   */
  say(text, keep, button) {
    this.node.textContent = text;
    if (button) this.node.append(" ", button);
    this.node.classList.toggle("dl-hint-shown", Boolean(text));
    this.stop();
    if (!keep) this.timer = window.setTimeout(() => this.hide(), SHOWN_MS);
  }

  hide() {
    this.node.classList.remove("dl-hint-shown");
  }

  stop() {
    clearTimeout(this.timer);
  }
}
