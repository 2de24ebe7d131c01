// All that is used of Leaflet beyond its public interface, each with its reason; an update of Leaflet
// is checked against this file. (Leaflet 1.9 is loaded before our scripts, as `L`.)

/**
 * Tell a map its size. Leaflet would ask the page, which would have to be laid out once more to
 * answer what was set just now.
 * @param {L.Map} map
 * @param {L.Point} size
 */
export function setKnownSize(map, size) {
  map._size = size;
  map._sizeChanged = false;
}

/**
 * Have a map place things to the fraction of a pixel. Leaflet rounds to whole pixels, which makes
 * fine lines tremble; no option says otherwise, so the method is replaced on this one map.
 * @param {L.Map} map
 */
export function placeExactly(map) {
  map.latLngToLayerPoint = (place) => map.project(L.latLng(place)).subtract(map.getPixelOrigin());
}

/**
 * A layer with one picture of our own, that is placed anew when the map has moved and zooms along
 * with it meanwhile. Leaflet's renderers do just that, but only for Leaflet's own shapes: the hooks
 * that they leave to SVG and Canvas (`_initContainer`, `_destroyContainer`, `_update`,
 * `_updatePaths`) are answered here, and what they know (`_bounds`, `_zoom`) is named.
 */
export class PictureLayer extends L.Renderer {
  /**
   * @param {string} pane
   * @param {number} padding how much around the window is drawn, in widths of the window
   */
  constructor(pane, padding) {
    super({ pane, padding });
  }

  /**
   * Make the picture's element; called whenever the layer is added to a map.
   * @returns {HTMLElement | SVGElement}
   */
  createPicture() {
    throw new Error("A picture layer makes its own picture");
  }

  /** Draw the picture for `bounds`; called when the map has moved. */
  redraw() {}

  /** @returns {L.Map} the map that the layer is on */
  get map() {
    return this._map;
  }

  /** @returns {L.Bounds} the part of the map that is drawn, layer pixels */
  get bounds() {
    return /** @type {L.Bounds} */ (this._bounds);
  }

  /** Whether the picture stands for the view at rest, so that what it holds can be asked. */
  get isSettled() {
    const { _bounds: bounds, _map: map } = this;
    return Boolean(bounds) && !map._animatingZoom && map.getZoom() === this._zoom;
  }

  /**
   * Have another element for the picture, in the place of the one before.
   * @param {HTMLElement} picture
   */
  exchangePicture(picture) {
    this._container?.replaceWith(picture);
    this._container = picture;
    L.DomUtil.setPosition(picture, this.bounds.min ?? L.point(0, 0));
  }

  /** Draw the picture for the window as it is now. */
  refresh() {
    this._update();
  }

  _initContainer() {
    this._container = this.createPicture();
  }

  _destroyContainer() {
    this._container?.remove();
    this._container = undefined;
  }

  /** Leaflet's own shapes, of which there are none here. */
  _updatePaths() {}

  _update() {
    // While a zoom is animated the picture is scaled; a new one would jump.
    if (this._map._animatingZoom && this._bounds) return;
    super._update();
    const picture = /** @type {HTMLElement} */ (this._container);
    L.DomUtil.setPosition(picture, this.bounds.min ?? L.point(0, 0));
    this.redraw();
    this.fire("update");
  }
}
