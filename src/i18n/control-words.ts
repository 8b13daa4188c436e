import {languageFor} from "./languages.ts";

/** The words on the timeline's controls. */
export type ControlWords = {
  controls: string;
  joint: string;
  organization: string;
  country: string;
  topic: string;
  type: string;
  any: {organization: string; country: string; topic: string; type: string; status: string; certainty: string};
  search: string;
  from: string;
  to: string;
  fromFull: string;
  toFull: string;
  periodHint: string;
  zoomIn: string;
  zoomOut: string;
  whole: string;
  more: string;
  by: string;
  lanes: {organizations: string; countries: string; topics: string; types: string};
  status: string;
  statuses: {happened: string; ongoing: string; planned: string; cancelled: string};
  certainty: string;
  certainties: {sure: string; doubtful: string};
  copy: string;
  download: string;
  hint: string;
  undated: (n: number) => string;
  /** What the keyboard does on the picture. */
  keys: {title: string; list: [keys: string, meaning: string][]};
  legend: {
    title: string;
    day: string;
    within: string;
    about: string;
    uncertain: string;
    lasts: string;
    until: string;
    planned: string;
    together: string;
  };
};

/** A mark under the score. */
export type LegendKind = Exclude<keyof ControlWords["legend"], "title">;

/** Words of the controls in a language; English where we have none. */
export const controlWords = (lang: string): ControlWords => languageFor(lang).controls;
