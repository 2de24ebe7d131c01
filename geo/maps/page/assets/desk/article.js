// The words of the article with their marks, and what stands behind the marked word that is chosen.
// Everything that comes from the article is set as text, never as markup.

import { buttonNode, clear, discMarkNode, el, onPress } from "../core/dom.js";
import { oneStop } from "../core/one_stop.js";
import { hear, tell } from "./bus.js";
import { Card } from "./card.js";
import { answerPointing, dress, partOf } from "./part.js";
import { bringIntoSight, highlight, rangeOf } from "./ranges.js";
import { findWords, wordsNodes } from "./words.js";

/** @import { ArticleBlock, ArticleData, ArticleMark, Asked, Choice } from "../types/desk" */

// Whose mark a click on shared words is for.
const ORDER = ["place", "card", "journey", "route"];
const CLASSES = {
  place: "dl-mark-place",
  card: "dl-mark-claim",
  journey: "dl-mark-route",
  route: "dl-mark-route",
};
// Characters of a selection, and of what stands before it.
const LONGEST_PICK = 300;
const AROUND = 40;

class ArticleView {
  /**
   * @param {HTMLElement} root
   * @param {(asked: Asked) => void} ask what to call when something shall be corrected
   */
  constructor(root, ask) {
    this.root = root;
    this.ask = ask;
    this.picked = buttonNode("pick", "");
    this.picked.hidden = true;
    this.about = el("aside", "behind");
    this.about.setAttribute("aria-live", "polite");
    this.text = el("div", "text");
    /** @type {ArticleData | null} */
    this.data = null;
  }

  /** @param {ArticleData} data */
  show(data) {
    this.data = data;
    clear(this.root);
    this.about.hidden = true;
    this.text = el("div", "text");
    const numbered = new Set();
    for (const block of data.blocks) this.text.append(this.blockNode(block, numbered));
    this.text.setAttribute("role", "group");
    this.text.setAttribute("aria-label", data.labels.marks);
    oneStop(
      this.text,
      /** @type {NodeListOf<HTMLElement>} */ (this.text.querySelectorAll(".dl-mark")),
    );
    const { labels, left_out: leftOut } = data;
    const { open, bar } = wordsNodes(labels, {
      find: (typed) => findWords(data.blocks, typed),
      show: (found) => this.light(found ? [found.start, found.end] : undefined, true),
      ask: this.ask,
    });
    const top = el("header", "top");
    top.append(el("h2", "dl-kicker", labels.words), open);
    this.root.append(top, this.text);
    if (leftOut) this.root.append(this.leftOutNode(leftOut, labels));
    this.picked.textContent = labels.pick;
    this.root.append(keyNode(data), this.about, this.picked, bar);
  }

  /**
   * Light up the words between two places of the article's text, or none.
   * @param {[number, number] | undefined} span
   * @param {boolean} look whether they shall be brought into sight
   * @param {Element | null} [words] what is to be seen rather than they
   */
  light(span, look, words) {
    const range = span ? rangeOf(this.text, span) : null;
    highlight(range);
    const goal = range ?? words;
    if (!look || !goal) return;
    const over = this.root.querySelectorAll(".behind:not([hidden]), .words-bar:not([hidden])");
    const below = [...over].reduce((sum, node) => sum + node.getBoundingClientRect().height, 0);
    bringIntoSight(goal, this.text, below);
  }

  /** Offer to correct the words that are selected, if they are words of the article. */
  offer() {
    const scope = /** @type {any} */ (this.root.getRootNode());
    const selection = scope.getSelection ? scope.getSelection() : document.getSelection();
    const asked = selection && !selection.isCollapsed ? this.wordsOf(selection) : null;
    this.picked.hidden = !asked;
    this.picked.onclick = () => {
      if (asked) this.ask(asked);
      this.picked.hidden = true;
    };
  }

  /**
   * @param {Selection} selection
   * @returns {Asked | null}
   */
  wordsOf(selection) {
    const range = selection.getRangeAt(0);
    const within = range.startContainer.parentElement?.closest("p");
    if (!within || !this.text.contains(within)) return null;
    const quote = range.toString();
    if (!quote.trim() || quote.length > LONGEST_PICK) return null;
    const before = document.createRange();
    before.setStart(within, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(within.dataset.start) + [...before.toString()].length;
    return { id: "", quote, before: before.toString().slice(-AROUND), start };
  }

  /**
   * @param {ArticleBlock} block
   * @param {Set<string>} numbered claims whose disc stands already
   * @returns {HTMLElement}
   */
  blockNode({ kind, start, story, reason, segments }, numbered) {
    const node = el("p", story ? kind : "outside");
    node.dataset.start = String(start);
    if (!story) node.title = reason;
    for (const { text, targets } of segments)
      node.append(this.segmentNode(text, targets, numbered));
    return node;
  }

  /**
   * @param {string} text
   * @param {string[]} targets
   * @param {Set<string>} numbered
   * @returns {Node}
   */
  segmentNode(text, targets, numbered) {
    const marks = this.data?.marks ?? {};
    const known = targets.filter((id) => marks[id]);
    if (!known.length) return document.createTextNode(text);
    known.sort((a, b) => ORDER.indexOf(marks[a].kind) - ORDER.indexOf(marks[b].kind));
    const node = el("span", "dl-mark");
    node.dataset.targets = known.join(" ");
    node.title = marks[known[0]].title;
    for (const id of known) {
      const { tone, number } = marks[id];
      node.classList.add(...classesOf(marks[id]));
      if (number && tone && !numbered.has(id)) {
        numbered.add(id);
        node.append(discMarkNode(number, tone));
      }
    }
    node.append(text);
    node.setAttribute("role", "button");
    const choose = () => tell("dateline:select", { id: known[0], from: "article" });
    node.addEventListener("click", choose);
    onPress(node, choose);
    return node;
  }

  /**
   * What is not the story stands folded where it was; here is the switch that shows it.
   * @param {string} words
   * @param {Record<string, string>} labels
   * @returns {HTMLElement}
   */
  leftOutNode(words, labels) {
    const line = el("p", "left-out", words);
    const button = buttonNode("link", labels.show_left_out);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const all = this.root.classList.toggle("all");
      button.textContent = all ? labels.hide_left_out : labels.show_left_out;
      button.setAttribute("aria-pressed", String(all));
    });
    line.append(" ", button);
    return line;
  }

  /** @param {Choice} choice */
  choose({ id, span, from }) {
    const { data, root } = this;
    if (!data) return;
    const words = dress(root, "dl-chosen", id);
    const mark = data.marks[id];
    this.about.hidden = !mark;
    if (mark) this.tellOf(mark, id, data.labels);
    this.light(span, from !== "article", words);
  }

  /**
   * @param {ArticleMark} mark
   * @param {string} id
   * @param {Record<string, string>} labels
   */
  tellOf({ tone, number, name, note }, id, labels) {
    this.about.className = tone ? `behind dl-tone-${tone}` : "behind";
    const title = el("b");
    if (number && tone) title.append(discMarkNode(number, tone));
    title.append(name);
    const show = buttonNode("link", labels.show);
    show.addEventListener("click", () =>
      tell("dateline:select", { id, from: "article", look: true }),
    );
    const correct = buttonNode("link", labels.correct);
    correct.addEventListener("click", () => tell("dateline:ask", { id }));
    clear(this.about);
    this.about.append(title, el("p", "", note), show, " · ", correct);
  }
}

/** @type {(given: import("../types/desk").PartArguments<ArticleData>) => () => void} */
export const article = partOf("article", (root, given) => {
  let count = 0;
  const card = new Card(given.data.labels.correct);
  const view = new ArticleView(root, (asked) => {
    count += 1;
    card.asked(backTo(root));
    given.setStateValue("asked", { ...asked, count: Date.now() + count });
  });
  const offer = () => view.offer();
  for (const name of ["mouseup", "touchend", "keyup"]) root.addEventListener(name, offer);
  answerPointing(root, (id) => tell("dateline:light", { id, from: "article" }));
  const deaf = [
    hear("dateline:select", (choice) => view.choose(choice)),
    hear("dateline:light", ({ id }) => dress(root, "dl-lit", id)),
    hear("dateline:ask", ({ id }) => view.ask({ id, quote: "", before: "", start: 0 })),
  ];
  const deafToEscape = card.closeByEscape();
  return {
    show: (data) => view.show(data),
    end: () => {
      deafToEscape();
      card.end();
      for (const end of deaf) end();
    },
  };
});

/**
 * Remember what is in use, or else the marked words that are chosen: these stand again when the
 * article was drawn anew.
 * @param {HTMLElement} root
 * @returns {() => void}
 */
function backTo(root) {
  let used = document.activeElement;
  while (used?.shadowRoot?.activeElement) used = used.shadowRoot.activeElement;
  return () => {
    const words = root.querySelector(".text .dl-chosen") ?? root.querySelector(".name-words");
    const goal = used?.isConnected && used !== document.body ? used : words;
    if (goal instanceof HTMLElement) goal.focus();
  };
}

/**
 * @param {ArticleMark} mark
 * @returns {string[]}
 */
function classesOf({ kind, sign, tone }) {
  const classes = [CLASSES[kind]];
  if (sign === "associative") classes.push("stands");
  if (sign === "uncertain") classes.push("unsure");
  if (tone) classes.push(`dl-tone-${tone}`);
  return classes;
}

/**
 * @param {ArticleMark} mark
 * @returns {string} the row of the key that it belongs to
 */
function meaningOf({ kind, sign }) {
  if (kind === "card") return "key_card";
  if (kind !== "place") return "key_route";
  if (sign === "associative") return "key_stands";
  return sign === "uncertain" ? "key_unsure" : "key_place";
}

/**
 * What each way of marking means, as far as it is in this story.
 * @param {ArticleData} data
 * @returns {HTMLElement}
 */
function keyNode({ labels, marks }) {
  const key = el("div", "key");
  const used = new Set(Object.values(marks).map(meaningOf));
  for (const [meaning, className] of [
    ["key_place", "dl-mark-place"],
    ["key_unsure", "dl-mark-place unsure"],
    ["key_stands", "dl-mark-place stands"],
    ["key_route", "dl-mark-route dl-tone-route-1"],
    ["key_card", "dl-mark-claim dl-tone-measure"],
  ]) {
    const row = el("p");
    row.append(el("span", `dl-mark ${className}`, labels.sample), ` ${labels[meaning]}`);
    if (used.has(meaning)) key.append(row);
  }
  return key;
}
