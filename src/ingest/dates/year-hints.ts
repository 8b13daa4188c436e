import {type Span, slice} from "../../model/span.ts";
import {type Day, boundsOf, gap, instant, weekdayOf} from "./days.ts";
import {isFullDay} from "./find.ts";
import {nearestYear, pointOf, yearless} from "./nearest-year.ts";
import {countedYear, presentYear, yearBeforePlan} from "./own-year.ts";
import {type Calendar, type Phrase} from "./reading.ts";
import {type Tense, countBelow, lookBack, tenses} from "./tense.ts";

/** A year the text suggests; `sure` when it says the very same day with its year elsewhere: «4 фев, 09:12» above «МОСКВА, 4 февраля 2026 г.» */
type Hint = {year: number; note: string; span: Span; sure?: boolean};

const founded =
  /(?<!\p{L})(?:утвержд|утверд|принят|приня[лв]|подписа|заключ|создан|созда[лв]|учрежд|основан|образован|ратифиц|вступ)\p{L}*/iu;

/** Ways to a year in an item that has no date of its own, best first. */
export function yearHints(text: string, phrases: readonly Phrase[], foreign: (phrase: Phrase) => boolean) {
  const usable = phrases.filter((p) => !foreign(p) && !p.wrong);
  // «Договор от 15 мая 1992 года» dates a paper, not the news.
  const full = usable.filter(
    (p) => isFullDay(p) && !/(?:^|\s)от $/iu.test(text.slice(Math.max(0, p.span.start - 4), p.span.start)),
  );
  const days = full.flatMap(({reading, span}) => (reading.kind === "calendar" ? [{day: reading, span, term: false}] : []));
  // «на саммите 15–16 июня 2009 года» tells as much as a single day.
  for (const {reading, span} of usable)
    if (reading.kind === "range" && reading.to?.kind === "calendar" && reading.to.day !== null && reading.to.year !== null)
      days.push({day: reading.to, span, term: reading.from === null});
  days.sort((a, b) => a.span.start - b.span.start);
  const starts = days.map((d) => d.span.start);
  // «вступит в апреле 2023 года»: a month still to come when the text was written.
  let ahead: {month: Calendar; span: Span} | null | undefined;
  const monthAhead = () => {
    if (ahead !== undefined) return ahead;
    const verbs = tenses(text);
    ahead = null;
    for (const {reading, span, named} of usable)
      if (
        !ahead &&
        !named &&
        reading.kind === "calendar" &&
        reading.precision === "month" &&
        reading.year !== null &&
        ["future", "leaning"].includes(verbs(span.start, span.end) ?? "")
      )
        ahead = {month: reading, span};
    return ahead;
  };
  const plans = usable.filter((p) => p.reading.kind === "stretch" && p.reading.unit === "year" && p.reading.sign > 0);
  const periods = usable.flatMap((p) => {
    const {reading} = p;
    if (reading.kind !== "range" || reading.from?.kind !== "calendar" || reading.to?.kind !== "calendar") return [];
    const [from, to] = [reading.from, reading.to];
    return from.precision === "year" && from.year !== null && to.year !== null
      ? [{from: from.year, to: to.year, span: p.span}]
      : [];
  });
  // An operation's name; COVID-2019 in Latin letters names no operation of these texts.
  const names = usable.filter((p) => p.named && /[а-яё]/i.test(slice(text, p.span)));
  // The eldest and the newest year the item names, between which a weekday may choose.
  let eldest: {year: number; span: Span} | null = null;
  let newest: {year: number; span: Span} | null = null;
  for (const {reading, named, span} of usable) {
    if (reading.kind !== "calendar" || reading.year === null || named) continue;
    if (!eldest || reading.year < eldest.year) eldest = {year: reading.year, span};
    if (!newest || reading.year > newest.year) newest = {year: reading.year, span};
  }
  // The item's own day leans on a full date of its text: after one that is over, before one still to come, and not far from either.
  const closest = (c: Calendar): Hint | null => {
    const verbs = tenses(text);
    const whole = {...c, precision: c.precision === "time" ? ("day" as const) : c.precision, time: null};
    let best: (Hint & {off: number}) | null = null;
    for (const {day, span} of days) {
      if (day.part === null || day.day === null || day.year === null) continue;
      const base = {year: day.year, month: day.part, day: day.day};
      const points = verbs(span.start, span.end);
      for (const year of [day.year - 1, day.year, day.year + 1]) {
        // Days from the item's own to the one it tells of.
        const off = -gap(base, boundsOf(pointOf(whole, year)));
        const fits =
          off > 0 ? !lookBack(points) && off <= (points ? 330 : 90) : points !== "future" && off >= (points ? -183 : -90);
        if (off !== 0 && !fits) continue;
        if (!best || year > best.year || (year === best.year && Math.abs(off) < Math.abs(best.off)))
          best = {year, note: "year-from-date", span, off, sure: off === 0};
      }
    }
    return best;
  };
  const stretch = (count: number) => {
    const period = periods.find((y) => y.to - y.from + 1 === count);
    return period ? {year: period.from, span: period.span} : null;
  };
  // The last day or year the text calls past: it was not written before. Asked for the item's own date alone.
  let over: number | null | undefined;
  const lastPast = () => {
    if (over !== undefined) return over;
    const verbs = tenses(text);
    over = null;
    for (const {reading, span, named} of usable) {
      if (reading.kind !== "calendar" || reading.year === null || named) continue;
      const at = boundsOf(pointOf(reading, reading.year)).earliest;
      if (over !== null && at <= over) continue;
      if (lookBack(verbs(span.start, span.end))) over = at;
    }
    return over;
  };
  /** `own`: the date is the item's own, its dateline or stamp. */
  const find = (c: Calendar, phrase: Phrase, own: boolean, points: () => Tense): Hint | null => {
    const found = seek(c, phrase, own, points);
    if (!found || !own) return found;
    const least = lastPast();
    return least !== null && boundsOf(pointOf(c, found.year)).latest <= least ? null : found;
  };
  // «Программу утвердили 10 декабря 2010 года. По ней в июне прошёл семинар» in an item that names later years: the day of a paper
  // lends its year to what follows it in its paragraph and in that year, no more.
  const isLongGone = (base: (typeof days)[number], c: Calendar, phrase: Phrase): boolean => {
    const {year, part} = base.day;
    if (year === null || !newest || newest.year - year < 2) return false;
    const told = text.slice(Math.max(0, base.span.start - 90), base.span.end + 60);
    if (!founded.test(told)) return false;
    const follows = phrase.span.start > base.span.start && !text.slice(base.span.end, phrase.span.start).includes("\n");
    return !follows || (c.part !== null && part !== null && yearless(c) && c.part < part);
  };
  const said = (found: {year: number; span: Span} | null): Hint | null => found && {...found, note: "year-from-date"};
  let now: Hint | null | undefined;
  // What else tells the year of the item's own day.
  const ofOwn = (c: Calendar, phrase: Phrase): Hint | null => {
    const plan = periods.length ? yearBeforePlan(text, c, phrase, usable, periods) : null;
    return plan ? {...plan, note: "year-from-plan"} : said(countedYear(text, c, usable));
  };
  const seek = (c: Calendar, phrase: Phrase, own: boolean, points: () => Tense): Hint | null => {
    if (!yearless(c) && c.precision !== "season" && c.precision !== "quarter" && c.precision !== "half") return null;
    if (c.weekday !== null && c.part !== null && c.day !== null) {
      const {part, day, weekday} = c;
      const fits: number[] = [];
      if (eldest && newest && newest.year - eldest.year < 12)
        for (let y = eldest.year - 1; y <= newest.year + 1; y++)
          if (weekdayOf({year: y, month: part, day}) === weekday) fits.push(y);
      const [only] = fits;
      const span = newest?.span;
      if (only !== undefined && fits.length === 1 && span) return {year: only, note: "year-from-weekday", span};
    }
    for (const plan of plans) {
      const count = plan.reading.kind === "stretch" ? plan.reading.count : 0;
      const period = stretch(count);
      // Signed for the coming years: before the first of them begins.
      if (period) return {year: period.year - 1, note: "year-from-plan", span: period.span};
    }
    const before = days[Math.max(0, countBelow(starts, phrase.span.start) - 1)];
    if (now === undefined) now = said(presentYear(text, usable));
    const near = now ?? (own ? (closest(c) ?? ofOwn(c, phrase)) : null);
    if (near) return near;
    // «подготовка операции «Мигрант-2010». Её проведут с 24 мая … Соглашение подписано 6 марта 1998 года»: a name already read
    // tells more than a day still to be read.
    const named = names.findLast((n) => n.span.start < phrase.span.start);
    if (
      !own &&
      named?.reading.kind === "calendar" &&
      named.reading.year !== null &&
      before &&
      before.span.start > phrase.span.start
    )
      return {year: named.reading.year, note: "year-from-operation", span: named.span};
    if (!own && before && !isLongGone(before, c, phrase) && before.day.part !== null && before.day.day !== null) {
      const base = {year: before.day.year ?? 0, month: before.day.part, day: before.day.day};
      // «15 марта прошло заседание … учение пройдёт осенью»: a verb may point on from the day before, but hardly back.
      const onward = () => {
        const way = points();
        // What is over lies before a term: «рассмотрен в мае … решат до 31 декабря 2016 г.»
        return lookBack(way) && !before.term ? null : way;
      };
      return {year: nearestYear(c, base, onward), note: "year-from-date", span: before.span};
    }
    const plan = c.part !== null && yearless(c) ? monthAhead() : null;
    if (plan?.month.part != null && plan.month.year !== null && c.part !== null) {
      // The last such day before the month that was still to come.
      const year = plan.month.year - (c.part < plan.month.part ? 0 : 1);
      return {year, note: "year-from-date", span: plan.span};
    }
    const name = names[0];
    return name?.reading.kind === "calendar" && name.reading.year !== null
      ? {year: name.reading.year, note: "year-from-operation", span: name.span}
      : null;
  };
  /** The first full day of the text, unless it is still to come there or a later one is told to be over. */
  const story = (): {day: Day; span: Span} | null => {
    const [first] = days;
    if (first?.day.year == null || first.day.part === null || first.day.day === null) return null;
    if (tenses(text)(first.span.start, first.span.end) === "future") return null;
    const day = {year: first.day.year, month: first.day.part, day: first.day.day};
    const least = lastPast();
    return least !== null && least > instant(day) ? null : {day, span: first.span};
  };
  return {find, stretch, story};
}
