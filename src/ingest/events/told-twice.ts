import {gathered} from "./actors.ts";
import {compatible} from "../same-event.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

/**
 * «изъято 148 кг», «задержаны 14 человек» are what an operation told nearby came to, not events; where none is told,
 * only what is dated to the day or is the item's news stands.
 */
export function withResults(text: string, happenings: readonly Happening[]): Happening[] {
  const isResult = (h: Happening) =>
    h.type === "operation" &&
    ((h.verb?.class === "act" && h.verb.type === "operation") || /^(?:задержани|арест|обыск)/.test(h.subject?.word.form ?? "")) &&
    !h.operation &&
    !h.rules.includes("point");
  const results = happenings.filter(isResult);
  if (!results.length) return [...happenings];
  const gone = new Set<Happening>();
  const more = new Map<Happening, Sentence[]>();
  const days = new Map<Happening, Happening>();
  const operations = happenings.filter((h) => h.type === "operation" && !isResult(h));
  let from = 0;
  for (const result of results) {
    const at = result.sentences[0]?.index ?? 0;
    while (from < operations.length && (operations[from]?.sentences[0]?.index ?? 0) < at - 6) from++;
    let near: Happening | undefined;
    for (let i = from; i < operations.length && i < from + 20; i++) {
      const o = operations[i];
      const d = (o?.sentences[0]?.index ?? 0) - at;
      if (
        o &&
        // «28 октября в Екатеринбурге задержали гражданина Таджикистана»: one case with a day of its own is told for itself.
        !(result.date && o.when !== result.when && caught.test(text.slice(result.stretch.span.start, result.stretch.span.end))) &&
        !(o.when === null && o.status === "planned" && result.date) &&
        (result.stretch.named.some((n) => n.entity.kind === "operation")
          ? d <= 6
          : d <= (result.date && o.when === null ? 3 : 1)) &&
        datesMeet(o, result)
      )
        near = o;
    }
    if (near) more.set(near, [...(more.get(near) ?? []), ...result.sentences]);
    if (near && near.when === null && result.date && /^[\dX]{4}-\d\d-\d\d/.test(result.when ?? "")) days.set(near, result);
    // «в аналогичной операции в мае 2018 года изъято 2 т»: another one, told by its results alone.
    const whole = result.rules.some((r) => r === "alike" || r === "another-year");
    if (near || (!result.isMain && !whole && !/[\dX]{4}-\d\d-\d\d/.test(result.when ?? "") && !isOneCase(text, result)))
      gone.add(result);
  }
  return happenings
    .filter((h) => !gone.has(h))
    .map((h) =>
      more.has(h)
        ? {
            ...h,
            ...daysOf(days.get(h)),
            sentences: [...new Set([...h.sentences, ...(more.get(h) ?? [])])],
            rules: [...h.rules, "results"],
          }
        : h,
    );
}

// One person, or a few.
const caught =
  /(?<!\p{L})(?:задерж|арест|поймал)\p{L}*\s[^.;:]{0,60}?(?<!\p{L})(?:гражданина|гражданку|гражданин|уроженц?[ауке]+|жителя|житель|жительниц[уа]|мужчин[уа]|женщин[уа]|двоих|двое|троих|трое|подозреваемого|подозреваемый|курьера|курьер|организатора|\d{2}-летн\p{L}+)(?!\p{L})/iu;

// «В марте милиция накрыла сеть фирм» is one case and needs no day; «в марте изъято 9 кг» is a count.
const isOneCase = (text: string, {stretch, date, when}: Happening) =>
  date !== null &&
  /^\d{4}-\d\d$/.test(when ?? "") &&
  !/\d/.test(text.slice(stretch.span.start, date.span.start) + text.slice(date.span.end, stretch.span.end));

// «27 ноября пресекли канал … Операция «Кольцо» готовилась полгода»: the day of its results is the operation's.
const daysOf = (result: Happening | undefined): Partial<Happening> =>
  result ? {when: result.when, date: result.date, basis: result.basis, note: result.note} : {};

/** «прибыли спецподразделения из Казахстана»: who comes to an exercise or a meeting told just before takes part in it. */
export function withoutArrivals(happenings: readonly Happening[]): Happening[] {
  return happenings.filter((h, i) => {
    if (h.type !== "other" || h.isMain || !/^прибы(?:л|ли|ла|ло)$/.test(h.verb?.word.form ?? "")) return true;
    if (h.stretch.named.some((n) => n.entity.kind === "person" || n.entity.kind === "organization")) return true;
    const at = h.sentences[0]?.index ?? 0;
    return !happenings
      .slice(Math.max(0, i - 6), i)
      .some((o) => gathered.has(o.type) && at - (o.sentences[0]?.index ?? -99) <= 3 && at !== o.sentences[0]?.index);
  });
}

/** «изъято 9 тонн в ходе операции «…», заявил во вторник …»: telling the press is no event beside the one told of. */
export function withoutFrames(text: string, happenings: readonly Happening[]): Happening[] {
  return happenings.filter((h, i) => {
    // «На пресс-конференции он напомнил …»: where it was said, unless nothing else is told.
    if (
      h.type === "meeting" &&
      h.subject &&
      happenings.length > 1 &&
      isForPress(text, h) &&
      (h.subject.governed || isSpokenAt(text, h))
    )
      return false;
    if (h.type !== "statement" || h.verb?.class !== "say") return true;
    const own = h.sentences[0];
    if (!own) return true;
    return !happenings
      .slice(Math.max(0, i - 20), i + 20)
      .some((o) => o !== h && gathered.has(o.type) && (o.operation ? own.named.some((n) => n.entity === o.operation) : false));
  });
}

const isSpokenAt = (text: string, h: Happening) =>
  /^[^.!?]{0,60}?(?<!\p{L})(?:напомнил|заявил|сообщил|рассказал|отметил|подчеркнул|добавил|пояснил|said|told)[аио]?(?!\p{L})/iu.test(
    text.slice(h.subject?.word.end ?? 0, h.sentences[0]?.span.end ?? 0),
  );

const isForPress = (text: string, h: Happening) =>
  h.subject !== null &&
  (/^брифинг|^briefing/.test(h.subject.word.form) ||
    /(?:пресс|press)[\s-]*$/iu.test(text.slice(Math.max(0, h.subject.word.start - 8), h.subject.word.start)));

// A result of last year is not that of the operation told of now.
const datesMeet = (o: Happening, result: Happening) =>
  result.when === null ||
  result.isMain ||
  (o.when === null ? o.operation !== null && /^[\dX]{4}-\d\d-\d\d/.test(result.when) : compatible(o.when, result.when));

/** «На встрече были рассмотрены …» of an item that later says which: «на втором Совещании министров …» is that meeting. */
export function adoptName(happenings: readonly Happening[]): Happening[] {
  const main = happenings.find(
    (h) =>
      h.isMain &&
      h.type === "meeting" &&
      !h.stretch.named.some((n) => n.entity.kind === "organization" || n.entity.kind === "country"),
  );
  const named =
    main &&
    happenings.find(
      (h) =>
        h.rules.includes("attended") &&
        h.stretch.named.some((n) => n.entity.kind === "organization" || n.entity.kind === "country"),
    );
  if (!main || !named) return [...happenings];
  const {when, basis, note, status} = main;
  const joined: Happening = {
    ...named,
    when,
    basis,
    note,
    status,
    isMain: true,
    sentences: [...named.sentences, ...main.sentences],
    rules: ["main", "attended"],
  };
  return happenings.filter((h) => h !== named).map((h) => (h === main ? joined : h));
}

/** Sentences an operation may wait for its name. */
const nameFollows = 4;

// «Спецоперация носила название «…»», «Цель этой акции, известной как …»: of the one told before.
const ofTheOne =
  /(?<!\p{L})(?:эт(?:ой|а|у)|данн(?:ой|ая|ую))\s(?:\p{L}+\s)?(?:(?:спец)?операци|акци)|^[\s«"–—-]*(?:(?:сама|вся)\s)?(?:(?:спец)?операци[яию]|акци[яию])\s(?:был[аи]\s)?(?:нос|получ|назв|называ|проход|пров[оеё])|^[\s«"–—-]*(?:она|е[её])\s(?:был[аи]\s)?(?:\p{L}+\s)?(?:нос|получ|назв|называ)/iu;

/** «Полиция провела операцию. … Операция носила название «…»»: a sentence that only names it makes no second one. */
export function adoptOperationName(text: string, happenings: readonly Happening[]): Happening[] {
  const out = [...happenings];
  const gone = new Set<Happening>();
  for (const named of happenings) {
    const [own] = named.sentences;
    if (!own || named.date || !named.rules.includes("named-operation")) continue;
    if (!ofTheOne.test(text.slice(own.span.start, own.span.end))) continue;
    const at = out.findLastIndex((o) => {
      const back = own.index - (o.sentences[0]?.index ?? -99);
      return o.type === "operation" && o.operation === null && o.subject !== null && back > 0 && back <= nameFollows;
    });
    const o = out[at];
    if (!o) continue;
    out[at] = {
      ...o,
      operation: named.operation,
      sentences: [...o.sentences, own],
      naming: own,
      rules: [...o.rules, "named-below"],
    };
    gone.add(named);
  }
  return out.filter((h) => !gone.has(h));
}

/** «СНГ проведёт в 2017 году две операции» over the two with their days: a heading that names the year has no third. */
export function withoutSummary(happenings: readonly Happening[]): Happening[] {
  return happenings.filter(
    (h) =>
      !(
        h.operation === null &&
        h.when !== null &&
        /^\d{4}(?:-\d\d)?$/.test(h.when) &&
        h.sentences.every((s) => s.isTitle) &&
        happenings.some((o) => o !== h && o.type === h.type && o.when !== h.when && o.when?.startsWith(`${h.when ?? ""}-`))
      ),
  );
}
