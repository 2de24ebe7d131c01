// A Leaflet map and a shift in; where things stand in the window out.

// Where things stand in the window; `shift` moves all of them, to try a view without showing it.
class Camera {
  constructor(map, shift, lines) {
    this.map = map;
    this.shift = shift || { x: 0, y: 0 };
    this.lines = lines || new Map();
    this.size = map.getSize();
  }

  at(thing) {
    return this.point([thing.lat, thing.lon]);
  }

  point(latLon) {
    const { x, y } = this.map.latLngToContainerPoint(latLon);
    return { x: x + this.shift.x, y: y + this.shift.y };
  }

  // A line in the window, without the points that add nothing; cameras of one zoom share the work.
  line(latLons) {
    if (!this.lines.has(latLons)) this.lines.set(latLons, thinned(latLons.map((at) => this.map.latLngToContainerPoint(at)), 3));
    return this.lines.get(latLons).map(({ x, y }) => ({ x: x + this.shift.x, y: y + this.shift.y }));
  }

  ground(x, y) {
    return this.map.containerPointToLatLng([x - this.shift.x, y - this.shift.y]);
  }

  holds({ x, y }, margin) {
    return x > -margin && y > -margin && x < this.size.x + margin && y < this.size.y + margin;
  }
}
