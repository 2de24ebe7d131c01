// The buttons of a map, in one column: zoom, the whole story, and the tools.

function buttonsOf(view) {
  const bar = el("div", "dl-buttons");
  const add = (text, name, act) => {
    const button = el("button", "dl-button", text);
    button.type = "button";
    rename(button, name);
    button.addEventListener("click", () => act(button));
    bar.append(button);
    return button;
  };
  add("+", "Zoom in", () => view.map.zoomIn(0.8));
  add("−", "Zoom out", () => view.map.zoomOut(0.8));
  add("⤢", "Show the whole story", () => view.refit());
  addMeasuring(view, add);
  addJourney(view, add);
  addMentioned(view, add);
  addStreet(view, add);
  L.DomEvent.disableClickPropagation(bar);
  view.box.append(bar);
  const move = (box) => {
    bar.style.left = `${box.x}px`;
    bar.style.top = `${box.y}px`;
  };
  // As the style sheet has it: to ask the page would make it lay itself out once more.
  const side = matchMedia("(pointer: coarse)").matches ? 36 : 27;
  return { w: side, h: side * bar.childElementCount, move };
}

function rename(button, name) {
  button.title = name;
  button.setAttribute("aria-label", name);
}

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

function addMeasuring(view, add) {
  view.measuring = new Measuring(view.map, view.box, (text, keep) => view.say(text, keep));
  view.measure = () => {
    view.measuring.toggle();
    press(button, view.measuring.on);
  };
  const button = add("⟷", "Measure a distance", () => view.measure());
  press(button, false);
}

function addJourney(view, add) {
  const show = (text, name) => {
    play.textContent = text;
    rename(play, name);
  };
  view.journey = new Journey(view, () => show("▶", "Play the journey"));
  if (!view.journey.ways.length) return;
  const play = add("▶", "Play the journey", () => {
    show("■", "Stop the journey");
    view.journey.toggle();
  });
}

function addMentioned(view, add) {
  const quiet = view.spec.places.filter((place) => place.kind === "associative" && view.drawn.places.has(place.id));
  if (!quiet.length) return;
  const button = add("○", "Show places that are only mentioned", () => {
    const on = view.box.classList.toggle("dl-all-places");
    press(button, on);
    view.say(on ? `Only mentioned: ${quiet.map((place) => place.name).join(", ")}` : "");
  });
  press(button, view.box.classList.contains("dl-all-places"));
}
