// The words behind a thing: a box in a corner of the map away from it, and never over the tools.

const AIR = 12;
const NOTE_WIDTH = 320;

class Note {
  constructor(view, content, at) {
    Object.assign(this, { view, at });
    this.node = el("div", "dl-popup");
    this.node.setAttribute("role", "status");
    const shut = el("button", "dl-pop-shut", "×");
    shut.type = "button";
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", () => view.close());
    this.node.append(shut, content);
    L.DomEvent.disableClickPropagation(this.node);
    L.DomEvent.disableScrollPropagation(this.node);
    view.box.append(this.node);
    this.place();
  }

  // The tools stand in a column at one side: the note takes its corner from what is left of the width.
  place() {
    const { map, furniture } = this.view;
    const { x, y } = map.latLngToContainerPoint(this.at);
    const size = map.getSize();
    const tools = furniture.buttonsAt;
    const onLeft = tools && tools.x + tools.w / 2 < size.x / 2;
    const from = onLeft ? tools.x + tools.w + AIR / 2 : AIR;
    const to = tools && !onLeft ? tools.x - AIR / 2 : size.x - AIR;
    const width = Math.min(NOTE_WIDTH, to - from);
    const low = y <= size.y / 2;
    this.view.hintNode.classList.toggle("dl-hint-top", low);
    const { style } = this.node;
    style.width = `${width}px`;
    style.left = `${x > size.x / 2 ? from : to - width}px`;
    style.top = low ? "auto" : `${AIR}px`;
    style.bottom = low ? `${AIR}px` : "auto";
  }

  remove() {
    this.view.hintNode.classList.remove("dl-hint-top");
    this.node.remove();
  }
}
