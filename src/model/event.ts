import type {Edtf} from "./edtf.ts";
import type {Basis} from "./mention.ts";
import type {Span} from "./span.ts";

export const statuses = ["happened", "ongoing", "planned", "cancelled"] as const;
export type Status = (typeof statuses)[number];

export const eventTypes = [
  "meeting",
  "agreement",
  "operation",
  "exercise",
  "strategy",
  "statement",
  "training",
  "other",
] as const;
export type EventType = (typeof eventTypes)[number];

export const roles = ["host", "signatory", "participant", "observer", "subject"] as const;
export type Role = (typeof roles)[number];

export const relations = ["agreed-in", "implements", "precedes", "part-of", "same-series"] as const;
export type Relation = (typeof relations)[number];

/** One happening, as ingest read it. Ids are those of `content/`; documents and other events are named by their keys. */
export type EventRecord = {
  /** Identity across runs: document key and a digest of the normalised sentence. */
  key: string;
  /** Words its file would like to be named by, e.g. «2023-12-13 Заседание Координационного совета». */
  name: string;
  /** Words of the source, shortened, never invented; at most 110 characters. */
  title: string;
  when: Edtf | null;
  /** The exact words that carry the date, or null. */
  whenText: string | null;
  whenSpan: Span | null;
  whenBasis: Basis;
  /** Name of the rule that supplied what the words do not say. */
  whenNote: string | null;
  /** For an undated past event of a dated item: no later than the item. */
  notAfter: Edtf | null;
  status: Status;
  type: EventType;
  /** Organisations, never their bodies; the bodies named are in `bodies`. */
  organizations: {id: string; role?: Role | undefined}[];
  bodies: string[];
  countries: string[];
  people: string[];
  places: string[];
  operations: string[];
  topics: string[];
  figures: Figure[];
  /** Best first. `document` is a document's key; `span` lies in that document's seed text and slices to `quote`. */
  sources: {document: string; quote: string; span: Span}[];
  related: {event: string; relation: Relation}[];
  /** Names of the rules that made it, for `--explain`. */
  rules: string[];
};

/** A number the source gives for an event: «изъято почти 7 тонн» → {value: 7, unit: "тонн", what: "изъято", approximate: true}. */
export type Figure = {value: number; unit: string | null; what: string; approximate: boolean; span: Span};
