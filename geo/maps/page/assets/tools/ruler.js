// The ruler: points that a reader clicks in; the length of the geodesics between them out.

class Measuring {
  constructor(map, box, say) {
    Object.assign(this, { map, box, say, points: [], on: false });
    this.line = L.polyline([], { pane: "dl-ways", className: "dl-ruler", weight: 2, interactive: false });
    box.addEventListener("pointerdown", ({ clientX, clientY }) => { this.down = { x: clientX, y: clientY }; });
    box.addEventListener("click", (event) => this.clicked(event), true);
    box.addEventListener("keydown", (event) => this.pressed(event));
  }

  toggle() {
    this.on = !this.on;
    this.box.classList.toggle("dl-measuring", this.on);
    this.points = [];
    this.draw();
    if (!this.on) {
      this.line.remove();
      this.say("");
      return;
    }
    this.line.addTo(this.map);
    this.box.focus({ preventScroll: true });
    this.say("Click two or more points; by keyboard, move the map and press Enter", true);
  }

  clicked(event) {
    if (!this.on || event.target.closest(".dl-buttons, .dl-popup")) return;
    event.stopPropagation();
    const moved = this.down && Math.hypot(event.clientX - this.down.x, event.clientY - this.down.y) > 5;
    if (!moved) this.add(this.map.mouseEventToLatLng(event));
  }

  pressed(event) {
    if (!this.on || event.key !== "Enter" || event.target !== this.box) return;
    event.preventDefault();
    this.add(this.map.getCenter());
  }

  add({ lat, lng }) {
    this.points.push([lat, lng]);
    this.draw();
    if (this.points.length < 2) {
      this.say("Now the next point", true);
      return;
    }
    const lengths = this.points.slice(1).map((point, i) => geodesicLength(this.points[i], point));
    if (lengths.includes(null)) this.say("Two points lie nearly opposite each other on the globe", true);
    else this.say(`${bothUnits(lengths.reduce((sum, one) => sum + one, 0))} in a straight line`, true);
  }

  draw() {
    this.line.setLatLngs(this.points.slice(1).flatMap((point, i) => circlePoints(this.points[i], point)));
  }
}
