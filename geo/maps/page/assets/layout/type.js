// How names are set: the width of their words, and the SVG text that comes of a label's place.

import { DISC, DISC_STEP, FONTS, SYMBOLS } from "../core/cartography.js";
import { svgEl } from "../core/dom.js";

/** @import { Box, Candidate, Disc, FontName, Label, Point, TextLine } from "../types/map" */
/** @import { Font } from "../core/cartography.js" */

// Half the height of small letters, so that a line's middle is where it is asked for.
const HALF_LETTER = 0.36;
// From the top of letters with accents to the foot of those with tails, in their size.
const LETTERS = 1.02;
const DISC_FONT = {
  "text-anchor": "middle",
  "font-size": FONTS.number.size,
  "font-weight": FONTS.number.weight,
};
const DISC_DROP = FONTS.number.size * HALF_LETTER;

/** Measures words as the browser sets them. */
export class TextMeasure {
  /** @param {string} family */
  constructor(family) {
    this.family = family;
    this.context = document.createElement("canvas").getContext("2d");
    /** @type {Map<string, number>} */
    this.known = new Map();
    this.font = "";
  }

  /**
   * @param {string} text
   * @param {FontName} font
   * @returns {number} pixels
   */
  width(text, font) {
    const key = `${font} ${text}`;
    let width = this.known.get(key);
    if (width === undefined) {
      width = this.measured(text, FONTS[font]);
      this.known.set(key, width);
    }
    return width;
  }

  /**
   * @param {string} text
   * @param {Font} font
   * @returns {number}
   */
  measured(text, { size, weight, spacing, italic }) {
    const { context } = this;
    if (!context) return 0;
    const font = `${italic ? "italic " : ""}${weight} ${size}px ${this.family}`;
    if (font !== this.font) context.font = font; // a browser reads it anew each time
    this.font = font;
    return context.measureText(text).width + (spacing || 0) * text.length;
  }

  /**
   * The size of lines set one under another, with room for discs before them.
   * @param {TextLine[]} lines
   * @param {number} [extra]
   * @returns {{w: number, h: number}}
   */
  block(lines, extra) {
    const widths = lines.map((line) => this.width(line.text, line.font));
    const rows = lines.reduce((sum, line) => sum + FONTS[line.font].lead, 0);
    const height = rows - 2 * (lines.length ? leadingOf(lines[0]) : 0);
    return { w: Math.max(0, ...widths) + (extra || 0), h: height || DISC };
  }
}

/**
 * Set the lines of one label; returns its discs with where they stand.
 * @param {SVGGElement} group
 * @param {Label} label
 * @param {Candidate} option
 * @param {string} background a class
 * @returns {(Disc & Point)[]}
 */
export function renderLines(group, label, { box, align, lines }, background) {
  const discs = label.discs || [];
  const taken = discs.length * DISC_STEP;
  const x = anchorOf(box, align, taken).toFixed(1);
  let y = box.y - (lines.length ? leadingOf(lines[0]) : 0);
  for (const line of lines) {
    const font = FONTS[line.font];
    const attributes = {
      x,
      y: (y + font.lead * 0.5 + font.size * HALF_LETTER).toFixed(1),
      "text-anchor": align,
      "font-size": font.size,
      "font-weight": font.weight,
      class: `${line.className} ${background}`,
      ...(font.spacing ? { "letter-spacing": font.spacing } : {}),
      ...(font.italic ? { "font-style": "italic" } : {}),
    };
    group.append(svgEl("text", attributes, line.text));
    y += font.lead;
  }
  const start = align === "end" ? box.x + box.w - taken + 4 : box.x;
  const high = lines.length ? FONTS[lines[0].font].lead : DISC;
  return discs.map((disc, index) => ({
    ...disc,
    x: start + (index + 0.5) * DISC_STEP - 2,
    y: box.y + high / 2,
  }));
}

/**
 * What is blank above the letters of a first line and below those of a last.
 * @param {TextLine} line
 * @returns {number} pixels
 */
function leadingOf({ font }) {
  return (FONTS[font].lead - LETTERS * FONTS[font].size) / 2;
}

/**
 * Where the text is anchored, beside the discs.
 * @param {Box} box
 * @param {Candidate["align"]} align
 * @param {number} taken by the discs
 * @returns {number}
 */
function anchorOf({ x, w }, align, taken) {
  if (align === "end") return x + w - taken;
  return align === "start" ? x + taken : x + (taken + w) / 2;
}

/**
 * @param {Disc & Point} disc
 * @returns {SVGGElement}
 */
export function discGroup({ x, y, number, tone, target }) {
  const group = svgEl("g", { class: `dl-label dl-label-live dl-map-disc dl-tone-${tone}` });
  group.dataset.id = target;
  group.append(svgEl("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: DISC / 2 }));
  const at = { x: x.toFixed(1), y: (y + DISC_DROP).toFixed(1) };
  group.append(svgEl("text", { ...at, ...DISC_FONT }, String(number)));
  return group;
}

/**
 * The number of a place whose name stands in the key: a hollow disc, as claims have full ones.
 * @param {number} number
 * @param {Box} box
 * @returns {SVGGElement}
 */
export function numberGroup(number, { x, y, w, h }) {
  const at = { cx: (x + w / 2).toFixed(1), cy: (y + h / 2).toFixed(1) };
  const { casing, radius, stroke } = SYMBOLS.number;
  const group = svgEl("g", { class: "dl-number" });
  group.append(svgEl("circle", { ...at, r: casing, class: "dl-number-casing" }));
  group.append(svgEl("circle", { ...at, r: radius, "stroke-width": stroke }));
  const text = { x: at.cx, y: (y + h / 2 + DISC_DROP).toFixed(1), ...DISC_FONT };
  group.append(svgEl("text", text, String(number)));
  return group;
}
