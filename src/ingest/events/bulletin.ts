import {type Edtf, parseEdtf} from "../../model/edtf.ts";
import {bare, type Happening, judge, type Verdict} from "./happening.ts";
import {type Sentence} from "./sentence.ts";
import {isStatistic} from "./statistics.ts";
import {statusOf} from "./status.ts";

// «● АСТАНА. …», «🔹 В Минске …», «1) завершила …», «2.1. Провести …»: each point of a digest or report.
const mark = /^\s*(?:[●•▪■◆►▶✔➡🔹🔸🔷🔶📌]|\d{1,2}\)\s|\d{1,2}\.(?:\d{1,2}\.?)?\s+(?=\p{Lu}|[«"„]))/u;

/** How many points make a digest: fewer are a list within a news item. */
const fewest = 3;

/**
 * Numbers of the paragraphs of a digest's points, and of all that follow the first of them. What one point tells, and who
 * is in it, says nothing of the next: «● БИШКЕК. …» begins a piece of news of its own.
 */
export function pointsOf(text: string, sentences: readonly Sentence[]): ReadonlySet<number> {
  const marked = new Set<number>();
  let last = -1;
  for (const s of sentences) {
    if (s.paragraph !== last && mark.test(text.slice(s.span.start, s.span.start + 8))) marked.add(s.paragraph);
    last = s.paragraph;
  }
  if (marked.size < fewest) return new Set();
  const from = Math.min(...marked);
  return new Set(sentences.flatMap((s) => (s.paragraph >= from && !s.isTitle ? [s.paragraph] : [])));
}

// «Итоги 2019 года», «Сводка за неделю (16–22 ноября)», «о выполнении обязательств за 2018 год»
const sumsUp = /(?<!\p{L})(?:итог|сводк|хроник|обзор|отч[её]т|за\s)/iu;

/** The time a digest sums up, as a heading above its points says: a year, a month, a week of days. */
function periodOf(text: string, sentences: readonly Sentence[], points: ReadonlySet<number>): Edtf | null {
  for (const s of sentences) {
    if (points.has(s.paragraph) || !sumsUp.test(text.slice(s.span.start, s.span.end))) continue;
    for (const {edtf} of s.dates) {
      const value = parseEdtf(edtf ?? "");
      if (value?.kind === "interval" || (value?.kind === "point" && value.precision !== "day")) return edtf;
    }
  }
  return null;
}

// «2.3. Организовать встречу …»: a point of a plan orders what its heading's organisation is to do.
const measure = /^[\s\d.)–—•·-]*(?:ежегодно\s+)?(?:провести|организовать|созвать)\s/iu;

const inPlanTypes = new Set(["training", "exercise", "meeting"]);

/** «3.1. Курсы повышения квалификации – ежегодно», «Стажировка … – до 1 июля»: a plan's point may be but a noun, a dash and its time. */
function inPlan(text: string, s: Sentence, said: Verdict | null): Happening | null {
  if (said?.rule !== "noun" || !said.subject || said.subject.governed || !inPlanTypes.has(said.type)) return null;
  const words = text.slice(s.span.start, s.span.end);
  if (said.subject.at - s.from > 4 || !/\s[–—-]\s(?:ежегодно|ежеквартально|до\s|в\s|во\s|с\s|\d|[IVX]+\sкв)/u.test(words))
    return null;
  const date = s.dates.find((d) => d.edtf !== null && d.role !== "name") ?? null;
  const own = bare(s, s, said, "planned", ["point", "plan-noun"]);
  return date ? {...own, when: date.edtf, date, basis: date.basis, note: date.note} : own;
}

/**
 * «🔹 РАТС ШОС задержала …», «4) приняла делегацию полиции»: the sentence that opens a point is that point's news, dated or
 * not. It needs a verb of an event and somebody named, or the opening «милиция республики:» before it.
 */
export function pointEvents(
  text: string,
  sentences: readonly Sentence[],
  points: ReadonlySet<number>,
  known: readonly Happening[],
  published: Edtf | null,
): Happening[] {
  if (!points.size) return [];
  const told = new Set(known.flatMap((h) => (h.type === "strategy" ? [] : h.sentences.map((s) => s.paragraph))));
  const period = periodOf(text, sentences, points);
  const headed = sentences.some((s) => !points.has(s.paragraph) && s.named.some((n) => n.entity.kind === "organization"));
  const day = published === null ? null : `${published.replace(/T.*$/, "").replace(/[?~%]$/, "")}~`;
  const found: Happening[] = [];
  for (const s of sentences) {
    if (!points.has(s.paragraph) || told.has(s.paragraph)) continue;
    const said = judge(s, null);
    // «● БИШКЕК.» and «• ОБСЕ.» say where and who before the news.
    if (!said && s.clues.length === 0 && s.span.end - s.span.start < 40) continue;
    told.add(s.paragraph);
    const words = text.slice(s.span.start, s.span.end);
    const set = headed ? inPlan(text, s, said) : null;
    if (set) found.push(set);
    if (set) continue;
    // What somebody says in quotation marks is no news of the point.
    if (/^[\s\P{L}]*[«"“„]/u.test(words.slice(0, 6))) continue;
    if (!said?.verb || said.strength < 2 || said.rule === "held-unnamed" || isStatistic(words, said)) continue;
    const someone = s.named.some(
      (n) => n.entity.kind === "organization" || n.entity.kind === "country" || n.entity.kind === "place",
    );
    if (!someone && !(measure.test(words) && headed) && (said.type === "operation" || !/^\s*\S{1,3}\s+\p{Ll}/u.test(words)))
      continue;
    const status = statusOf(words, said, null, null);
    const when = status === "planned" ? null : (period ?? day);
    const operation = said.type === "operation" ? (s.named.find((n) => n.entity.kind === "operation")?.entity ?? null) : null;
    const own = {...bare(s, s, said, status, ["point", said.rule]), operation};
    found.push(when === null ? own : {...own, when, basis: "inferred", note: "item-date"});
  }
  return found;
}
