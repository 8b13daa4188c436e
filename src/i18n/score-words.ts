import {languageFor} from "./languages.ts";

/** The words of the picture itself, kept apart from the pages' so that the script in the browser stays small. */
export type ScoreWords = {
  events: (n: number) => string;
  joint: (n: number) => string;
  together: string;
  togetherHelp: string;
  otherSets: string;
  teach: string;
  undated: string;
  noneDated: string;
  /** On a lane without any event, and on one of whose events none is let through by the filters. */
  noEvents: string;
  noneMatch: string;
  states: string;
  statesShort: string;
  others: string;
  moreLong: (n: number) => string;
  coarse: (n: number) => string;
  number: (n: number) => string;
  /** By status, as a label's suffix; nothing for what happened. */
  status: Record<"happened" | "ongoing" | "planned" | "cancelled", string>;
  /** The same in a sentence. */
  statusLong: Record<"happened" | "ongoing" | "planned" | "cancelled", string>;
  roles: Record<"host" | "signatory" | "participant" | "observer" | "subject", string>;
  and: string;
  nothing: string;
  reset: string;
  ago: {thousand: string; million: string; billion: string};
  bce: string;
  inWindow: (n: number, undated: number) => string;
  from: string;
  to: string;
  zoomTo: (period: string, n: string) => string;
  copied: string;
  period: string;
  /** Data that could not be read; `foreign`: a file that is none of ours. */
  broken: string;
  foreign: string;
};

/** Words of the picture in a language; English where we have none. */
export const scoreWords = (lang: string): ScoreWords => languageFor(lang).picture.score;
