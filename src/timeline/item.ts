import type {Edtf} from "../model/edtf.ts";
import type {EventType, Role, Status} from "../model/event.ts";

/** Id of the lane for events in which no organisation with a lane takes part. */
export const STATES = "states";
/** Id of the lane into which organisations past the eighth are folded. */
export const OTHERS = "others";

/** An event as the timeline sees it: plain, serialisable, worded in the page's language. */
export type TimelineItem = {
  id: string;
  /** The date as the source gives it; null when it gives none. */
  when: Edtf | null;
  /** For an undated event of a dated item: it happened no later than this. */
  notAfter: Edtf | null;
  status: Status;
  type: EventType;
  /** Ids of the organisations that have a lane, OTHERS for those that have none; `[STATES]` when no organisation takes part. */
  lanes: string[];
  /** Ids of the organisations that share the lane OTHERS; bodies count for their organisation. */
  folded?: string[] | undefined;
  organizations: string[];
  countries: string[];
  topics: string[];
  roles?: Record<string, Role> | undefined;
  title: string;
  /** At most about 38 characters, for the label. */
  short: string;
  /** BCP 47 tag of title, short and quote; the page's own when absent. */
  titleLang?: string | undefined;
  href: string;
  quote?: string | undefined;
  /** Worded: «изъято 7 тонн». */
  figures?: string[] | undefined;
  /** BCP 47, of quotation and figures where it is not the page's. */
  sourceLang?: string | undefined;
};

/** Silhouettes of event heads; `dot` is for lanes past the eighth. */
export const shapes = ["diamond", "circle", "square", "triangle", "cross", "pentagon", "bar", "star", "dot"] as const;
export type Shape = (typeof shapes)[number];

/** A row of the score. */
export type Lane = {
  id: string;
  name: string;
  shape: Shape;
  /** Number of the ink token, 1-8; 0 is the grey of states and of folded lanes. */
  ink: number;
  /** Page of the organisation; null when there is none. */
  href: string | null;
};

/** Names of ids in the page's language, for filters, lanes by country or topic, and accessible names. */
export type Names = {
  organizations: Record<string, string>;
  countries: Record<string, string>;
  topics: Record<string, string>;
  types: Record<string, string>;
};

/** Where the counts and events of a set too large for its page are. */
export type Tiled = {
  /** Address of the manifest; the tiles stand beside it. */
  manifest: string;
  /** Address of the pages by year. */
  years: string;
  /** Sentences with `{shown}`, `{all}`, `{more}` and `{year}` where a number goes. */
  words: {choice: string; beyond: string; year: string; years: string; bound: string; missing: string; again: string};
};

/** Everything a timeline shows; the JSON beside the picture holds exactly this. */
export type TimelineData = {
  lang: string;
  title: string;
  /** In the order they are drawn, see `laneOrder`; the states' lane last, only if used. */
  lanes: Lane[];
  items: TimelineItem[];
  names: Names;
  /** Of a large set: `items` are then a choice, the most important. */
  tiles?: Tiled | undefined;
};

/**
 * How many organisations take part, those that share a lane each counted: two or more make an event a joint one, in the
 * filter, in the counts and on the axis alike.
 */
export const parties = ({lanes, folded}: Pick<TimelineItem, "lanes" | "folded">): number =>
  lanes.includes(STATES) ? 0 : lanes.length + Math.max(0, (folded?.length ?? 0) - 1);
