// The types of a spec, made from its JSON Schema: python -m tools.make_spec_types. Do not edit.

/** A box in WGS 84 degrees; ``east`` is above 180 where it crosses the antimeridian. */
export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The article's words for a place, with some of the sentence around them. */
export interface Citation {
  before: string;
  text: string;
  after: string;
}

/** A city that helps the reader to find the way; the list is in order of use. */
export interface City {
  name: string;
  lon: number;
  lat: number;
  near_route: boolean;
}

/** One claim, or several that were judged together; ``refs`` are their ids. */
export interface ClaimCard {
  id: string;
  refs: string[];
  number: number;
  tone: Tone;
  quote: string;
  sign: VerdictSign;
  word: string;
  sentence: string;
  readings: string[];
  targets: string[];
}

/** The basemap clip, coded; ``states`` are the lines between states, where they help. */
export interface CodedBasemap {
  bounds: Bounds;
  grid: Grid;
  lands: Land[];
  coast: string[];
  borders: string[];
  disputed: string[];
  lakes: string[];
  rivers: string[];
  waters: Water[];
  cities: City[];
  states: string[];
  state_names: StateLabel[];
}

/** Where the whole numbers of coded lines lie: ``lon = lon_0 + step * x``, latitude alike. */
export interface Grid {
  lon_0: number;
  lat_0: number;
  step: number;
}

/** A small globe turned to the story: rings of the world's land on a grid of its own. */
export interface Inset {
  lon: number;
  lat: number;
  grid: Grid;
  land: string[];
}

/** What stands before a journey in the list of them. */
export type JourneyMark = "called off" | "line" | "not drawn";

/** A country's land: rings of all its parts together, to be filled by the even-odd rule. */
export interface Land {
  name: string;
  code: string;
  story: boolean;
  rings: string[];
  main: number;
}

/** What a line of a journey stands for. */
export type Manner = "stand-in" | "taken";

/** One leg in words: a line of "Who goes where". */
export interface MapJourney {
  id: string;
  refs: string[];
  sentence: Phrase[];
  word: string;
  mark: JourneyMark;
  tone: Tone;
  route: string;
  targets: string[];
}

/** A name on the map; the list of them is in order of worth. */
export interface MapName {
  kind: NameKind;
  target: string;
  from_px: number;
  worth: number;
}

/** A place of the story. */
export interface MapPlace {
  id: string;
  refs: string[];
  kind: PlaceKind;
  name: string;
  second: string;
  lon: number;
  lat: number;
  rank: number;
  is_unsure: boolean;
  radius_m: number;
  outline: string[];
  mentions: Citation[];
  note: string;
}

/** A way that is drawn once, even when several legs take it. */
export interface MapRoute {
  id: string;
  refs: string[];
  tone: Tone;
  kind: string;
  inferred: boolean;
  lines: string[];
  label: string;
  discs: number[];
  title: string;
  note: string;
  manner: Manner;
  status: RouteStatus;
  departed: string;
  arrived: string;
  assumed: boolean;
}

/** Everything that a renderer needs, in the order in which a reader meets it. */
export interface MapSpec {
  language: string;
  title: string;
  result: Phrase[];
  frame: Bounds;
  basemap: CodedBasemap;
  inset: Inset;
  places: MapPlace[];
  routes: MapRoute[];
  measures: Measure[];
  names: MapName[];
  claim_cards: ClaimCard[];
  journeys: MapJourney[];
  paragraphs: Paragraph[];
  left_out: number;
  problems: string[];
  credits: string;
  sources: string[];
  provenance: Provenance;
  version: number;
  points: PointColumns | null;
  unread: number;
}

/** The line that a claim about a distance is checked on; ``disc`` is 0 for one kept by hand. */
export interface Measure {
  id: string;
  disc: number;
  tone: Tone;
  lines: string[];
  label: string;
}

/** What is named, which says how the name is set. */
export type NameKind = "city" | "land" | "measure" | "place" | "route" | "sea" | "state";

/** One block of the story; ``kind`` as in `geo.contracts.BlockKind`. */
export interface Paragraph {
  kind: string;
  segments: Segment[];
}

/** A piece of a line of words; ``strong`` ones, figures and names, are set bold. */
export interface Phrase {
  text: string;
  strong: boolean;
}

/** Which sign a place gets. */
export type PlaceKind = "associative" | "region" | "stop" | "story" | "uncertain";

/** Places too many for a sign and a name each, in columns. */
export interface PointColumns {
  total: number;
  grid: Grid;
  points: string;
  names: TextColumn;
  counts: string;
  count_step: number;
  count_word: string;
  categories: TextColumn | null;
  notes: TextColumn | null;
}

/** Where the map comes from: the article, its hash, when it was checked, by which version. */
export interface Provenance {
  article_id: string;
  title: string;
  url: string;
  published: string;
  checked: string;
  program: string;
  made: string;
}

/** Whether the journey on a line is made: lines of those that are not are dotted. */
export type RouteStatus = "made" | "planned" | "possible";

/** A run of the article's words with the ids of what it is evidence for; often none. */
export interface Segment {
  text: string;
  targets: string[];
}

/** A state or province near this point; the story's are named where there is room. */
export interface StateLabel {
  name: string;
  lon: number;
  lat: number;
  story: boolean;
}

/** A column of texts, one line each; no text holds a line break. */
export interface TextColumn {
  different: string;
  rows: string;
}

/** Colour by what a thing is about; a renderer has one colour for each. */
export type Tone = "measure" | "none" | "route-1" | "route-2" | "route-3" | "route-4";

/** A verdict as shown to people. */
export type VerdictSign = "cannot tell" | "does not hold" | "holds" | "holds only if…";

/** A sea to name, near this point. */
export interface Water {
  name: string;
  other_name: string;
  lon: number;
  lat: number;
  rank: number;
  area: string[];
}
