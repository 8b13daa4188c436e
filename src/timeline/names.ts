import {whenWords} from "../i18n/when.ts";
import {scoreWords} from "../i18n/score-words.ts";
import {type TimelineData, type TimelineItem} from "./item.ts";

const worded = new Map<string, string>();

/** An item's date in words, its bound when there is no date of its own. Dates repeat: each is worded once. */
export function dateOf(item: Pick<TimelineItem, "when" | "notAfter">, lang: string, form: "long" | "short" = "long"): string {
  const edtf = item.when ?? (item.notAfter === null ? null : `../${item.notAfter.slice(item.notAfter.indexOf("/") + 1)}`);
  const key = `${lang} ${form} ${edtf}`;
  const words = worded.get(key) ?? whenWords(edtf, lang, form);
  worded.set(key, words);
  return words;
}

/** What a screen reader says of a mark: «дата. кто + кто. название. статус». */
export function spokenName(item: TimelineItem, data: TimelineData): string {
  const who = data.lanes.filter((lane) => item.lanes.includes(lane.id)).map((lane) => lane.name);
  const parts = [dateOf(item, data.lang), who.join(" + "), item.title, scoreWords(data.lang).statusLong[item.status]];
  return parts
    .filter(Boolean)
    .map((part) => part.replace(/[.\s]+$/, ""))
    .join(". ");
}
