// The members of Leaflet 1.9 that are not of its public interface and that map/leaflet_private.js,
// and nothing else, uses.
import type * as L from "leaflet";

declare module "leaflet" {
  interface Map {
    _size: L.Point;
    _sizeChanged: boolean;
    _animatingZoom: boolean | undefined;
  }
  interface Renderer {
    _container: HTMLElement | SVGElement | undefined;
    _bounds: L.Bounds | undefined;
    _zoom: number;
    _update(): void;
  }
}
