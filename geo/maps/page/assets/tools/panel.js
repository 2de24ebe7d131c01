// The words beside and below the map: head, claims, article, sources; nodes out, text as text.

const SIGNS = { "holds": "✓", "holds only if…": "◐", "does not hold": "✗", "cannot tell": "?" };
const SIGN_CLASSES = { "holds": "holds", "holds only if…": "only-if", "does not hold": "fails", "cannot tell": "unknown" };
const KINDS_QUIET = new Set(["caption", "dateline"]);

function headNode(spec) {
  const head = el("header", "dl-head");
  const result = el("p", "dl-result");
  for (const phrase of spec.result) result.append(phrase.strong ? el("b", "", phrase.text) : phrase.text);
  head.append(el("h1", "dl-title", spec.title), result);
  return head;
}

function cardNode(card, onPick) {
  const item = el("li", "dl-item");
  const button = el("button", "dl-card");
  button.type = "button";
  button.dataset.id = card.id;
  button.setAttribute("aria-pressed", "false");
  const body = el("span", "dl-card-body");
  const verdict = el("span", `dl-verdict dl-verdict-${SIGN_CLASSES[card.sign]}`);
  const mark = el("span", "dl-verdict-sign", SIGNS[card.sign]);
  mark.setAttribute("aria-hidden", "true");
  verdict.append(mark, ` ${card.word}`);
  body.append(el("span", "dl-quote", `“${card.quote}”`), verdict, el("span", "dl-sentence", card.sentence));
  button.append(discNode(card.number, card.tone), body);
  button.addEventListener("click", () => onPick(card.id));
  item.append(button);
  if (card.readings.length > 1) item.append(readingsNode(card));
  return item;
}

function readingsNode(card) {
  const details = el("details", "dl-readings");
  details.append(el("summary", "", `${card.readings.length} readings tried`));
  const list = el("ul", "");
  for (const reading of card.readings) list.append(el("li", "", reading));
  details.append(list);
  return details;
}

function claimsNode(spec, onPick) {
  const aside = el("section", "dl-claims");
  aside.append(el("h2", "dl-kicker", "What the article says"));
  if (!spec.cards.length) aside.append(el("p", "dl-empty", "The article states no distance, duration or speed that can be checked."));
  const list = el("ol", "dl-cards");
  for (const card of spec.cards) list.append(cardNode(card, onPick));
  aside.append(list);
  return aside;
}

// Beside the map: the claims, the list of many places, or both.
function sideNode(spec, onPick, panel) {
  if (!panel) return claimsNode(spec, onPick);
  if (!spec.words.length) return panel.node;
  const aside = claimsNode(spec, onPick);
  aside.append(panel.node);
  return aside;
}

function wordsNode(spec, onPick) {
  const section = el("section", "dl-words");
  section.append(el("h2", "dl-kicker", "The words of the article"));
  const names = new Map();
  for (const thing of [...spec.places, ...spec.routes, ...spec.cards]) names.set(thing.id, thing);
  const seen = new Set();
  for (const paragraph of spec.words) {
    if (paragraph.kind === "headline") continue;
    const node = el("p", KINDS_QUIET.has(paragraph.kind) ? "dl-para dl-para-quiet" : "dl-para");
    for (const segment of paragraph.segments) node.append(segmentNode(segment, spec, seen, onPick));
    section.append(node);
  }
  if (spec.left_out) section.append(el("p", "dl-small", `${spec.left_out} ${spec.left_out === 1 ? "part" : "parts"} of the text (bylines, advertising, links) ${spec.left_out === 1 ? "is" : "are"} not the story and left out here.`));
  return section;
}

function segmentNode(segment, spec, seen, onPick) {
  const card = spec.cards.find((one) => segment.targets.includes(one.id));
  const route = spec.routes.find((one) => segment.targets.includes(one.id));
  const place = spec.places.find((one) => segment.targets.includes(one.id));
  if (!card && !route && !place) return document.createTextNode(segment.text);
  const node = el("span", "dl-mark", segment.text);
  if (place) node.classList.add(place.kind === "associative" ? "dl-mark-stands" : "dl-mark-place");
  if (card) node.classList.add("dl-mark-claim", `dl-tone-${card.tone}`);
  else if (route) node.classList.add("dl-mark-way", `dl-tone-${route.tone}`);
  const target = (place || card || route).id;
  node.dataset.id = target;
  node.addEventListener("click", () => onPick(target));
  if (!seen.has(target)) {
    seen.add(target);
    node.tabIndex = 0;
    node.setAttribute("role", "button");
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onPick(target);
    });
  }
  if (!card) return node;
  if (!segmentStarts(card, seen)) return node;
  const wrap = document.createDocumentFragment();
  wrap.append(discNode(card.number, card.tone), node);
  return wrap;
}

// The disc of a claim stands before the first of its words.
function segmentStarts(card, seen) {
  const key = `disc ${card.id}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function sourcesNode(spec) {
  const section = el("footer", "dl-sources");
  section.append(el("h2", "dl-kicker", "Sources"));
  const list = el("ul", "");
  for (const source of spec.sources) list.append(el("li", "", source));
  list.append(el("li", "", "The scale is true in the middle of the map."));
  const { provenance } = spec;
  const said = [provenance.program && `Made with ${provenance.program}`, provenance.made && `at ${provenance.made}`, `checked ${provenance.checked}`, provenance.published && `article of ${provenance.published}`, provenance.url, provenance.article_id && `text ${provenance.article_id}`];
  list.append(el("li", "", `${said.filter(Boolean).join(", ")}.`));
  for (const problem of spec.problems) list.append(el("li", "", problem));
  section.append(list);
  return section;
}

// On paper nobody can unfold the readings.
function unfold(details, starts) {
  if (starts) details.dataset.was = String(details.open);
  details.open = starts || details.dataset.was === "true";
}
