import {type Word} from "../names/words.ts";
import {phraseStart} from "../titles.ts";
import {type Clue} from "./clues.ts";
import {type Happening} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

const ordinal = /^(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|юбилейн|first|second|third)/;

// «на полях саммита», «in the margins of the plenary»: a gathering of its own, beside which something else happened.
const aside = /(?<!\p{L})(?:на полях|в кулуарах|(?:in|on) the (?:margins|sidelines) of(?: the)?)\s+(?:[\p{Lu}]+\s+)*$/u;

/**
 * Gatherings that are not the news but are named in it: «выступил в ходе II Минской конференции», «на втором Совещании
 * министров». Only those with a number or a name of their own; any «на саммите» is the scene of the event told.
 */
export function attended(
  text: string,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  list: readonly Word[],
): Happening[] {
  const found: Happening[] = [];
  const told = new Set(
    known.filter((h) => h.rules.includes("dated") && h.subject?.governed === true).flatMap((h) => h.sentences),
  );
  for (const sentence of sentences) {
    if (told.has(sentence)) continue;
    for (const noun of sentence.clues) {
      if (noun.class !== "noun" || noun.type !== "meeting") continue;
      const from = phraseStart(text, list, noun.at, sentence.from);
      const besides = aside.test(
        text.slice(Math.max(sentence.span.start, (list[from]?.start ?? 0) - 60), list[from]?.start ?? 0),
      );
      if (!besides && (!noun.governed || from === noun.at || !isNamed(list, from, noun))) continue;
      const stretch = part(sentence, {start: list[from]?.start ?? noun.word.start, end: sentence.span.end}, list);
      found.push({
        sentences: [sentence],
        stretch: {...stretch, clues: stretch.clues.filter((c) => c === noun)},
        subject: noun,
        verb: null,
        type: "meeting",
        status: "happened",
        when: null,
        date: null,
        basis: "none",
        note: null,
        operation: null,
        isMain: false,
        title: null,
        rules: ["attended"],
      });
    }
  }
  return found;
}

function isNamed(list: readonly Word[], from: number, noun: Clue): boolean {
  for (let i = from; i < noun.at; i++) {
    const word = list[i];
    if (!word) continue;
    if (/^[ivxlc]+$/.test(word.form) && word.shape !== "lower") return true;
    if (ordinal.test(word.form)) return true;
  }
  return false;
}

/** A gathering is about when the event beside it was: the arrival or the meeting that the same lines date. */
export function datedByNeighbour(h: Happening, all: readonly Happening[], published: string | null): Happening {
  if (h.when !== null || !h.rules.includes("attended")) return h;
  const own = h.sentences[0]?.index ?? 0;
  const near = all.find(
    (o) =>
      o !== h &&
      o.date !== null &&
      o.when !== null &&
      /^\d{4}-\d\d-\d\d/.test(o.when) &&
      o.sentences.some((s) => Math.abs(s.index - own) <= 2),
  );
  const day = near?.when ?? published;
  return day ? {...h, when: `${day.slice(0, 10)}~`, basis: "inferred", note: near ? "near-event" : "item-date"} : h;
}

/** «Стороны подписали протокол» after «1 марта прошла встреча»: what is signed within four sentences of a meeting was signed about then. */
export function datedByGathering(h: Happening, before: readonly Happening[]): Happening {
  if (h.when !== null || h.status !== "happened" || h.type !== "agreement" || !h.rules.includes("told")) return h;
  const own = h.sentences[0];
  if (!own || own.dates.some((d) => d.role === "event")) return h;
  const meeting = before.findLast(
    (o) => o.type === "meeting" && o.date !== null && o.status === "happened" && /^\d{4}-\d\d-\d\d[?~]?$/.test(o.when ?? ""),
  );
  const day = meeting?.when?.slice(0, 10);
  return day && own.index - (meeting?.sentences[0]?.index ?? -9) <= 4
    ? {...h, when: `${day}~`, basis: "inferred", note: "near-event", rules: [...h.rules, "at-meeting"]}
    : h;
}
