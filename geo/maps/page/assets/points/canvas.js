// Draws dots and circles with numbers on a canvas.

import { grouped } from "../core/format.js";
import { TONES } from "./data.js";

/** @import { Cluster, PointMark } from "../types/map" */

/** @typedef {{tones: string[], paper: string, ink: string, text: string}} Colours */

/** @type {Colours} */
const ON_PAPER = {
  tones: ["#000", "#000", "#000", "#000", "#666"],
  paper: "#fff",
  ink: "#000",
  text: "#fff",
};
const NUMBER_FONT = "700 11.5px";
const NUMBER_DROP = 4.3;
const SHARE_RING = 3.5;
const RING_GAP = 2.5;

/**
 * The outline of a dot, as the data of an SVG path: each of the first categories has its shape.
 * @param {number} kind
 * @param {number} r
 * @returns {string}
 */
export function shapePath(kind, r) {
  if (kind === 1) return `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`;
  if (kind === 2) return `M0 ${-r * 1.2}L${r * 1.2} 0 0 ${r * 1.2} ${-r * 1.2} 0Z`;
  if (kind === 3) return `M0 ${-r * 1.2}L${r * 1.2} ${r}H${-r * 1.2}Z`;
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

/**
 * @param {HTMLElement} root of the map, that holds the theme
 * @param {boolean} printing
 * @returns {Colours}
 */
export function coloursOf(root, printing) {
  if (printing) return ON_PAPER;
  const style = getComputedStyle(root);
  const of = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return { tones: TONES.map(of), paper: of("casing"), ink: of("ink"), text: of("on-tone") };
}

/** One drawing on a canvas. */
export class PointsPen {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Colours} colours
   * @param {{clears: boolean, sharp: number, corner: L.Point, family: string, sorted: boolean}} look
   *   clears: whether something is drawn already; sharp: pixels of the screen for one of the page;
   *   corner: above left, layer pixels; sorted: whether there are categories
   */
  constructor(canvas, colours, { clears, sharp, corner, family, sorted }) {
    this.pen = penOf(canvas);
    this.colours = colours;
    this.sharp = sharp;
    this.sorted = sorted;
    /** @type {Map<number, HTMLCanvasElement>} */
    this.stamps = new Map();
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    // On paper, browsers take a canvas as what was done to it: to clear it clears the map below.
    if (clears) this.pen.clearRect(0, 0, canvas.width, canvas.height);
    this.pen.setTransform(sharp, 0, 0, sharp, -corner.x * sharp, -corner.y * sharp);
    this.pen.textAlign = "center";
    this.pen.textBaseline = "alphabetic";
    this.pen.font = `${NUMBER_FONT} ${family}`;
  }

  /**
   * A dot is drawn once and stamped; it lies on whole pixels of the screen, so that it is sharp.
   * @param {PointMark} mark
   * @param {number} kind its category
   */
  dot({ x, y, r }, kind) {
    const { sharp, stamps } = this;
    const key = kind * 100 + r;
    let stamp = stamps.get(key);
    if (!stamp) stamps.set(key, (stamp = dotStamp(kind, r, this.colours, sharp)));
    const side = stamp.width / sharp;
    const snap = (/** @type {number} */ value) => Math.round((value - side / 2) * sharp) / sharp;
    this.pen.drawImage(stamp, snap(x), snap(y), side, side);
  }

  /**
   * @param {PointMark} mark
   * @param {Cluster} cluster
   */
  cluster({ x, y, r }, cluster) {
    const { pen, colours, sorted } = this;
    pen.fillStyle = colours.paper;
    pen.globalAlpha = 0.75;
    this.circle(x, y, r + 1.5);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = sorted ? colours.ink : colours.tones[0];
    this.circle(x, y, r - (sorted ? SHARE_RING : 0));
    pen.fill();
    this.shares({ x, y, r }, cluster);
    pen.fillStyle = sorted ? colours.paper : colours.text;
    pen.fillText(grouped(cluster.n), x, y + NUMBER_DROP);
  }

  /**
   * A ring round the number with the share of each category.
   * @param {{x: number, y: number, r: number}} circle
   * @param {Cluster} cluster
   */
  shares({ x, y, r }, { kinds, n }) {
    if (!kinds) return;
    const { pen, colours } = this;
    let from = -Math.PI / 2;
    pen.lineWidth = 3;
    kinds.forEach((number, kind) => {
      if (!number) return;
      const to = from + (2 * Math.PI * number) / n;
      pen.beginPath();
      pen.arc(x, y, r - 1.5, from, to);
      pen.strokeStyle = colours.tones[kind];
      pen.stroke();
      from = to;
    });
  }

  /**
   * Round what the reader points at or has chosen.
   * @param {PointMark} mark
   */
  ring({ x, y, r }) {
    const { pen, colours } = this;
    /** @type {[number, string][]} */
    const strokes = [
      [5, colours.paper],
      [2, colours.ink],
    ];
    for (const [width, colour] of strokes) {
      this.circle(x, y, r + RING_GAP);
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  circle(x, y, radius) {
    this.pen.beginPath();
    this.pen.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

/**
 * @param {number} kind
 * @param {number} r
 * @param {Colours} colours
 * @param {number} sharp
 * @returns {HTMLCanvasElement}
 */
function dotStamp(kind, r, colours, sharp) {
  const canvas = document.createElement("canvas");
  const size = 2 * Math.ceil((r * 1.25 + 1.5) * sharp);
  Object.assign(canvas, { width: size, height: size });
  const pen = penOf(canvas);
  pen.setTransform(sharp, 0, 0, sharp, size / 2, size / 2);
  const shape = new Path2D(shapePath(kind, r));
  pen.globalAlpha = 0.9;
  pen.strokeStyle = colours.paper;
  pen.lineWidth = 1.5;
  pen.stroke(shape);
  pen.globalAlpha = 0.82;
  pen.fillStyle = colours.tones[kind];
  pen.fill(shape);
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {CanvasRenderingContext2D}
 */
function penOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
