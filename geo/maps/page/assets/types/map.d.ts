// What the modules of the map hand to one another. What comes from Python is in spec.d.ts.
import type * as L from "leaflet";
import type { Bounds, PointColumns, MapPlace, MapSpec } from "./spec";
import type { PointsLayer } from "../points/layer.js";
import type { PointsPanel } from "../points/panel.js";
import type { LandMask } from "../layout/land_mask.js";
import type { TextMeasure } from "../layout/type.js";
import type { LabelLayout } from "../layout/label_layout.js";
import type { MapView } from "../map/view.js";

/** WGS 84 degrees, latitude first, as Leaflet takes them. */
export type LatLon = [lat: number, lon: number];

/** Pixels of the window or of a layer; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** Pixels; x and y are the corner above left. */
export interface Box extends Point {
  w: number;
  h: number;
}

/** A place with its position in degrees. */
export interface Located {
  lat: number;
  lon: number;
}

export type FontName = keyof typeof import("../core/cartography.js").FONTS;
export type Align = "start" | "middle" | "end";

export interface TextLine {
  text: string;
  font: FontName;
  className: string;
}

/** The number of a claim, in the colour of what it is about; `target` is what a click chooses. */
export interface Disc {
  number: number;
  tone: string;
  target: string;
}

/** One position of a label; the dearer, the worse. A leader is a line from the sign to the text. */
export interface Candidate {
  cost: number;
  align: Align;
  box: Box;
  leader?: [Point, Point];
  lines: TextLine[];
}

/** A position without its text: where a block of this size may stand. */
export type Position = Omit<Candidate, "lines">;

/**
 * A name to place. `owner` is whose obstacles it may cover, `dot` the dot of a city that is drawn
 * with it, `coastal` whether it reads best upon the water.
 */
export interface Label {
  id: string;
  target?: string;
  owner?: string;
  leaders?: boolean;
  coastal?: boolean;
  candidates: Candidate[];
  discs?: Disc[];
  dot?: Point;
  /** Of a place whose name stands in the key. */
  number?: number;
}

export interface Placed {
  label: Label;
  option: Candidate;
}

/** Share of a box that is water (null) or one country or sea; see `WindowMask`. */
export interface ShareOf {
  share(box: Box, id: number | null): number;
}

export interface DrawnLine {
  lines: LatLon[][];
  layers: L.Polyline[];
}

export interface DrawnPlace {
  marker: L.Marker;
  place: MapPlace;
  rings: LatLon[][];
}

/** What is on the map, by its id in the spec. */
export interface Drawn {
  routes: Map<string, DrawnLine>;
  measures: Map<string, DrawnLine>;
  places: Map<string, DrawnPlace>;
}

/** What a layout of labels needs besides the view. */
export interface LabelFacts {
  spec: MapSpec;
  textMeasure: TextMeasure;
  landMask: LandMask;
  drawn: Drawn;
  points: PointsParts | null;
}

/** The outlines of the basemap: x, northing in turn, in steps of its grid. */
export interface FlatBasemap {
  lands: number[][][];
  lakes: number[][];
  coast: number[][];
  rivers: number[][];
  borders: number[][];
  disputed: number[][];
  states: number[][];
  /** The area of each sea. */
  waters: number[][][];
}

export interface MountOptions {
  /** Which of head, map, claims, credits, words, sources to show; all where left out. */
  parts?: string[];
  /** A template of map tiles below the story; they need the network. */
  tiles?: string | undefined;
  theme?: "light" | "dark";
  /** Height of the map, pixels; by the story's own shape where it is left out or gives 0. */
  height?: () => number;
  /** Called with the words that name what the present view leaves out; empty for nothing. */
  onOutside?: (text: string) => void;
  /** What the note on a thing offers besides. */
  correct?: { label: string; act: (id: string) => void };
  /** What may be done with a line that was measured. */
  keep?: { label: string; act: (points: Located[]) => void };
  onSelect?: (chosen: { id: string; kind: string; refs: string[] }) => void;
}

/** What the words of a page do to its map: choose a thing, or light it up for as long as it is pointed at. */
export interface Hands {
  pick(id: string): void;
  light(id: string | null): void;
}

export interface PointsParts {
  panel: PointsPanel;
  layer: PointsLayer;
  label(layout: LabelLayout): void;
}

/** What only a map of many points needs, so that other pages do not carry it. */
export type PointsSupport = (view: MapView, many: PointColumns, box: Bounds) => PointsParts;

/** PointColumns points that are drawn as one circle. Coordinates are shares of the world map's width. */
export interface Cluster {
  id: number;
  n: number;
  x: number;
  y: number;
  /** The one with the highest count. */
  first: number;
  /** How many there are of each category; null where points are of one sort. */
  kinds: number[] | null;
}

/** A dot or a circle on the canvas, in layer pixels. */
export interface PointMark extends Point {
  r: number;
  place: number;
  cluster: Cluster | null;
}

declare global {
  interface Window {
    Dateline: {
      mount: (element: HTMLElement, spec: MapSpec, options?: MountOptions) => MountedMap;
    };
    datelineView?: MountedMap;
    /** JSON of the basemap, which the loader has unpacked. */
    datelineBasemap: string;
  }
}

export interface MountedMap {
  select(id: string): boolean;
  /** Light up what is pointed at elsewhere; null for nothing. */
  light(id: string | null): void;
  /** Let a place's pin be dragged; null for none. Called with where it was dropped. */
  movable(id: string | null, moved: (at: Located) => void): void;
  /** What is in view, degrees; null where there is no map. */
  bounds(): Bounds | null;
  /** Show the whole story anew, in the room that there is now. */
  fit(): void;
  update(spec: MapSpec): void;
  destroy(): void;
  /** What the tests look at: the points of the map, null where there are none. */
  points(): PointsPanel | null;
  labels(): ({ id: string } & Box)[];
}
