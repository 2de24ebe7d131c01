// What the parts of the app's page are given by Python (geo/ui), and what they tell one another.
import type { Bounds, ClaimCard, MapJourney, MapRoute, MapSpec } from "./spec";

/** What Streamlit hands to a part of the page; `parentElement` is its shadow root. */
export interface PartArguments<Data> {
  data: Data;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

/** A part that is on the page. */
export interface Part<Data> {
  show(data: Data): void;
  end(): void;
}

/** Something is chosen: by its id, or words of the article by where they stand, or both. */
export interface Choice {
  id: string;
  /** First character of the words and the one after their last, in the article's text. */
  span?: [start: number, end: number] | undefined;
  from: string;
  /** Whether the map shall be moved to it, and come to the front on a phone. */
  look?: boolean;
}

/** What shall be corrected: a thing on the map by its id, or words of the article. */
export interface Asked {
  id: string;
  quote: string;
  before: string;
  start: number;
}

/** A pin that was dragged to another place, degrees. */
export interface Moved {
  id: string;
  lon: number;
  lat: number;
}

export type PaneName = "map" | "findings" | "text";

/** One of the things to do; its places are gone through click by click. */
export interface Todo {
  kind: string;
  sign: string;
  text: string;
  targets: { id: string; span: [number, number] | null }[];
}

export interface HeadData {
  title: string;
  about: string;
  todo: Todo[];
  /** Said where there is nothing to do. */
  nothing: string;
  well: boolean;
  labels: Record<string, string>;
}

export interface ArticleMark {
  kind: "place" | "card" | "journey" | "route";
  name: string;
  note: string;
  title: string;
  tone?: string;
  sign?: string;
  number?: number;
}

export interface ArticleBlock {
  kind: string;
  start: number;
  /** Whether it is a part of the story. */
  story: boolean;
  /** Why it is none. */
  reason: string;
  segments: { text: string; targets: string[] }[];
}

export interface ArticleData {
  labels: Record<string, string>;
  blocks: ArticleBlock[];
  left_out: string;
  marks: Record<string, ArticleMark>;
}

export interface EvidenceTable {
  id: string;
  title: string;
  columns: string[];
  rows: { cells: string[][]; target: string | null }[];
}

/** The map of a story, and the words of its tools. */
export interface MapData {
  spec: MapSpec;
  labels: Record<string, string>;
}

/** Places that may be meant, as rings on a small map; positions are pixels of its picture. */
export interface CandidatesData {
  width: number;
  height: number;
  land: string;
  borders: string;
  places: { number: number; name: string; x: number; y: number }[];
  chosen: number;
  /** The thing on the map whose pin may be dragged; empty for none. */
  pin: string;
  labels: Record<string, string>;
}

export interface FindingsData {
  labels: Record<string, string>;
  claim_cards: ClaimCard[];
  journeys: MapJourney[];
  routes: MapRoute[];
  tables: EvidenceTable[];
  sources: string[];
}

/**
 * The picture as it will be published; where it `wants` the map's last view, `frame` is what is known
 * of it; where it `draws`, a box may be drawn on it.
 */
export interface PreviewData {
  image: string;
  alt: string;
  width: number;
  wants: boolean;
  draws: boolean;
  frame: Bounds | null;
}

declare global {
  interface Window {
    /** What the map showed last. */
    datelineFrame: Bounds | undefined;
    /** The style sheet of all parts. */
    datelineStyle: string;
    DatelineDesk: Record<string, (given: PartArguments<any>) => () => void>;
  }
}
