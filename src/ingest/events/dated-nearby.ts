import {bounds} from "../../model/edtf.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

const datable = new Set<Happening["type"]>(["operation", "exercise", "meeting", "training"]);

/**
 * Gives events that no clause of their own dates the date that stands beside them: behind the name of an operation, in the
 * sentence that goes on about it, in its term, in the heading; and to what began on a day the end it is told to have.
 */
export function datedNearby(
  text: string,
  happenings: readonly Happening[],
  sentences: readonly Sentence[],
  minutes: DateMention | null,
): Happening[] {
  // «ПРОТОКОЛ заседания Совета … 5 сентября 2008 года»: the day of the minutes is that of the meeting they open with.
  const sat = minutes && happenings.find((h) => h.type === "meeting" && (h.sentences[0]?.index ?? 99) <= 4);
  const taken = new Set(happenings.flatMap((h) => (h.date ? [h.date] : [])));
  const named = new Map<string, {sentence: Sentence; end: number}[]>();
  for (const sentence of sentences)
    for (const n of sentence.named) {
      if (n.entity.kind !== "operation") continue;
      const list = named.get(n.entity.id);
      if (list) list.push({sentence, end: n.span.end});
      else named.set(n.entity.id, [{sentence, end: n.span.end}]);
    }
  const dated = happenings.map((h) => {
    if (!datable.has(h.type)) return h;
    if (h.date === null && (h.when === null || h.note === "item-date")) {
      const date =
        (h.operation && behindName(text, named.get(h.operation.id) ?? [], taken)) ??
        inHeading(h, taken) ??
        (h === sat ? minutes : null) ??
        goesOn(text, h, sentences, taken);
      if (date) {
        taken.add(date);
        return upTo(text, {...h, when: date.edtf, date, basis: date.basis, note: date.note, rules: [...h.rules, "date-nearby"]});
      }
    }
    return upTo(text, h);
  });
  // «стартовала 9 мая и завершится 13 мая»: the second day is the first one's end.
  return dated.filter((h) => !dated.some((o) => o !== h && isEndOf(text, h, o)));
}

const isEndOf = (text: string, h: Happening, o: Happening) =>
  o.rules.includes("up-to") &&
  h.date !== null &&
  h.sentences[0] === o.sentences[0] &&
  h.when !== null &&
  o.when?.endsWith(`/${h.when}`) === true &&
  ends.test(text.slice(o.date?.span.end ?? 0, h.date.span.start));

const usable = (d: DateMention, taken: ReadonlySet<DateMention>) =>
  d.edtf !== null && !taken.has(d) && (d.role === "event" || d.role === "period") && !d.rule.startsWith("since-edge");

// What may stand between the name of an operation and its date: «… (два этапа – с 20 мая …», «…»: 12–21 апреля», «…» – в сентябре»,
// «…», проведённой в апреле», «…» шла с 6 октября».
const link = new RegExp(
  String.raw`^[»"”“]?\s*(?:` +
    [
      String.raw`\((?:[^()\n.;]{0,40}[\s–—-])?`,
      String.raw`:\s(?:\p{L}+\sэтап\s[–—-]\s)?`,
      String.raw`[–—-]\s`,
      String.raw`,\s(?:провед|проход|проводи|состоявш|начат|начавш|вступивш|стартовавш|завершивш|длящ)\p{L}*\s(?:\p{L}{1,20}\s){0,2}`,
      // «…» – той самой, которую страны ведут с 2009 года»
      String.raw`(?:[–—-]\sтой самой)?,\sкотор\p{L}{2,4}\s(?:\p{L}{1,20}\s){0,3}(?:ведут|вед[её]тся|проводят|проводится|ид[её]т|действует)\s`,
      String.raw`(?:шла|проходила|проводилась|длилась|велась|прошла|состоялась|продолжалась|началась|стартовала)\s`,
    ].join("|") +
    String.raw`)(?:(?:в|с|со|на)\s)?$`,
  "u",
);

function behindName(
  text: string,
  names: readonly {sentence: Sentence; end: number}[],
  taken: ReadonlySet<DateMention>,
): DateMention | null {
  for (const {sentence, end} of names.slice(0, 12)) {
    const date = sentence.dates.find((d) => d.span.start >= end);
    if (date && usable(date, taken) && date.span.start - end < 70 && link.test(text.slice(end, date.span.start))) return date;
  }
  return null;
}

// «XX заседание Совета: Алма-Ата, 31 мая – 1 июня 2018» above «прошло XX заседание».
function inHeading(h: Happening, taken: ReadonlySet<DateMention>): DateMention | null {
  const title = h.isMain ? h.sentences.find((s) => s.isTitle) : undefined;
  const [date, more] = title?.dates.filter((d) => d.role !== "name") ?? [];
  return date && !more && usable(date, taken) && /^\d{4}-\d\d-\d\d/.test(date.edtf ?? "") ? date : null;
}

const going =
  /(?<!\p{L})(?:шл[аои]|ш[её]л|работал[аио]?|проходил[аио]?|проводил(?:ись|ась|ся|ось)|длил(?:ись|ась|ся|ось)|продолжал(?:ись|ась|ся|ось)|в[её]л(?:ись|ась|ось|ся)|действовал[аио]?)(?!\p{L})/iu;
const term = /^[\s–—•-]*сроки?(?:\s\p{L}+){0,2}\s*[:–—-]/iu;

// «Обучение завершено. Занятия шли с марта по май»; «Провести операцию «…». Срок: II квартал 2022 года».
function goesOn(text: string, h: Happening, sentences: readonly Sentence[], taken: ReadonlySet<DateMention>): DateMention | null {
  const own = h.sentences.find((s) => !s.isTitle);
  const next = own && sentences[own.index + 1];
  if (!next || next.paragraph - own.paragraph > 1 || own.dates.some((d) => d.role === "event" && d.edtf !== null)) return null;
  const dates = next.dates.filter((d) => d.role !== "name");
  const [date] = dates;
  if (!date || dates.length > 1 || !usable(date, taken)) return null;
  const words = text.slice(next.span.start, next.span.end);
  // «Прошло учение «Кобальт». (22–24 мая; КСОР ОДКБ.)»
  const bracketed =
    next.paragraph === own.paragraph && /^\((?:(?:с|в|на) )?$/u.test(text.slice(next.span.start, date.span.start));
  if (bracketed) return date;
  if (next.paragraph === own.paragraph && term.test(words)) return date;
  const others = next.named.some((n) => n.entity.kind === "operation" && n.entity !== h.operation);
  return h.status === "happened" && !others && /^\d{4}-\d\d/.test(date.edtf ?? "") && going.test(words) ? date : null;
}

const began = /(?<!\p{L})(?:старт|нача[лт]|начин|откры)\p{L}*/iu;
const ends =
  /(?<!\p{L})(?:продл(?:ится|ятся|илась|ился|ились)|длится|продолж(?:ится|атся|илась|ился)|заверш(?:ится|атся|илась|ился)|законч(?:ится|атся|илась|ился))\s(?:до\s|по\s)?$/u;

// «стартовала в понедельник и продлится до 15 октября»: both ends are said.
function upTo(text: string, h: Happening): Happening {
  const own = h.sentences[0];
  const start = h.when?.replace(/[?~]$/, "") ?? "";
  if (!own || !/^\d{4}-\d\d-\d\d$/.test(start) || own.dates.length > 4) return h;
  for (const date of own.dates) {
    if (date === h.date || date.edtf === null || !/^(?:\.\.\/)?\d{4}-\d\d(?:-\d\d)?$/.test(date.edtf)) continue;
    const before = text.slice(own.span.start, date.span.start);
    const end = date.edtf.replace("../", "");
    const [a, b] = [bounds(start), bounds(end)];
    if (!ends.test(before) || !began.test(before) || !a || !b || b.latest <= a.latest) continue;
    return {
      ...h,
      when: `${start}/${end}`,
      date: h.date ?? date,
      basis: date.basis,
      note: date.note,
      rules: [...h.rules, "up-to"],
    };
  }
  return h;
}
