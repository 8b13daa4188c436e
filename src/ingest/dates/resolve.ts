import {
  type Bounds,
  type DateEnd,
  type DatePoint,
  type DateValue,
  type Edtf,
  daysIn,
  formatEdtf,
  parseEdtf,
} from "../../model/edtf.ts";
import {type Basis, type DateMention, type DateRole} from "../../model/mention.ts";
import {type Problem} from "../../model/problem.ts";
import {type Span, slice} from "../../model/span.ts";
import {type Day, boundsOf, dayOfPoint, dayPoint, gap, plusDays, plusMonths, pointAt} from "./days.ts";
import {nearest, nearestYear, pointOf, yearless} from "./nearest-year.ts";
import {type Calendar, type Phrase, type Reading} from "./reading.ts";
import {
  offsetValue,
  shiftedDay,
  shiftedMonth,
  shiftedYear,
  stretchValue,
  weekdayValue,
  weekdayWithin,
  weekdaysValue,
} from "./relative-value.ts";
import {type Tense, lookBack, tenses} from "./tense.ts";
import {type Unit} from "./words.ts";
import {yearHints} from "./year-hints.ts";

/** The item's own date, which years and relative words are drawn from. `span` is null when it came from outside the text. */
export type Reference = {date: Edtf; span: Span | null; by: "stamp" | "dateline" | "opening" | "given"};

/** What the item tells its dates: its own date, and the part of the page each date stands in where that settles its role. */
export type Context = {
  reference: Reference | null;
  roles?: ReadonlyMap<Phrase, DateRole>;
  /** The heading, which may say what year all of it is about: «Итоги 2019 года», «о работе за 2018 год». */
  heading?: Span | null;
  /** The last phrase whose value is asked for; those behind it only tell of it. */
  last?: Phrase;
};

type Drawn = {value: DateValue | null; basis: Basis; note: string | null; from: Span[]};

const stated = (value: DateValue): Drawn => ({value, basis: "stated", note: null, from: []});
const unresolved: Drawn = {value: null, basis: "none", note: null, from: []};

/** Gives each phrase its value by the item's context; what is no date (31 апреля) becomes a problem. */
export function resolve(
  text: string,
  phrases: readonly Phrase[],
  context: Context,
  file: string,
): {dates: DateMention[]; problems: Problem[]} {
  const dates: DateMention[] = [];
  const problems: Problem[] = [];
  const given = context.reference ? parseEdtf(context.reference.date) : null;
  const reference = given?.kind === "point" && given.year !== null ? given : null;
  const today: Day | null =
    reference?.part && reference.day !== null ? {year: reference.year ?? 0, month: reference.part, day: reference.day} : null;
  // «№ 2 (июнь 2006)»: of an item whose month alone is known its middle is as near to other dates as any day.
  const about: Day | null =
    today ??
    (reference?.precision === "month" && reference.part ? {year: reference.year ?? 0, month: reference.part, day: 15} : null);
  // A dateline without its year still says which day «сегодня» is.
  const floating: Day | null =
    given?.kind === "point" && given.year === null && given.part !== null && given.day !== null
      ? {year: 2001, month: given.part, day: given.day}
      : null;
  const thisYear = reference?.year ?? null;
  const own: Span[] = context.reference?.span ? [context.reference.span] : [];
  const headingYear = yearOfHeading(text, phrases, context.heading ?? null);
  const order = new Map(phrases.map((phrase, i) => [phrase, i]));
  const verbs = tenses(text);
  const hints = yearHints(text, phrases, (p) => {
    const role = context.roles?.get(p);
    return role === "crawl" || role === "background";
  });
  // The year last said in so many words, outside of names and stamps.
  let told: {year: number; part: number | null; span: Span} | null = null;
  let named: {point: DatePoint; span: Span} | null = null;
  // The days named so far, for «в тот же день» behind a month or a term.
  const days: {point: DatePoint; span: Span}[] = [];
  // The day of what an item without a date of its own tells first: «сего года», «следующего года» count from its year.
  let opening: {day: Day; span: Span} | null | undefined;
  const story = () => {
    if (opening === undefined) opening = reference || floating ? null : hints.story();
    return opening;
  };

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
        : draw(phrase.reading, phrase);
    if (impossible(drawn.value)) {
      problems.push(noSuchDay(file, phrase.span, words));
      continue;
    }
    // What is drawn from a date the text does not say outright is no surer than that date.
    const doubtful = reference?.uncertain === true && drawn.from === own;
    const value = drawn.value && mark(drawn.value, phrase, role, doubtful);
    if (!value) problems.push(notResolved(file, phrase.span, words, reference !== null));
    dates.push({
      span: phrase.span,
      form: words,
      edtf: value && formatEdtf(value),
      role: phrase.named ? "name" : (role ?? (counts(phrase) ? "count" : roleOf(phrase, value, thisYear))),
      basis: value ? drawn.basis : "none",
      rule: phrase.rule,
      note: drawn.note,
      from: drawn.from,
    });
    const {reading} = phrase;
    if (reading.kind === "calendar" && reading.year !== null && !phrase.named && !role)
      told = {year: reading.year, part: reading.part, span: phrase.span};
    // What is told next follows the end of a stretch, not its beginning.
    const point = value?.kind === "interval" ? [value.end, value.start].find((e) => typeof e === "object") : value;
    if (point && !phrase.named && role !== "crawl" && phrase.reading.kind !== "jubilee") {
      named = {point, span: phrase.span};
      if (point.day !== null && point.year !== null) days.push(named);
    }
    if (phrase === context.last) break;
  }
  return {dates, problems};

  function draw(reading: Reading, phrase: Phrase): Drawn {
    switch (reading.kind) {
      case "calendar":
        return drawCalendar(reading, phrase);
      case "range":
        return drawRange(reading, phrase);
      case "day-of-month":
        return drawDayOfMonth(reading.day, reading.by);
      case "offset":
        return drawOffset(reading.unit, reading.by);
      case "shift":
        return drawShift(reading, phrase);
      case "weekday":
        return drawWeekday(reading.weekday, reading.by, phrase);
      case "weekday-in":
        return drawWeekdayIn(reading.weekday, reading.nth, reading.within, phrase);
      case "stretch":
        return drawStretch(reading.unit, reading.count, reading.sign);
      case "same":
        return drawSame(reading.unit, phrase);
      case "eve":
        if (floating) return drawOffset("day", -1);
        return today ? relative(dayPoint(plusDays(today, -1))) : unresolved;
      case "jubilee":
        return drawJubilee(reading.years, phrase);
      case "vague":
        return unresolved;
    }
  }

  function relative(value: DateValue): Drawn {
    const by = context.reference?.by;
    const note = by === "dateline" ? "relative-to-dateline" : by === "opening" ? "relative-to-date" : "relative-to-stamp";
    return {value, basis: "relative", note, from: own};
  }

  function or(value: DateValue | null): Drawn {
    return value ? relative(value) : unresolved;
  }

  function drawCalendar(c: Calendar, phrase: Phrase, lean: Tense = null): Drawn {
    if (c.year !== null) return stated(pointOf(c, c.year));
    if (c.sameYear) {
      if (named?.point.year == null)
        return c.part === null ? unresolved : {...unresolved, value: pointOf(c, null), basis: "relative"};
      return {value: pointOf(c, named.point.year), basis: "inferred", note: "year-from-date", from: [named.span]};
    }
    if (c.yearBy !== null) {
      if (c.over && about) return relative(pointOf(c, lastOver(c, about)));
      const from = thisYear === null ? story() : null;
      if (from) return inYearOf(from, {...pointOf(c, from.day.year + c.yearBy), uncertain: true});
      if (thisYear !== null) {
        const season = c.precision === "season" && c.part === 4 && about && about.month < 3 && c.yearBy === 0 ? -1 : 0;
        return relative(pointOf(c, thisYear + c.yearBy + season));
      }
      return yearless(c) ? {...unresolved, value: pointOf(c, null), basis: "relative"} : unresolved;
    }
    // «весной и осенью 2013 года» as well.
    const said = yearless(c) ? (yearInClause(phrase) ?? yearOfList(phrase)) : c.precision === "year" ? null : yearOfList(phrase);
    if (said) return {value: pointOf(c, said.year), basis: "inferred", note: "year-from-sentence", from: [said.span]};
    // A stamp without its year cannot take it from itself.
    const self = own[0]?.start === phrase.span.start;
    if (thisYear !== null && !self) {
      const points = () => pointing(phrase) ?? lean;
      const list = about ? listFrom(c, phrase) : null;
      const year = !about
        ? thisYear
        : list
          ? nearest(about, list, points, namedYear(phrase))
          : nearestYear(c, about, points, namedYear(phrase));
      const past = yearless(c) ? yearOfStory(c, phrase, year, points) : null;
      if (past) return inYearOf(past, {...pointOf(c, past.year), uncertain: true});
      return {value: pointOf(c, year), basis: "inferred", note: noteOf(), from: own};
    }
    return drawYear(c, phrase);
  }

  // «В 2018 году операция прошла с 5 по 11 ноября»: the year of the same clause stands before any other.
  function yearInClause(phrase: Phrase): {year: number; span: Span} | null {
    let i = order.get(phrase) ?? 0;
    // «В 2018 году прошли две: с 22 по 28 июня и с 12 по 18 октября»: the first of a list answers for the rest.
    for (let k = 0; k < 8; k++) {
      const [before, here] = [phrases[i - 1], phrases[i]];
      if (!before || !here || here.span.start - before.span.end > 8) break;
      if (!/^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(text.slice(before.span.end, here.span.start))) break;
      if (yearSaid(before.reading) !== null) break;
      i--;
    }
    const [before, here] = [phrases[i - 1], phrases[i] ?? phrase];
    const year = before && !before.named ? yearSaid(before.reading) : null;
    if (!before || year === null) return null;
    if (before.reading.kind !== "shift" && !/^(?:в|во|in) /i.test(slice(text, before.span))) return null;
    const between = text.slice(before.span.end, here.span.start).replace(/:(?= (?:\p{L}{1,2} )?$)/u, "");
    return between.length < 120 && !/[.!?;:\n]|[^,]{2,},/.test(between) ? {year, span: before.span} : null;
  }

  // The year that words for a year alone name: «в 2018 году», «в прошлом году», «год назад».
  function yearSaid(reading: Reading): number | null {
    if (reading.kind === "calendar") return reading.precision === "year" ? reading.year : null;
    if (thisYear === null) return null;
    if (reading.kind === "offset") return reading.unit === "year" && reading.edge === null ? thisYear + reading.by : null;
    const [step, more] = reading.kind === "shift" && reading.from === "reference" && !reading.exact ? reading.steps : [];
    return step?.unit === "year" && !more ? thisYear + step.by : null;
  }

  // «15 мая и 20 июня 2019 года»: what the last of a list says holds for all.
  function yearOfList(phrase: Phrase): {year: number; span: Span} | null {
    const i = order.get(phrase) ?? 0;
    for (let k = i; k < i + 8; k++) {
      const [here, next] = [phrases[k], phrases[k + 1]];
      if (
        !here ||
        !next ||
        next.reading.kind !== "calendar" ||
        next.named ||
        !(
          yearless(next.reading) ||
          (phrase.reading.kind === "calendar" && next.reading.precision === phrase.reading.precision)
        ) ||
        next.span.start - here.span.end > 8
      )
        return null;
      if (!/^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(text.slice(here.span.end, next.span.start))) return null;
      if (next.reading.year !== null) return {year: next.reading.year, span: next.span};
    }
    return null;
  }

  // «дважды, в марте и в октябре, проводилась»: what a list names lies in one year, so its stretch as a whole is weighed.
  function listFrom(c: Calendar, phrase: Phrase): ((year: number) => Bounds) | null {
    if (!yearless(c) || c.weekday !== null) return null;
    const i = order.get(phrase) ?? 0;
    const step = (k: number): Calendar | null => {
      const [here, next] = [phrases[k], phrases[k + 1]];
      if (!here || !next || here.reading.kind !== "calendar" || next.reading.kind !== "calendar") return null;
      const [a, b] = [here.reading, next.reading];
      if (!open(a) || !open(b) || a.precision !== b.precision || next.named || next.span.start - here.span.end > 8) return null;
      if ((a.part ?? 0) * 32 + (a.day ?? 0) >= (b.part ?? 0) * 32 + (b.day ?? 0)) return null;
      return /^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(text.slice(here.span.end, next.span.start)) ? b : null;
    };
    let [first, last] = [c, c];
    for (let k = i; k < i + 8; k++) {
      const next = step(k);
      if (!next) break;
      last = next;
    }
    for (let k = i - 1; k > i - 8; k--) {
      const before = phrases[k];
      if (!step(k) || before?.reading.kind !== "calendar") break;
      first = before.reading;
    }
    if (first === last) return null;
    return (year) => ({earliest: boundsOf(pointOf(first, year)).earliest, latest: boundsOf(pointOf(last, year)).latest});
  }

  // «с 22 по 28 июня и с 12 по 18 октября 2015 года»: the same for stretches, when the second lies later in its year.
  function yearOfRanges(phrase: Phrase): {year: number; span: Span} | null {
    const next = phrases[(order.get(phrase) ?? 0) + 1];
    if (!next || phrase.reading.kind !== "range" || next.reading.kind !== "range") return null;
    const [here, there] = [phrase.reading.to, next.reading.from];
    if (here?.kind !== "calendar" || there?.kind !== "calendar" || there.year === null) return null;
    if ((here.part ?? 0) > (there.part ?? 0)) return null;
    const between = text.slice(phrase.span.end, next.span.start);
    return /^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(between) ? {year: there.year, span: next.span} : null;
  }

  // Which way the words around a date point. What is set for a day («назначено на 25 июня», «план на ноябрь») is mostly still to
  // come, whatever the verb; «по состоянию на 1 сентября», «На 1 января зарегистрировано» and «в ночь на 5 мая» are not.
  function pointing(phrase: Phrase): Tense {
    const {span} = phrase;
    const lead = /^на /i.test(text.slice(span.start, span.start + 3)) ? span.start + 3 : span.start;
    const set = saysOn(lead) ? /(?:(\p{L}+)[»”"]? |(?<!\p{L}))на $/iu.exec(text.slice(Math.max(0, lead - 30), lead)) : null;
    const stated = set !== null && asOf.test(set[1] ?? "");
    if (set?.[1] && !stated) return "leaning";
    const points = verbs(span.start, span.end);
    if (points) return points;
    if (set && !stated) return "leaning";
    // «Летом намечено учение. Осенью …»: what follows a time to come in its paragraph lies rather beyond it.
    const ahead = named && about && nearby(phrase) && gap(about, boundsOf(named.point)) > 0;
    return ahead ? "leaning" : null;
  }

  // Whether «на» stands right before the offset: most dates have none, and patterns cost time.
  function saysOn(at: number): boolean {
    return text[at - 1] === " " && text[at - 2] === "а" && (text[at - 3] === "н" || text[at - 3] === "Н");
  }

  // «С начала года изъято …», «По состоянию на 1 июня …», «На 1 июня зарегистрировано …»
  function counts({span, rule, reading}: Phrase): boolean {
    if (rule === "since-edge-of-unit") return true;
    // «На минувшей неделе» is when, not up to when.
    if (reading.kind === "offset" && reading.unit === "week") return false;
    const lead = /^на /i.test(text.slice(span.start, span.start + 3)) ? span.start + 3 : span.start;
    if (!saysOn(lead)) return false;
    const set = /(?:^|[^\p{L}])(?:(\p{L}+) )?на $/iu.exec(text.slice(Math.max(0, lead - 40), lead));
    if (!set || rule === "day-word") return false;
    if (set[1]) return asOf.test(set[1]) && !/^ноч/i.test(set[1]);
    const opens = /(?:^|\n|[.!?…] )На $/.test(text.slice(Math.max(0, lead - 6), lead));
    return opens && !/^[^.!?\n]{0,120}(?:назнач|намеч|планир|перен[её]с|отлож)/i.test(text.slice(span.end, span.end + 140));
  }

  // «Операция «Канал-2021» проводится в два этапа: …»: the year of the name that stands before the date in its sentence.
  function namedYear(phrase: Phrase): number | null {
    return yearInName(phrase) ?? headingYear;
  }

  function yearInName(phrase: Phrase): number | null {
    const i = order.get(phrase) ?? 0;
    for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
      const name = phrases[k];
      if (!name || phrase.span.start - name.span.end > 160) return null;
      if (!name.named || name.reading.kind !== "calendar") continue;
      const between = text.slice(name.span.end, phrase.span.start);
      return /[.!?;]\s|\n/.test(between) || !/[а-яё]/i.test(slice(text, name.span)) ? null : name.reading.year;
    }
    return null;
  }

  // «15 мая 1992 года подписан Договор, 20 октября его ратифицировали»: a paragraph that tells of old days goes on in
  // their year, when the verb looks back and the item's own day is far.
  function yearOfStory(c: Calendar, phrase: Phrase, near: number, points: () => Tense): {year: number; span: Span} | null {
    if (!told || !about || told.year >= about.year || phrase.span.start - told.span.end > 400) return null;
    if (Math.abs(gap(about, boundsOf(pointOf({...c, precision: c.day === null ? "month" : "day"}, near)))) <= 60) return null;
    if (text.slice(told.span.end, phrase.span.start).includes("\n") || !lookBack(points())) return null;
    const over = told.part !== null && c.part !== null && told.part - c.part > 6 ? 1 : 0;
    return {year: told.year + over, span: told.span};
  }

  function inYearOf(past: {span: Span}, value: DateValue): Drawn {
    return {value, basis: "inferred", note: "year-from-date", from: [past.span]};
  }

  function noteOf(): string {
    return context.reference?.by === "dateline"
      ? "year-from-dateline"
      : context.reference?.by === "opening"
        ? "year-from-date"
        : "year-from-stamp";
  }

  // Without a date of its own the item may still tell the year; each way is weaker than a stamp and marked so.
  function drawYear(c: Calendar, phrase: Phrase): Drawn {
    const role = context.roles?.get(phrase);
    const hint = hints.find(c, phrase, role === "published" || role === "dateline", () => pointing(phrase));
    if (!hint) return yearless(c) ? {value: pointOf(c, null), basis: "inferred", note: null, from: []} : unresolved;
    return {value: {...pointOf(c, hint.year), uncertain: !hint.sure}, basis: "inferred", note: hint.note, from: [hint.span]};
  }

  function drawRange(range: {from: Reading | null; to: Reading | null}, phrase: Phrase): Drawn {
    const {from: first, to: last} = range;
    if (first?.kind === "weekday" && last?.kind === "weekday" && first.by === null && last.by === null)
      return today ? relative(weekdaysValue(first.weekday, last.weekday, today, () => pointing(phrase))) : unresolved;
    if (about && open(first) && open(last) && first.part !== null && last.part !== null && !yearInClause(phrase)) {
      // Both halves lack the year: the stretch as a whole lies nearest to the item's day.
      const over = first.part > last.part ? 1 : 0;
      const stretch = (year: number) => ({
        earliest: boundsOf(pointOf(first, year)).earliest,
        latest: boundsOf(pointOf(last, year + over)).latest,
      });
      const said = yearOfRanges(phrase);
      if (said) {
        const [start, end] = [pointOf(first, said.year), pointOf(last, said.year + over)];
        return {value: {kind: "interval", start, end}, basis: "inferred", note: "year-from-sentence", from: [said.span]};
      }
      const points = () => pointing(phrase);
      const near = nearest(about, stretch, points, namedYear(phrase));
      const past = yearOfStory(first, phrase, near, points);
      const year = past?.year ?? near;
      const doubt = {uncertain: past !== null};
      const value: DateValue = {
        kind: "interval",
        start: {...pointOf(first, year), ...doubt},
        end: {...pointOf(last, year + over), ...doubt},
      };
      return past ? inYearOf(past, value) : {value, basis: "inferred", note: noteOf(), from: own};
    }
    const a = range.from && draw(range.from, phrase);
    // A term without its beginning is more often still to come: «завершат к 15 ноября».
    let b = range.to && (!a && range.to.kind === "calendar" ? drawCalendar(range.to, phrase, "leaning") : draw(range.to, phrase));
    if ((a && !a.value) || (b && !b.value)) return unresolved;
    let start: DateEnd = endOf(a?.value, "start");
    let end: DateEnd = endOf(b?.value, "end");
    if (
      a &&
      b &&
      typeof start === "object" &&
      typeof end === "object" &&
      range.to?.kind === "calendar" &&
      range.from?.kind === "calendar"
    ) {
      // A year of the second half that was not said follows the first: «с 15 декабря по 10 января».
      if (range.to.year === null && start.year !== null && start.part !== null && end.part !== null) {
        const year = start.year + (end.part < start.part ? 1 : 0);
        if (range.from.year !== null || end.year !== year) [end, b] = [{...end, year, uncertain: start.uncertain}, a];
      }
      if (range.from.year === null && range.to.year !== null && end.year !== null && start.part !== null && end.part !== null)
        start = {...start, year: end.year - (start.part > end.part ? 1 : 0)};
    }
    if (
      typeof start === "object" &&
      typeof end === "object" &&
      start.year !== null &&
      end.year !== null &&
      boundsOf(start).earliest >= boundsOf(end).latest
    ) {
      [start, end] = [end, start];
    }
    const told = a ?? b ?? unresolved;
    const inferred = [a, b].find((d) => d && d.basis !== "stated") ?? told;
    return {value: {kind: "interval", start, end}, basis: inferred.basis, note: inferred.note, from: inferred.from};
  }

  function drawDayOfMonth(day: number, by: number | null): Drawn {
    if (by !== null) return today ? relative(dayPoint({...plusMonths({...today, day: 1}, by), day})) : unresolved;
    if (named?.point.year == null || named.point.part === null || !["month", "day", "time"].includes(named.point.precision))
      return unresolved;
    const value = dayPoint({year: named.point.year, month: named.point.part, day});
    return {value, basis: "relative", note: "relative-to-date", from: [named.span]};
  }

  function drawOffset(unit: Unit, by: number): Drawn {
    const from = unit === "day" || unit === "week" ? today : about;
    const told = unit === "year" && thisYear === null ? story() : null;
    if (told) return inYearOf(told, {...pointAt("year", told.day.year + by), uncertain: true});
    return or(offsetValue(unit, by, from ?? floating, thisYear, floating !== null));
  }

  // Counted from the item's own day, or from a time named before: «на следующий день», «годом ранее».
  function drawShift(shift: Extract<Reading, {kind: "shift"}>, phrase: Phrase): Drawn {
    // «17 июня открылась … Через год статус получили …»: what is over followed what was told.
    const goesOn = shift.from === "verbs" && named !== null && nearby(phrase) && lookBack(pointing(phrase));
    const counted = shift.from !== "reference" && (shift.from !== "verbs" || goesOn);
    const near = shift.from === "named" || (counted && nearby(phrase)) ? named : null;
    if ((shift.from === "named" || shift.from === "told") && !near) return unresolved;
    if (!near)
      return or(
        today
          ? shiftedDay(today, shift.steps, shift.exact === true)
          : thisYear === null
            ? null
            : shiftedYear(thisYear, shift.steps),
      );
    const {point, span} = near;
    const value =
      point.year === null
        ? null
        : point.day !== null
          ? shiftedDay(dayOfPoint(point), shift.steps, shift.from === "named")
          : point.part !== null && point.precision === "month"
            ? shiftedMonth({year: point.year, month: point.part, day: 1}, shift.steps)
            : shiftedYear(point.year, shift.steps);
    return value ? {value, basis: "relative", note: "relative-to-date", from: [span]} : unresolved;
  }

  // Whether the time last named stands in the same paragraph and not far off.
  function nearby(phrase: Phrase): boolean {
    if (!named || phrase.span.start - named.span.end > 300) return false;
    return !text.slice(named.span.end, phrase.span.start).includes("\n");
  }

  function drawWeekday(weekday: number, by: number | null, phrase: Phrase): Drawn {
    const points = () => pointing(phrase);
    return today ? relative(weekdayValue(weekday, by, today, points)) : unresolved;
  }

  function drawWeekdayIn(weekday: number, nth: number, within: Reading, phrase: Phrase): Drawn {
    const outer = draw(within, phrase);
    const value = outer.value && weekdayWithin(weekday, nth, outer.value);
    return value ? {...outer, value} : unresolved;
  }

  function drawStretch(unit: Unit, count: number, sign: -1 | 1): Drawn {
    const plan = unit === "year" && thisYear === null && sign > 0 ? hints.stretch(count) : null;
    if (!plan) return or(stretchValue(unit, count, sign, today, thisYear));
    const value: DateValue = {kind: "interval", start: pointAt("year", plan.year), end: pointAt("year", plan.year + count - 1)};
    return {value, basis: "inferred", note: "year-from-period", from: [plan.span]};
  }

  // The day «в тот же день» speaks of: the last one named, and of what is over none that lies beyond the item's own or first.
  function dayNamed(phrase: Phrase): {point: DatePoint; span: Span} | null {
    const now = about ?? story()?.day ?? null;
    const last = days.at(-1) ?? null;
    if (!now || !last || gap(now, boundsOf(last.point)) <= 0 || !lookBack(pointing(phrase))) return last;
    return days.slice(-8).findLast(({point}) => gap(now, boundsOf(point)) <= 0) ?? last;
  }

  function drawSame(unit: Unit | null, phrase: Phrase): Drawn {
    const last = unit === "day" ? dayNamed(phrase) : named;
    if (last?.point.year == null) return unresolved;
    const {year, part, day} = last.point;
    const from = [last.span];
    if (unit === null) return {value: last.point, basis: "relative", note: "relative-to-date", from};
    if (unit === "year") return {value: pointAt("year", year), basis: "relative", note: "relative-to-date", from};
    if (unit === "month" && part !== null && ["month", "day", "time"].includes(last.point.precision))
      return {value: pointAt("month", year, part), basis: "relative", note: "relative-to-date", from};
    return unit === "day" && day !== null
      ? {value: pointAt("day", year, part, day), basis: "relative", note: "relative-to-date", from}
      : unresolved;
  }

  function drawJubilee(years: number, phrase: Phrase): Drawn {
    // «21 июня 2024 года … исполнилось 25 лет»: the day named in the same sentence; else only the year is known, and roughly.
    const close =
      named && phrase.span.start - named.span.end < 250 && !/[.!?]\s+\p{Lu}/u.test(text.slice(named.span.end, phrase.span.start))
        ? named
        : null;
    if (
      close?.point.year != null &&
      (close.point.precision === "day" || close.point.precision === "time") &&
      close.point.day !== null &&
      close.point.part !== null
    ) {
      const year = close.point.year - years;
      const day = Math.min(close.point.day, daysIn(year, close.point.part));
      return {value: pointAt("day", year, close.point.part, day), basis: "inferred", note: "anniversary", from: [close.span]};
    }
    const year = close?.point.year ?? thisYear;
    if (year === null) return unresolved;
    return {
      value: {...pointAt("year", year - years), approximate: true},
      basis: "inferred",
      note: "anniversary",
      from: close ? [close.span] : own,
    };
  }
}

// «Итоги 2019 года», «о ходе выполнения за 2018 год»
function yearOfHeading(text: string, phrases: readonly Phrase[], heading: Span | null): number | null {
  if (!heading) return null;
  for (const {span, reading, named} of phrases) {
    if (span.start >= heading.end) break;
    if (span.start < heading.start || named || reading.kind !== "calendar" || reading.precision !== "year") continue;
    const before = text.slice(Math.max(heading.start, span.start - 30), span.end);
    if (/(?<!\p{L})(?:итог\p{L}*|отч[её]т\p{L}*|за|results|report|in)[^.]{0,12}\d{4}/iu.test(before)) return reading.year;
  }
  return null;
}

// The year of the last month or season of that name that is over at a day.
function lastOver(c: Calendar, at: Day): number {
  return gap(at, boundsOf(pointOf(c, at.year))) < 0 ? at.year : at.year - 1;
}

const asOf = /^(?:состояни|данны|сведени|информаци|ситуаци|обстановк|курс|ноч)\p{L}*$/iu;

const open = (r: Reading | null): r is Calendar =>
  r?.kind === "calendar" && r.year === null && r.yearBy === null && !r.sameYear && yearless(r);

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

function endOf(value: DateValue | null | undefined, side: "start" | "end"): DateEnd {
  if (!value) return "open";
  return value.kind === "point" ? value : value[side];
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
