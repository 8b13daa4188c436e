import {type Precision} from "../../model/edtf.ts";
import {dayNumber, loneDay} from "./day-of-month.ts";
import {type Reading, calendar} from "./reading.ts";
import {type Hit, type Source, aloneOnLine, endOf, follows, number, sepAt, word} from "./source.ts";
import {monthYear, ordinalAt} from "./coarse.ts";
import {type Unit} from "./words.ts";

/** Words that point at a time from the day they were written: вчера, в прошлом году, 5 дней назад, в среду. `lead`: the preposition before them. */
export function relative(s: Source, i: number, lead: string | null): Hit | null {
  return (
    yearInLetters(s, i) ??
    ago(s, i) ??
    hence(s, i) ??
    afterwards(s, i) ??
    dayWord(s, i) ??
    earlier(s, i) ??
    stretch(s, i) ??
    nthWeekday(s, i) ??
    dayOfMonth(s, i) ??
    loneDay(s, i) ??
    thisOrLast(s, i) ??
    same(s, i) ??
    adjective(s, i) ??
    weekend(s, i, lead) ??
    weekday(s, i, lead)
  );
}

const hit = (reading: Reading, next: number, end: number, rule: string): Hit => ({reading, next, end, rule});

/** вчера вечером, сегодня, накануне, недавно; сегодня-завтра, сегодня и завтра; the day before yesterday. */
function dayWord(s: Source, i: number): Hit | null {
  const token = s.tokens[i];
  if (!token) return null;
  const beyond = token.form === "day" ? word(s, i + 2, "day")?.v : null;
  if (beyond && s.tokens[i + 1]?.form === (beyond < 0 ? "before" : "after") && follows(s, i + 1, token.end))
    return hit({kind: "offset", unit: "day", by: beyond * 2, edge: null}, i + 3, endOf(s, i + 2), "day-word");
  const named = word(s, i, "day");
  if (named) {
    let next = i + 1;
    let end = token.end;
    if (word(s, next, "daypart") && follows(s, next, end)) end = endOf(s, next++);
    const second = word(s, next, "day");
    const reading: Reading = {kind: "offset", unit: "day", by: named.v, edge: null};
    if (second && sepAt(s, next, end) === "-" && second.v > named.v)
      return hit({kind: "range", from: reading, to: {...reading, by: second.v}}, next + 1, endOf(s, next), "day-words");
    const both = word(s, next, "and") && word(s, next + 1, "prep") ? word(s, next + 2, "day") : null;
    if (both && word(s, i - 1, "prep")?.v === "from")
      return hit({kind: "range", from: reading, to: {...reading, by: both.v}}, next + 3, endOf(s, next + 2), "day-words");
    const other = word(s, next, "and") && follows(s, next + 1, endOf(s, next)) ? word(s, next + 1, "day") : null;
    if (other && follows(s, next, end) && Math.abs(other.v - named.v) === 1) {
      const [from, to] = other.v > named.v ? [named.v, other.v] : [other.v, named.v];
      return hit(
        {kind: "range", from: {...reading, by: from}, to: {...reading, by: to}},
        next + 2,
        endOf(s, next + 1),
        "day-words",
      );
    }
    return hit(reading, next, end, "day-word");
  }
  if (word(s, i, "eve")) return before(s.text, token.end) ? null : hit({kind: "eve"}, i + 1, token.end, "eve");
  if (word(s, i, "then") && word(s, i + 1, "same") && follows(s, i + 1, token.end))
    return hit({kind: "same", unit: null}, i + 2, endOf(s, i + 1), "same-time");
  if (word(s, i, "vague")) return hit({kind: "vague"}, i + 1, token.end, "vague");
  return null;
}

// «накануне саммита», «накануне Дня Победы»: a preposition, told by the genitive behind it; «накануне генсек встретился» is the day before.
const before = (text: string, end: number): boolean =>
  /^[ \u00a0]/.test(text.slice(end, end + 1)) && genitive.test(text.slice(end + 1, end + 40));
const genitive = new RegExp(
  String.raw`^(?:` +
    [
      "\\p{Ll}+(?:ого|его)(?!\\p{L})|\\p{Ll}{2,}(?:[ая]ния|[еи]ния|тия|ции|сии|овщины|ений|аний|ытий)(?!\\p{L})",
      "(?:саммит|визит|форум|съезд|референдум|чемпионат|матч|старт|праздник|приезд|отъезд|концерт|марш|парад|митинг|суд|запуск|приход|уход|отпуск|переезд|выезд)а(?!\\p{L})",
      "(?:юбилея|[Дд]ня|начала|встречи|поездки|выборов|переговоров|каникул|дебатов|торгов|торжеств|праздников|матчей|слушаний|учений|консультаций|Нового|Олимпиады|Рождества|Пасхи|Наврыза|Нооруза|Наурыза|Рамадана|Универсиады)(?!\\p{L})",
    ].join("|") +
    ")",
  "u",
);

/** A count and a unit: «5 дней», «двадцать два года», «полтора года», «год»; `few` counts are 0. */
function amount(s: Source, i: number): {unit: Unit; count: number; next: number; end: number} | null {
  let j = i;
  let count = 1;
  let end = s.tokens[i]?.start ?? 0;
  const token = s.tokens[i];
  if (!token) return null;
  if (!token.word) {
    if (token.form.length > 3 || /[.,/:№-]/.test(s.text[token.start - 1] ?? "")) return null;
    count = token.value;
    end = token.end;
    j++;
    const fraction = number(s, j);
    if (fraction && (fraction.sep === "," || fraction.sep === ".") && !fraction.spaced) return null;
  } else if (token.word.t === "cardinal") {
    count = token.word.v;
    end = token.end;
    j++;
    const ones = word(s, j, "cardinal");
    if (ones && count >= 20 && ones.v < 10 && follows(s, j, end)) {
      count += ones.v;
      end = endOf(s, j++);
    }
  } else if (token.word.t === "few") {
    if (token.word.v === 0.5) return {unit: "month", count: 6, next: i + 1, end: token.end};
    count = 0;
    end = token.end;
    j++;
  } else if (token.word.t === "article" && word(s, i + 1, "unit")) {
    end = token.end;
    j++;
  }
  const unit = word(s, j, "unit");
  if (!unit || (j > i && !follows(s, j, end)) || unit.v === "quarter" || unit.v === "half") return null;
  if (count === 1.5) return unit.v === "year" ? {unit: "month", count: 18, next: j + 1, end: endOf(s, j)} : null;
  return {unit: unit.v, count, next: j + 1, end: endOf(s, j)};
}

/** 5 дней назад, год тому назад, 1 год 11 месяцев назад, лет пять назад, 18 лет назад в этот день. */
function ago(s: Source, i: number): Hit | null {
  const steps: {unit: Unit; by: number}[] = [];
  let at = amount(s, i);
  const inverted = at && word(s, i, "unit")?.plural ? (number(s, i + 1) ?? s.tokens[i + 1]) : null;
  if (at && inverted && follows(s, i + 1, at.end) && (!inverted.word || inverted.word.t === "cardinal")) {
    const count = inverted.word?.t === "cardinal" ? inverted.word.v : inverted.value;
    at = {unit: at.unit, count, next: i + 2, end: endOf(s, i + 1)};
  }
  // «10 и более лет назад»: a plural without its number says nothing.
  if (!at || (!inverted?.start && word(s, i, "unit")?.plural)) return null;
  if (inverted && word(s, i, "unit")?.plural && at.next === i + 1) return null;
  steps.push({unit: at.unit, by: -at.count});
  let j = at.next;
  let end = at.end;
  const more = word(s, j, "and") ? amount(s, j + 1) : amount(s, j);
  if (more && follows(s, j, end)) {
    steps.push({unit: more.unit, by: -more.count});
    j = more.next;
    end = more.end;
  }
  if (s.tokens[j]?.form === "тому" && follows(s, j, end)) end = endOf(s, j++);
  if (!word(s, j, "ago") || !follows(s, j, end)) return null;
  end = endOf(s, j++);
  if (steps.some(inADay)) return sameHours(s, i, steps, j, end);
  if (steps.some((step) => step.by === 0)) return hit({kind: "vague"}, j, end, "vague");
  const named = sameDay(s, j, end);
  if (named) return hit({kind: "shift", steps, from: "named"}, named.next, named.end, "ago-this-day");
  // «Ровно пять лет назад открылся …», said on the very day; «ровно год назад, в мае» says its month itself.
  const exact =
    /(?:^|[^\p{L}])ровно $/iu.test(s.text.slice(Math.max(0, (s.tokens[i]?.start ?? 0) - 7), s.tokens[i]?.start ?? 0)) &&
    !/^,? (?:(?:в|во|с|на) )?(?:\d|январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)/iu.test(
      s.text.slice(end, end + 16),
    );
  return hit({kind: "shift", steps, from: "reference", ...(exact && {exact})}, j, end, "ago");
}

const inADay = ({unit}: {unit: Unit}): boolean => unit === "hour" || unit === "minute";

/** The most hours that a page written in the evening may look back or ahead and mean its own day. */
const hoursOfDay = 6;

// «Час назад закрылась встреча», «через два часа начнётся», told in a sentence: the item's own day. «2 часа назад» in a cell or at the
// end of a headline counts from when somebody looked at the page.
function sameHours(s: Source, i: number, steps: readonly {unit: Unit; by: number}[], next: number, end: number): Hit | null {
  const hours = steps.reduce((sum, {unit, by}) => sum + Math.abs(by) / (unit === "minute" ? 60 : 1), 0);
  const start = s.tokens[i]?.start ?? 0;
  const told =
    /^(?:[.,;:!?)»”]| \p{Ll}| \p{Lu}\p{Ll}+ )/u.test(s.text.slice(end, end + 24)) &&
    /(?:^|[\p{L},;:.!?(»”–—-] |\n|["«“(])$/u.test(s.text.slice(Math.max(0, start - 2), start));
  if (hours > hoursOfDay || !steps.every(inADay) || !told) return null;
  return hit({kind: "offset", unit: "day", by: 0, edge: null}, next, end, "hours-away");
}

/** днём ранее, годом позже, двумя неделями раньше, a year earlier: counted from the time last named. */
function earlier(s: Source, i: number): Hit | null {
  const at = amount(s, i);
  const way = at && (word(s, at.next, "early") ? -1 : word(s, at.next, "late") ? 1 : 0);
  if (!at?.count || !way || at.unit === "hour" || at.unit === "minute" || !follows(s, at.next, at.end)) return null;
  // «За 5 дней ранее сделано» is another thing: by how much is told in the instrumental.
  const form = s.tokens[at.next - 1]?.form ?? "";
  if (/[а-яё]/.test(form) ? !/(?:м|ей|ми)$/.test(form) : at.next === i + 1) return null;
  const reading: Reading = {kind: "shift", steps: [{unit: at.unit, by: way * at.count}], from: "nearest"};
  return hit(reading, at.next + 1, endOf(s, at.next), way < 0 ? "earlier" : "later");
}

/** 25-го числа, 25 числа прошлого месяца, 25-го числа того же месяца. */
function dayOfMonth(s: Source, i: number): Hit | null {
  const d = dayNumber(s, i);
  if (!d || d.day > 31 || !follows(s, d.next, d.end)) return null;
  // «назначена на 27 число этого месяца»
  if (s.tokens[d.next]?.form === "число" ? s.tokens[i - 1]?.form !== "на" : s.tokens[d.next]?.form !== "числа") return null;
  const end = endOf(s, d.next);
  const j = d.next + 1;
  const whose = word(s, j, "rel") ?? word(s, j, "demonstrative");
  const same = word(s, j + 1, "same") ? 1 : 0;
  const k = j + 1 + same;
  if (whose && follows(s, j, end) && word(s, k, "unit")?.v === "month" && follows(s, k, endOf(s, k - 1))) {
    const by = same || whose.t === "demonstrative" ? null : whose.v;
    return hit({kind: "day-of-month", day: d.day, by}, k + 1, endOf(s, k), "day-of-month");
  }
  // «25 числа каждого месяца», «5 числа следующего за отчётным месяца»: no one day.
  if (whose || /^ кажд/.test(s.text.slice(end, end + 6))) return null;
  return hit({kind: "day-of-month", day: d.day, by: 0}, j, end, "day-of-month");
}

/** первый понедельник июня, в последнюю среду мая 2019 года, the first Monday of June. */
function nthWeekday(s: Source, i: number): Hit | null {
  const count = word(s, i, "ordinal")?.v ?? (word(s, i, "span")?.v === -1 || s.tokens[i]?.form === "last" ? -1 : 0);
  const named = word(s, i + 1, "weekday");
  if (!count || count > 5 || !named || named.short || !follows(s, i + 1, endOf(s, i))) return null;
  const of = s.tokens[i + 2]?.form === "of" ? 1 : 0;
  const month = word(s, i + 2 + of, "month");
  if (!month || month.form === "case" || !follows(s, i + 2 + of, endOf(s, i + 1 + of))) return null;
  const within = monthYear(s, i + 2 + of);
  return (
    within &&
    hit({kind: "weekday-in", weekday: named.v, nth: count, within: within.reading}, within.next, within.end, "nth-weekday")
  );
}

// «до конца с.г.», «в конце т.г.»
function yearInLetters(s: Source, i: number): Hit | null {
  const [first, second] = [s.tokens[i], s.tokens[i + 1]];
  if (!first || !second || !/^[ст]$/.test(first.form) || second.form !== "г") return null;
  if (s.text.slice(first.end, second.start).trim() !== "." || s.text[second.end] !== "." || s.tokens[i - 1]?.word?.t !== "edge")
    return null;
  return hit({kind: "offset", unit: "year", by: 0, edge: null}, i + 2, second.end + 1, "this-or-last");
}

// «в этот день», «в тот же день» behind «18 лет назад».
function sameDay(s: Source, i: number, end: number): {next: number; end: number} | null {
  if (!follows(s, i, end) || word(s, i, "prep")?.v !== "in") return null;
  const found = same(s, i + 1);
  return found?.reading.kind === "same" && found.reading.unit === "day" ? found : null;
}

/** через неделю, через три месяца. */
function hence(s: Source, i: number): Hit | null {
  if (!word(s, i, "hence")) return null;
  const at = amount(s, i + 1);
  if (!at || !follows(s, i + 1, endOf(s, i))) return null;
  if (inADay(at))
    return word(s, at.next, "prep")?.v === "after" ? null : sameHours(s, i, [{unit: at.unit, by: at.count}], at.next, at.end);
  if (!at.count) return hit({kind: "vague"}, at.next, at.end, "vague");
  // «через два года после подписания», «через 30 дней с даты получения» count from something else.
  if (word(s, at.next, "prep")?.v === "after" && follows(s, at.next, at.end)) return null;
  if (/^\sсо?\s(?:даты|дня|момента|числа)(?!\p{L})/iu.test(s.text.slice(at.end, at.end + 12))) return null;
  return hit({kind: "shift", steps: [{unit: at.unit, by: at.count}], from: "verbs"}, at.next, at.end, "hence");
}

/** десять лет спустя, спустя два года: counted from a time told just before, never from the item's own day. */
function afterwards(s: Source, i: number): Hit | null {
  const leads = word(s, i, "since") !== null;
  const at = amount(s, leads ? i + 1 : i);
  if (!at?.count || at.unit === "hour" || at.unit === "minute") return null;
  if (leads ? !follows(s, i + 1, endOf(s, i)) : !word(s, at.next, "since") || !follows(s, at.next, at.end)) return null;
  const next = leads ? at.next : at.next + 1;
  const end = leads ? at.end : endOf(s, at.next);
  // «спустя два года после подписания» counts from something else.
  if (word(s, next, "prep")?.v === "after" && follows(s, next, end)) return null;
  return hit({kind: "shift", steps: [{unit: at.unit, by: at.count}], from: "told"}, next, end, "afterwards");
}

/** последние два года, следующие три месяца, предстоящие два года, the last 5 years. */
function stretch(s: Source, i: number): Hit | null {
  const span = word(s, i, "span");
  const rel = word(s, i, "rel");
  const sign = span ? span.v : rel && Math.abs(rel.v) === 1 ? (rel.v as -1 | 1) : 0;
  if (!sign || !s.tokens[i + 1] || word(s, i + 1, "unit")) return null;
  const at = amount(s, i + 1);
  if (!at || !follows(s, i + 1, endOf(s, i)) || at.unit === "hour" || at.unit === "minute") return null;
  if (!at.count) return hit({kind: "vague"}, at.next, at.end, "vague");
  return hit({kind: "stretch", unit: at.unit, count: at.count, sign}, at.next, at.end, "stretch");
}

/** в прошлом году, на этой неделе, в прошлый четверг, прошлой весной, этим утром; «в последнюю среду». */
function thisOrLast(s: Source, i: number): Hit | null {
  const rel = word(s, i, "rel");
  const span = word(s, i, "span");
  const v = rel ? rel.v : span ? span.v : null;
  if (v === null) return null;
  const same = word(s, i + 1, "same") ? 1 : 0;
  const j = i + 1 + same;
  const end = endOf(s, j);
  if (!follows(s, j, endOf(s, j - 1))) return null;
  const unit = word(s, j, "unit");
  if (unit) {
    // «на следующий день» follows the day last named, not the item's.
    if (rel && v === 1 && unit.v === "day" && !unit.plural)
      return hit({kind: "shift", steps: [{unit: "day", by: 1}], from: "named"}, j + 1, end, "following-day");
    // "founded in 1992 and joined the following year": counted from what was told.
    if (s.tokens[i]?.form === "following" && !unit.plural && unit.v !== "hour" && unit.v !== "minute")
      return hit({kind: "shift", steps: [{unit: unit.v, by: 1}], from: "told"}, j + 1, end, "afterwards");
    // «по сей день» is «still».
    if (v === 0 && unit.v === "day")
      return /^с/.test(s.tokens[i]?.form ?? "") ? null : hit({kind: "same", unit: "day"}, j + 1, end, "same-day");
    if (same) return hit({kind: "same", unit: unit.v}, j + 1, end, "same-unit");
    if (unit.plural || unit.v === "hour" || unit.v === "minute") {
      const vague =
        unit.plural &&
        (unit.v === "day" || unit.v === "week" || unit.v === "month" || unit.v === "year") &&
        // «в прошлые годы», not «текущего и прошлого годов»
        /(?:ые|ых|ие|их|ми|st|se)$/.test(s.tokens[i]?.form ?? "");
      return vague ? hit({kind: "vague"}, j + 1, end, "vague") : null;
    }
    if (span && unit.v !== "week" && unit.v !== "month" && unit.v !== "year" && unit.v !== "quarter") return null;
    const reading: Reading = {kind: "offset", unit: unit.v, by: v, edge: null};
    return withWeekday(s, hit(reading, j + 1, end, "this-or-last"));
  }
  const weekday = word(s, j, "weekday");
  if (weekday && !weekday.short) return hit({kind: "weekday", weekday: weekday.v, by: v}, j + 1, end, "this-or-last-weekday");
  // «в минувшие выходные»: Saturday and Sunday.
  if (word(s, j, "weekend")) {
    const day = (weekday: number): Reading => ({kind: "weekday", weekday, by: v});
    return hit({kind: "range", from: day(6), to: day(7)}, j + 1, end, "weekend");
  }
  const season = word(s, j, "season");
  if (season) return hit(ofYear("season", season.v, v, rel?.past), j + 1, end, "season");
  const part = word(s, j, "daypart");
  if (part && v <= 0) {
    const by = v < 0 ? (part.v === "night" ? 0 : -1) : 0;
    return hit({kind: "offset", unit: "day", by, edge: null}, j + 1, end, "day-part");
  }
  const month = word(s, j, "month");
  if (month && month.form !== "short" && (s.tokens[j]?.sep ?? "") === "")
    return hit(ofYear("month", month.v, v, rel?.past), j + 1, end, "month-of-year");
  return null;
}

const ofYear = (precision: Precision, part: number, by: number, over = false): Reading =>
  calendar(precision, {part, yearBy: by, ...(over && {over})});

// «в следующем месяце во вторник»
function withWeekday(s: Source, within: Hit): Hit {
  const j = within.next;
  if (word(s, j, "prep")?.v !== "in" || !follows(s, j, within.end)) return within;
  const weekday = word(s, j + 1, "weekday");
  if (!weekday || weekday.short) return within;
  return hit({kind: "weekday-in", weekday: weekday.v, nth: 1, within: within.reading}, j + 2, endOf(s, j + 1), "weekday-in");
}

/** в тот же день, в том же году, the same day. */
function same(s: Source, i: number): Hit | null {
  let j = i;
  const rel = word(s, i, "rel");
  if (word(s, i, "demonstrative") || rel?.v === 0) j++;
  const again = word(s, j, "same");
  if (again) j++;
  // «того же лета», «в том же мае»: of the year last named.
  const part = again && j > i + 1 ? (word(s, j, "season") ?? word(s, j, "month")) : null;
  if (part && follows(s, j, endOf(s, j - 1)) && !(part.t === "month" && part.form === "short"))
    return hit(
      calendar(part.t === "season" ? "season" : "month", {part: part.v, sameYear: true}),
      j + 1,
      endOf(s, j),
      part.t === "season" ? "season" : "month-of-year",
    );
  const unit = word(s, j, "unit");
  if (j === i || !unit || unit.plural || !follows(s, j, endOf(s, j - 1))) return null;
  if (!again && unit.v !== "day") return null;
  // «по сей день» is «still».
  if (rel && /^с/.test(s.tokens[i]?.form ?? "")) return null;
  if (unit.v !== "day" && unit.v !== "week" && unit.v !== "month" && unit.v !== "year") return null;
  return hit({kind: "same", unit: unit.v}, j + 1, endOf(s, j), "same-unit");
}

/** вчерашнее заседание, прошлогодней встрече. */
function adjective(s: Source, i: number): Hit | null {
  const d = word(s, i, "dayadj");
  if (d) {
    // «на сегодняшний день» is «now», and so is its day.
    const noun = word(s, i + 1, "unit")?.v === "day" && follows(s, i + 1, endOf(s, i)) ? 1 : 0;
    // «По сегодняшний день договор действует»: still.
    if (noun && d.v === 0 && word(s, i - 1, "prep")?.v === "to" && follows(s, i, endOf(s, i - 1))) return null;
    return hit({kind: "offset", unit: "day", by: d.v, edge: null}, i + 1 + noun, endOf(s, i + noun), "day-adjective");
  }
  // «июньский саммит», «апрельской сессии»; with a capital it is a name: «Октябрьская улица».
  const m = word(s, i, "monthadj");
  const letter = s.text.charAt(s.tokens[i]?.start ?? 0);
  if (m && letter === letter.toLowerCase() && s.text[(s.tokens[i]?.start ?? 0) - 1] !== "-")
    return hit(calendar("month", {part: m.v}), i + 1, endOf(s, i), "month-adjective");
  const y = word(s, i, "yearadj");
  // «прошлогодним октябрём», «прошлогодней весной»
  const part = y && follows(s, i + 1, endOf(s, i)) ? (word(s, i + 1, "month") ?? word(s, i + 1, "season")) : null;
  if (y && part && !(part.t === "month" && (part.form === "short" || (s.tokens[i + 1]?.sep ?? "") !== "")))
    return hit(ofYear(part.t, part.v, y.v), i + 2, endOf(s, i + 1), part.t === "month" ? "month-of-year" : "season");
  return y ? hit({kind: "offset", unit: "year", by: y.v, edge: null}, i + 1, endOf(s, i), "year-adjective") : null;
}

const accusative = new Set("понедельник вторник среду четверг пятницу субботу воскресенье".split(" "));

/** «в выходные», «на выходных»; «в выходные дни», «в выходные и праздники» come back every week. */
function weekend(s: Source, i: number, lead: string | null): Hit | null {
  const token = s.tokens[i];
  if (!token || !word(s, i, "weekend")) return null;
  const led =
    token.form === "weekend"
      ? /(?<!\p{L})(?:over|at|on|during) the $/iu.test(s.text.slice(Math.max(0, token.start - 12), token.start))
      : token.form === "выходных"
        ? s.tokens[i - 1]?.form === "на"
        : lead === "in";
  if (!led) return null;
  if (/^,? (?:и|или|дн\p{Ll}+|не)(?!\p{L})/u.test(s.text.slice(token.end, token.end + 8))) return null;
  const day = (weekday: number): Reading => ({kind: "weekday", weekday, by: null});
  return hit({kind: "range", from: day(6), to: day(7)}, i + 1, token.end, "weekend");
}

/** в среду, во вторник вечером, к пятнице; во вторник и среду; вторник на следующей неделе; a weekday alone on its line. */
function weekday(s: Source, i: number, lead: string | null): Hit | null {
  const named = word(s, i, "weekday");
  const token = s.tokens[i];
  if (!named || !token || named.short) return null;
  const english = /[a-z]/.test(token.form);
  const end = token.end;
  // «вторник на следующей неделе»
  const prep = word(s, i + 1, "prep");
  const later = prep && follows(s, i + 1, end) ? thisOrLast(s, i + 2) : null;
  if (later?.reading.kind === "offset" && later.reading.unit === "week")
    return hit({kind: "weekday-in", weekday: named.v, nth: 1, within: later.reading}, later.next, later.end, "weekday-in");
  const fits = english
    ? lead !== null || /\p{Lu}/u.test(s.text.charAt(token.start))
    : lead === "in"
      ? accusative.has(token.form)
      : lead === "from" || lead === "upto" || lead === "by"
        ? named.v !== 3 && !token.form.endsWith("м")
        : // «вместо пятницы»: the day it was first set for.
          /(?:ы|а)$/.test(token.form) && /(?<!\p{L})вместо $/iu.test(s.text.slice(Math.max(0, token.start - 8), token.start));
  // «со среды по пятницу»: alone «со среды» may be other words.
  if (!fits && !(lead === "from" && weekdayTo(s, i + 1)) && !aloneOnLine(s.text, token.start, end)) return null;
  let next = i + 1;
  let last = end;
  if (word(s, next, "daypart") && follows(s, next, last)) last = endOf(s, next++);
  const to =
    lead === "from" && follows(s, next, last) ? weekdayTo(s, next) : lead === "in" ? weekdayAfter(s, named.v, next, last) : null;
  if (to) {
    const day = (weekday: number): Reading => ({kind: "weekday", weekday, by: null});
    return hit({kind: "range", from: day(named.v), to: day(to.v)}, to.next, to.end, "weekdays");
  }
  return hit({kind: "weekday", weekday: named.v, by: null}, next, last, "weekday");
}

// «с понедельника по пятницу», «в ночь с пятницы на субботу»
function weekdayTo(s: Source, i: number): {v: number; next: number; end: number} | null {
  const joins = word(s, i, "prep")?.v === "to" || s.tokens[i]?.form === "на";
  const named = joins ? word(s, i + 1, "weekday") : null;
  const form = s.tokens[i + 1]?.form ?? "";
  if (!named || named.short || !accusative.has(form) || !follows(s, i + 1, endOf(s, i))) return null;
  return {v: named.v, next: i + 2, end: endOf(s, i + 1)};
}

// «во вторник и среду», «в субботу и в воскресенье»: the day and the next one.
function weekdayAfter(s: Source, first: number, i: number, end: number): {v: number; next: number; end: number} | null {
  if (!word(s, i, "and") || !follows(s, i, end)) return null;
  const j = word(s, i + 1, "prep")?.v === "in" ? i + 2 : i + 1;
  const named = word(s, j, "weekday");
  if (!named || named.short || named.v !== first + 1 || !follows(s, j, endOf(s, j - 1))) return null;
  const form = s.tokens[j]?.form ?? "";
  return accusative.has(form) || /^[a-z]/.test(form) ? {v: named.v, next: j + 1, end: endOf(s, j)} : null;
}

/** 25-летие, 25 лет со дня, исполнилось 25 лет, 10-я годовщина: years back from the date of the sentence. */
export function jubilee(s: Source, i: number): Hit | null {
  const turns = word(s, i, "turns");
  const j = turns ? i + 1 : i;
  const count = ordinalAt(s, j) ?? threeDigits(s, j);
  if (!count || count.value < 1) return null;
  if (word(s, count.next, "jubilee") && follows(s, count.next, count.end, ["", "-"]))
    return hit({kind: "jubilee", years: count.value}, count.next + 1, endOf(s, count.next), "jubilee");
  const unit = s.tokens[count.next];
  if (!unit || !/^(лет|год|года)$/.test(unit.form) || !follows(s, count.next, count.end)) return null;
  const since = /^ со дня /.test(s.text.slice(unit.end, unit.end + 8));
  return turns || since ? hit({kind: "jubilee", years: count.value}, count.next + 1, unit.end, "jubilee") : null;
}

function threeDigits(s: Source, i: number) {
  const token = number(s, i);
  return token && token.form.length === 3 ? {value: token.value, next: i + 1, end: token.end} : null;
}
