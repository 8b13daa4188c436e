import {whenWords} from "../i18n/when.ts";
import {scoreWords} from "../i18n/score-words.ts";
import type {Role} from "../model/event.ts";
import {type Lane, OTHERS, STATES, type TimelineData, type TimelineItem} from "./item.ts";

const worded = new Map<string, string>();

/** An item's date in words, its bound when there is no date of its own. Dates repeat: each is worded once. */
export function dateOf(item: Pick<TimelineItem, "when" | "notAfter">, lang: string, form: "long" | "short" = "long"): string {
  const edtf = item.when ?? (item.notAfter === null ? null : `../${item.notAfter.slice(item.notAfter.indexOf("/") + 1)}`);
  const key = `${lang} ${form} ${edtf}`;
  const words = worded.get(key) ?? whenWords(edtf, lang, form);
  worded.set(key, words);
  return words;
}

/** Somebody who takes part, with the lane they stand on. */
export type Participant = {name: string; lane: Lane; role?: Role | undefined};

/** Who takes part: organisations by name, also those that share a lane; where there is none, the countries named. */
export function participants(item: TimelineItem, data: TimelineData): Participant[] {
  const {names} = data;
  return data.lanes
    .filter((lane) => item.lanes.includes(lane.id))
    .flatMap((lane): Participant[] => {
      const inside = (ids: readonly string[], of: Record<string, string>) =>
        ids.length ? ids.map((id) => ({name: of[id] ?? id, lane, role: item.roles?.[id]})) : [{name: lane.name, lane}];
      if (lane.id === OTHERS) return inside(item.folded ?? [], names.organizations);
      if (lane.id === STATES) return inside(item.countries, names.countries);
      return [{name: lane.name, lane, role: item.roles?.[lane.id]}];
    });
}

/** What a screen reader says of a mark: «дата. кто + кто. название. статус». */
export function spokenName(item: TimelineItem, data: TimelineData): string {
  const who = participants(item, data).map(({name}) => name);
  const parts = [dateOf(item, data.lang), who.join(" + "), item.title, scoreWords(data.lang).statusLong[item.status]];
  return parts
    .filter(Boolean)
    .map((part) => part.replace(/[.\s]+$/, ""))
    .join(". ");
}
