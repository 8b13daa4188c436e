import {type DateMention} from "../../model/mention.ts";
import {type Named} from "../names/read.ts";
import {type Word} from "../names/words.ts";
import {tidyTitle} from "../title-cut.ts";
import {bare, type Happening} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

// What follows a name's closing quote: «Мак» (май), КАНАЛ-ЩИТ (июль, Ереван).
const bracket = /^[»"”“’']?\s*\(([^()\n]{2,120})\)/u;

/**
 * «Участвовали в операциях «Мак» (май), по линии СНГ – «Невод» (июнь) и «Щит»»: where a list of operations gives dates in
 * brackets, each name has its own date, and the organisation named last before it.
 */
export function listedOperations(text: string, sentence: Sentence, list: readonly Word[], reference: string | null): Happening[] {
  const names = sentence.named.filter((n) => n.entity.kind === "operation" && !n.inner);
  if (names.length < 2) return names[0] ? stagesInBrackets(text, sentence, names[0], list, reference) : [];
  const own = names.map((n) => bracketOf(text, sentence, n));
  if (!own.some((b) => b.date)) return [];
  const shared = sentence.clues.some((c) => c.class === "noun" && c.type === "operation");
  let from = sentence.span.start;
  let organizations: Named[] = [];
  return names.map((name, i) => {
    const {date, end} = own[i] ?? {date: null, end: name.span.end};
    const last = i === names.length - 1;
    const stretch = part(sentence, {start: from, end: last && !date ? sentence.span.end : end}, list);
    from = end;
    const here = stretch.named.filter((n) => n.entity.kind === "organization");
    if (here.length) organizations = here;
    else stretch.named.push(...organizations);
    stretch.named = stretch.named.filter((n) => n.entity.kind !== "operation" || n === name);
    const when = date?.edtf ?? null;
    return {
      sentences: [sentence],
      stretch,
      subject: null,
      verb: null,
      type: "operation",
      status: statusOf(text.slice(stretch.span.start, stretch.span.end), null, when, reference),
      when,
      date,
      basis: date?.basis ?? "none",
      note: date?.note ?? null,
      operation: name.entity,
      isMain: false,
      title: shared ? null : tidyTitle(text.slice(name.span.start - 1, name.span.end + 1)),
      rules: ["dated", "listed-operation"],
    } satisfies Happening;
  });
}

/**
 * «Невод-2011» (6–10 июня и 17–21 октября) дал рекорд»: each of several dates behind a name is a stage of its own. Of «Совет утвердил
 * итоги операции «Невод» (6–10 июня)» the one date is hers, not the Council's.
 */
function stagesInBrackets(
  text: string,
  sentence: Sentence,
  name: Named,
  list: readonly Word[],
  reference: string | null,
): Happening[] {
  const m = bracket.exec(text.slice(name.span.end, sentence.span.end));
  if (!m) return [];
  const dates = sentence.dates.filter(
    (d) => /^\d{4}-\d\d/.test(d.edtf ?? "") && d.span.start >= name.span.end && d.span.end <= name.span.end + m[0].length,
  );
  if (dates.length === 1 ? !decided(sentence) : !/[,;]|\sи\s/u.test(m[1] ?? "")) return [];
  const stretch = part(sentence, sentence.span, list);
  const year = /(?:19|20)\d\d$/.exec(text.slice(name.span.start, name.span.end))?.[0];
  return dates.map((date) => ({
    ...bare(sentence, stretch, {type: "operation", subject: null, verb: null}, statusOf("", null, date.edtf, reference), [
      "dated",
      "stage-in-brackets",
    ]),
    operation: name.entity,
    // The year of its name is that of its stages.
    when: year && date.basis !== "stated" ? (date.edtf ?? "").replace(/(?:\d{4}|XXXX)(?=-)/g, year) : date.edtf,
    date,
    basis: date.basis,
    note: date.note,
    title: dates.length > 1 ? tidyTitle(text.slice(name.span.start - 1, name.span.end + 1)) : null,
  }));
}

// «утвердили», «обсудили»: somebody's decision or talk.
const decided = ({clues}: Sentence) => {
  const verb = clues.find((c) => c.class === "act" || c.class === "hold");
  return verb?.class === "act" && (verb.type === "agreement" || verb.type === "meeting");
};

// The first date in the brackets right after a name, and where the name's own words end.
function bracketOf(text: string, sentence: Sentence, name: Named): {date: DateMention | null; end: number} {
  const m = bracket.exec(text.slice(name.span.end, sentence.span.end));
  const quote = /^[»"”“’']/.test(text.charAt(name.span.end)) ? 1 : 0;
  if (!m) return {date: null, end: name.span.end + quote};
  const end = name.span.end + m[0].length;
  const date = sentence.dates.find((d) => d.edtf !== null && d.span.start >= name.span.end && d.span.end <= end);
  return {date: date ?? null, end};
}
