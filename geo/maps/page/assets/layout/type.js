// How names are set: faces, the width of their words, and the SVG text that comes of a label's place.

const FONTS = {
  story: { size: 17, weight: 700, lead: 19 },
  stop: { size: 14, weight: 600, lead: 17 },
  second: { size: 12.5, weight: 400, lead: 16 },
  city: { size: 12.5, weight: 400, lead: 15 },
  way: { size: 13, weight: 600, lead: 20 },
  state: { size: 11, weight: 400, lead: 13, spacing: 1.4 },
  country: { size: 13.5, weight: 500, lead: 17, spacing: 3.2 },
  region: { size: 14, weight: 600, lead: 17, spacing: 1.2 },
  sea: { size: 14, weight: 400, lead: 17, spacing: 1.4, italic: true },
  sea2: { size: 12, weight: 400, lead: 15, spacing: 0.8, italic: true },
};
const PLACE_FONTS = { story: "story", uncertain: "story", stop: "stop", associative: "city" };
const DISC = 20;

class Ruler {
  constructor(family) {
    this.family = family;
    this.context = document.createElement("canvas").getContext("2d");
    this.known = new Map();
  }

  width(text, font) {
    const key = `${font} ${text}`;
    if (!this.known.has(key)) this.known.set(key, this.measured(text, FONTS[font]));
    return this.known.get(key);
  }

  measured(text, { size, weight, spacing, italic }) {
    const font = `${italic ? "italic " : ""}${weight} ${size}px ${this.family}`;
    if (font !== this.font) this.context.font = font; // a browser reads it anew each time
    this.font = font;
    return this.context.measureText(text).width + (spacing || 0) * text.length;
  }

  // The size of lines set one under another.
  block(lines, extra) {
    const w = Math.max(0, ...lines.map((line) => this.width(line.text, line.font))) + (extra || 0);
    return { lines, w, h: lines.reduce((sum, line) => sum + FONTS[line.font].lead, 0) || DISC };
  }
}

// A text broken at the space that leaves the halves most alike; null where there is none.
function halves(text) {
  const spaces = Array.from(text.matchAll(/ /g), (match) => match.index);
  if (!spaces.length) return null;
  const middle = spaces.reduce((a, b) => (Math.abs(b - text.length / 2) < Math.abs(a - text.length / 2) ? b : a));
  return [text.slice(0, middle), text.slice(middle + 1)];
}

// Set the lines of one label; returns its discs with where they stand.
function renderLines(group, label, { box, align, lines }, ground) {
  const discs = label.discs || [];
  const taken = discs.length * (DISC + 4);
  const atEnd = align === "end";
  const x = atEnd ? box.x + box.w - taken : align === "start" ? box.x + taken : box.x + (taken + box.w) / 2;
  let { y } = box;
  for (const line of lines) {
    const font = FONTS[line.font];
    const attributes = { x: x.toFixed(1), y: (y + font.lead * 0.5 + font.size * 0.36).toFixed(1), "text-anchor": align, "font-size": font.size, "font-weight": font.weight, class: `${line.className} ${ground}` };
    if (font.spacing) attributes["letter-spacing"] = font.spacing;
    if (font.italic) attributes["font-style"] = "italic";
    group.append(svgEl("text", attributes, line.text));
    y += font.lead;
  }
  return discs.map((disc, index) => {
    const along = (index + 0.5) * (DISC + 4) - 2;
    return { ...disc, x: atEnd ? box.x + box.w - taken + along + 4 : box.x + along, y: box.y + (lines.length ? FONTS[lines[0].font].lead : DISC) / 2 };
  });
}

function discGroup({ x, y, number, tone, target }) {
  const group = svgEl("g", { class: `dl-label dl-label-live dl-map-disc dl-tone-${tone}` });
  group.dataset.id = target;
  group.append(svgEl("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: DISC / 2 }));
  group.append(svgEl("text", { x: x.toFixed(1), y: (y + 4.3).toFixed(1), "text-anchor": "middle", "font-size": 12, "font-weight": 700 }, String(number)));
  return group;
}
