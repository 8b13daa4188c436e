import {type DateEnd, type DatePoint, type DateValue, daysIn, formatEdtf} from "../../model/edtf.ts";
import {type DateMention, type DateRole} from "../../model/mention.ts";
import {type Problem} from "../../model/problem.ts";
import {type Span, slice} from "../../model/span.ts";
import {boundsOf, gap} from "./days.ts";
import {draw} from "./draw.ts";
import {type Drawn, type PageYear, type Scope, stated, unresolved} from "./drawn.ts";
import {pointOf} from "./nearest-year.ts";
import {counts, pointing} from "./pointing.ts";
import {type Calendar, type Phrase} from "./reading.ts";
import {sentenceYears} from "./sentence-year.ts";
import {type Reference, standpointOf} from "./standpoint.ts";
import {tenses} from "./tense.ts";
import {isNear, nothingTold, tell} from "./told.ts";
import {yearHints} from "./year-hints.ts";

/** What the item tells its dates: its own date, and the part of the page each date stands in where that settles its role. */
export type Context = {
  reference: Reference | null;
  roles?: ReadonlyMap<Phrase, DateRole>;
  /** The heading, which may say what year all of it is about: «Итоги 2019 года», «о работе за 2018 год». */
  heading?: Span | null;
  /** The year the page keeps the item under, where its stamp leaves it out. */
  pageYear?: PageYear | null;
  /** The last phrase whose value is asked for; those behind it only tell of it. */
  last?: Phrase;
};

/** Gives each phrase its value by the item's context; what is no date (31 апреля) becomes a problem. */
export function resolve(
  text: string,
  phrases: readonly Phrase[],
  context: Context,
  file: string,
): {dates: DateMention[]; problems: Problem[]} {
  const dates: DateMention[] = [];
  const problems: Problem[] = [];
  const scope = scopeOf(text, phrases, context);
  const {at, told} = scope;
  for (const phrase of phrases) {
    const words = slice(text, phrase.span);
    if (phrase.wrong) {
      problems.push(noSuchDay(file, phrase.span, words));
      continue;
    }
    const role = context.roles?.get(phrase) ?? null;
    const drawn = phrase.named
      ? stated(pointOf(phrase.reading as Calendar, null))
      : role === "crawl"
        ? crawl(phrase)
        : draw(scope, phrase.reading, phrase);
    if (impossible(drawn.value)) {
      problems.push(noSuchDay(file, phrase.span, words));
      continue;
    }
    // What is drawn from a date the text does not say outright is no surer than that date.
    const doubtful = at.uncertain && drawn.from === at.own;
    const value = drawn.value && mark(drawn.value, phrase, role, doubtful);
    if (!value) problems.push(notResolved(file, phrase.span, words, at.year !== null));
    dates.push({
      span: phrase.span,
      form: words,
      edtf: value && formatEdtf(value),
      role: phrase.named ? "name" : (role ?? (counts(text, phrase) ? "count" : roleOf(phrase, value, at.year))),
      basis: value ? drawn.basis : "none",
      rule: phrase.rule,
      note: drawn.note,
      from: drawn.from,
    });
    tell(text, told, phrase, value, role);
    if (phrase === context.last) break;
  }
  return {dates, problems};
}

function scopeOf(text: string, phrases: readonly Phrase[], {reference, roles, heading, pageYear = null}: Context): Scope {
  const at = standpointOf(reference);
  const told = nothingTold();
  const verbs = tenses(text);
  const hints = yearHints(text, phrases, (p) => {
    const role = roles?.get(p);
    return role === "crawl" || role === "background";
  });
  let opening: ReturnType<Scope["story"]> | undefined;
  return {
    text,
    roles,
    at,
    told,
    years: sentenceYears(text, phrases, at.year, heading ?? null),
    hints,
    pageYear,
    points: (phrase) =>
      pointing(
        text,
        phrase,
        verbs,
        () =>
          at.about !== null && told.named !== null && isNear(text, told, phrase) && gap(at.about, boundsOf(told.named.point)) > 0,
      ),
    story: () => {
      if (opening === undefined) opening = at.year !== null || at.floating ? null : hints.story();
      return opening;
    },
  };
}

// A crawl date says no year but its own.
function crawl(phrase: Phrase): Drawn {
  return phrase.reading.kind === "calendar" ? stated(pointOf(phrase.reading, phrase.reading.year)) : unresolved;
}

// Doubt from the words, and no time of day without a zone except on a stamp.
function mark(value: DateValue, phrase: Phrase, role: DateRole | null, doubtful: boolean): DateValue {
  const edge = "edge" in phrase.reading && phrase.reading.edge !== null;
  const approximate = phrase.approximate || edge;
  const shape = (p: DateEnd): DateEnd => (typeof p === "string" ? p : point(p));
  const point = (p: DatePoint): DatePoint => {
    const timed = p.time !== null && (role === "published" || role === "dateline" || /Z|[+-]\d\d:\d\d$/.test(p.time));
    return {
      ...p,
      uncertain: p.uncertain || doubtful,
      approximate: p.approximate || approximate,
      ...(p.precision === "time" && !timed ? {precision: "day" as const, time: null} : {}),
    };
  };
  return value.kind === "point" ? point(value) : {...value, start: shape(value.start), end: shape(value.end)};
}

const impossible = (value: DateValue | null): boolean =>
  value?.kind === "point"
    ? !validPoint(value)
    : value !== null && [value.start, value.end].some((e) => typeof e === "object" && !validPoint(e));
const validPoint = (p: DatePoint): boolean => p.day === null || p.part === null || p.day <= daysIn(p.year ?? 2000, p.part);

function roleOf(phrase: Phrase, value: DateValue | null, thisYear: number | null): DateRole {
  if (phrase.reading.kind === "jubilee") return "background";
  if (!value) return "event";
  if (value.kind === "interval") return "period";
  if (value.precision === "year" && thisYear !== null && value.year !== null && Math.abs(thisYear - value.year) >= 2)
    return "background";
  return "event";
}

function notResolved(file: string, span: Span, words: string, dated: boolean): Problem {
  const why = dated ? "the words do not say which day" : "the text has no date of its own";
  return {rule: "dates/unresolved", severity: "note", file, span, message: `«${words}» was left without a value: ${why}.`};
}

function noSuchDay(file: string, span: Span, words: string): Problem {
  return {
    rule: "dates/no-such-day",
    severity: "warning",
    file,
    span,
    message: `«${words}» is not a day of the calendar; it was left out.`,
    fix: "Correct the seed, or write the event in content/events.",
  };
}
