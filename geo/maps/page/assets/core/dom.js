// Small helpers that make DOM nodes; text goes in as text and nothing else.

const SVG = "http://www.w3.org/2000/svg";

function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== "") node.textContent = text;
  return node;
}

function svgEl(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
}

function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
}

function pathOf(points, closed) {
  const body = points.map((p, i) => `${i ? "L" : "M"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("");
  return closed ? `${body}Z` : body;
}

// The number of a claim in a disc of the colour of what it is about.
function discNode(number, tone) {
  return el("span", `dl-disc dl-tone-${tone}`, String(number));
}

// A whole number with its thousands set apart.
function grouped(number) {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

// The language of the article, where it is one that browsers know the form of.
function languageOf(spec) {
  try {
    return Intl.getCanonicalLocales(spec.language)[0] || "en";
  } catch (error) {
    if (error instanceof RangeError) return "en";
    throw error;
  }
}
