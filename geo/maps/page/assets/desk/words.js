// Names words of the article by typing them: what a mouse does by selecting, for whoever has none.

import { buttonNode, el } from "../core/dom.js";

/** @import { ArticleBlock, Asked } from "../types/desk" */

/** Words of the article: where they stand, in code points, and what stands before them. */
/** @typedef {Asked & { end: number }} Found */

const AROUND = 40;
const MOST = 200;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Find whole words that begin as what was typed does, wherever they stand in the story.
 * @param {ArticleBlock[]} blocks
 * @param {string} typed
 * @returns {Found[]}
 */
export function findWords(blocks, typed) {
  const wanted = [...typed.trim().replace(/\s+/gu, " ")].map(folded);
  /** @type {Found[]} */
  const found = [];
  if (!wanted.length) return found;
  for (const { start, story, segments } of blocks) {
    const letters = story ? [...segments.map(({ text }) => text).join("")] : [];
    letters.forEach((_, at) => {
      if (found.length === MOST || !begins(letters, at, wanted)) return;
      let last = at + wanted.length;
      while (last < letters.length && LETTER.test(letters[last])) last += 1;
      const before = letters.slice(Math.max(0, at - AROUND), at).join("");
      const quote = letters.slice(at, last).join("");
      found.push({ id: "", quote, before, start: start + at, end: start + last });
    });
  }
  return found;
}

/**
 * @param {string[]} letters
 * @param {number} at
 * @param {string[]} wanted
 * @returns {boolean}
 */
function begins(letters, at, wanted) {
  if (LETTER.test(letters[at - 1] ?? "") && LETTER.test(wanted[0])) return false;
  return wanted.every((letter, i) => folded(letters[at + i] ?? "") === letter);
}

/**
 * @param {string} letter
 * @returns {string} without case and accents, any space as one
 */
function folded(letter) {
  if (/\s/u.test(letter)) return " ";
  return letter.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "") || letter;
}

/**
 * The switch, and the bar that it opens.
 * @param {Record<string, string>} labels
 * @param {{find: (typed: string) => Found[], show: (found: Found | null) => void, ask: (asked: Asked) => void}} hands
 * @returns {{open: HTMLElement, bar: HTMLElement}}
 */
export function wordsNodes(labels, { find, show, ask }) {
  const open = buttonNode("link name-words", labels.name_words);
  open.setAttribute("aria-expanded", "false");
  const bar = el("form", "words-bar");
  bar.hidden = true;
  const field = el("input");
  field.type = "text";
  field.autocomplete = "off";
  const label = el("label", "", labels.which_words);
  label.append(field);
  const go = el("button", "", labels.pick);
  const said = el("p");
  said.setAttribute("role", "status");
  bar.append(label, said, go);
  /** @type {Found[]} */
  let all = [];
  let number = 0;

  const tell = () => {
    const one = all[number] ?? null;
    show(one);
    go.disabled = !one;
    if (!field.value.trim()) said.textContent = labels.which_words_hint;
    else if (!one) said.textContent = labels.no_such_words;
    else said.textContent = countOf(labels, number + 1, all.length, one);
  };
  const look = () => {
    all = find(field.value);
    number = 0;
    tell();
  };
  const turn = (/** @type {boolean} */ is) => {
    bar.hidden = !is;
    open.setAttribute("aria-expanded", String(is));
    (is ? field : open).focus();
    field.value = "";
    look();
  };
  open.addEventListener("click", () => turn(bar.hidden));
  field.addEventListener("input", look);
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      number = (number + step + all.length) % all.length;
      tell();
      event.preventDefault();
    } else if (event.key === "Escape") {
      turn(false);
      event.stopPropagation();
    }
  });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    const one = all[number];
    if (!one) return;
    turn(false);
    ask({ id: "", quote: one.quote, before: one.before, start: one.start });
  });
  return { open, bar };
}

/**
 * @param {Record<string, string>} labels
 * @param {number} number
 * @param {number} count
 * @param {Found} found
 * @returns {string} "2 of 3: … near Goma"
 */
function countOf(labels, number, count, { before, quote }) {
  // From a whole word on.
  const near = before.length < AROUND ? before : before.replace(/^\S*\s+/u, "");
  const words = `${near}${quote}`.replace(/\s+/gu, " ").trim();
  const told = labels.words_found
    .replace("{number}", String(number))
    .replace("{count}", String(count))
    .replace("{words}", () => words);
  return count > 1 ? `${told} ${labels.words_next}` : told;
}
