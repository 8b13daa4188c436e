import {messages} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {UNDATED} from "./years.ts";

/** What a stretch of a long list is called: its year, its month in words, and which part of it. */
export function stretchName(path: string, lang: string): string {
  const [time = "", part] = path.split("/");
  const name = time === UNDATED ? messages(lang).years.undated : whenWords(time, lang, "short");
  return part === undefined ? name : `${name} · ${part}`;
}
