import {type Edtf} from "../../model/edtf.ts";
import {type EventRecord} from "../../model/event.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Span} from "../../model/span.ts";
import {fnv} from "../fnv.ts";
import {type Item} from "../item.ts";
import {findFigures} from "../figures.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Names} from "../names/read.ts";
import {type Word} from "../names/words.ts";
import {phraseStart, tidyTitle, titleLimit, titleOf} from "../titles.ts";
import {compatible} from "../same-event.ts";
import {addItemTopics, addSpeakers, shareOperations} from "./around.ts";
import {attended, datedByItem, datedByNeighbour} from "./attended.ts";
import {pointEvents, pointsOf} from "./bulletin.ts";
import {announced, calendarEntry} from "./calendar.ts";
import {ofItsGathering, untilItsTerm} from "./ceremonies.ts";
import {datedEvents, nobodyNamed} from "./dated.ts";
import {headedLine} from "./headed.ts";
import {anotherProgramme} from "./another-programme.ts";
import {withoutEnds} from "./ends.ts";
import {byNameAlone, mustered, namedExercises} from "./exercises.ts";
import {datedNearby} from "./dated-nearby.ts";
import {type Happening} from "./happening.ts";
import {attachHeadings, mergeWithin} from "./merge.ts";
import {putOffOnce} from "./moved.ts";
import {nominativePhrase} from "./nominative.ts";
import {withActivePhase} from "./phases.ts";
import {participants} from "./participants.ts";
import {continuedProgramme, isListLine, listedProgrammes, programmes} from "./programmes.ts";
import {ofItsOperation, withItsAgenda, withItsOperation} from "./its-operation.ts";
import {listedOperations} from "./listed.ts";
import {relate} from "./relations.ts";
import {rowEntry, withoutPlanHeads} from "./rows.ts";
import {type Scene, sceneOf} from "./scene.ts";
import {readSentences, type Sentence} from "./sentence.ts";
import {anniversaries, byAntecedent, byName, byPronoun, byYearInName, sameThen} from "./linked.ts";
import {byOrdinal, numberedStage} from "./ordinals.ts";
import {resumed} from "./resumed.ts";
import {toldEvents} from "./told.ts";
import {foretoldExercises, mainEvent, namedOperations, operationOf} from "./undated.ts";
import {withinGathering, withoutReturns} from "./within-gathering.ts";

/** The events of one item, in order of place. `document` is the item's key. */
export function readEvents(text: string, item: Item, names: Names, g: Gazetteer, document: string): EventRecord[] {
  const sentences = readSentences(text, item, names);
  const happenings = findHappenings(text, item, names, sentences);
  const used = new Map<string, number>();
  const scene = sceneOf(text, item, sentences, happenings, g);
  const told = happenings
    .map((h) => ({h, event: record(text, item, h, scene, names, g, document, used)}))
    .filter(({h, event}) => isOurs(event, h, scene));
  addSpeakers(text, told, sentences);
  addItemTopics(told, sentences);
  shareOperations(text, told, sentences);
  const events = told.map((t) => t.event);
  relate(
    text,
    told.map((t) => t.h),
    events,
  );
  return events;
}

function approve(found: Happening[], open: Sentence): void {
  // Its events were read last but for those of the list.
  found.slice(-20).forEach((h, k, last) => {
    const i = found.length - last.length + k;
    if (h.sentences[0] === open && h.type === "strategy" && h.verb?.class === "act") found[i] = {...h, type: "agreement"};
  });
}

// «Комиссию создали 5 марта» says outright what was done, and those told of before may have done it; «конкурс пройдёт 5 мая» does not.
const isDone = ({verb, date}: Happening) => verb?.class === "act" && date?.role === "event";

// An item that opens with two states or more is about what they do together.
const amongStates = ({opening}: Scene) =>
  new Set(opening.flatMap((s) => s.named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : [])))).size > 1;

// What nobody of the gazetteer took part in is not the archive's: «начнётся в 15:00», «открылся пункт приёма хлопка».
const isOurs = (e: EventRecord, h: Happening, scene: Scene) =>
  e.organizations.length + e.operations.length + e.people.length > 0 ||
  (h.type !== "other" && h.verb !== null && amongStates(scene)) ||
  (h.type === "other" && !h.rules.includes("law")
    ? e.countries.length > 1 || (e.countries.length > 0 && (e.topics.length + scene.subject.length > 0 || isNamed(e, h)))
    : e.countries.length + e.topics.length + scene.subject.length > 0);

// «По теме: …», «Читайте также», «Ранее сообщалось, что …»: another item's news.
const pointsElsewhere = (text: string, {span}: Sentence) =>
  /^[\s«"–—•-]*(?:(?:По теме|Читайте также|Смотрите также|Также по теме|Ранее|Related|Read also|See also)\s*[:|—–]|Ранее (?:мы )?(?:сообщал|писали)|Earlier it was reported)/iu.test(
    text.slice(span.start, span.start + 60),
  );

// In one country and on no topic: «открылся пункт приёма» is anybody's, «прошла «Мирная миссия-2007»» has a name.
const isNamed = (e: EventRecord, h: Happening) => !h.rules.some((r) => r.startsWith("held")) || /[«"“„]/.test(e.title);

// The day the minutes of a meeting bear below their heading.
function dayOfMinutes(text: string, {published, reference, dates, span}: Item): DateMention | null {
  if (published !== null || reference === null) return null;
  const day = dates.find((d) => d.edtf === reference);
  return day && /^\s*(?:ПРОТОКОЛ|СТЕНОГРАММА|MINUTES)(?!\p{L})/u.test(text.slice(span.start, day.span.start)) ? day : null;
}

/** Every happening of the item, each once, in order of place. */
export function findHappenings(text: string, item: Item, names: Names, sentences: readonly Sentence[]): Happening[] {
  const reference = item.reference ?? item.published;
  const list = names.words;
  const found: Happening[] = [];
  let open: Sentence | null = null;
  // The first sentence of the paragraph.
  let opening = 0;
  const ours = sentences.filter((s) => !pointsElsewhere(text, s));
  const points = pointsOf(text, sentences);
  for (const sentence of ours) {
    if (sentences[opening]?.paragraph !== sentence.paragraph) opening = sentence.index;
    const inList: boolean = open !== null && isListLine(text, sentence);
    if (!inList) open = text.slice(sentence.span.start, sentence.span.end).trimEnd().endsWith(":") ? sentence : null;
    const listed = inList ? listedProgrammes(text, sentence, open, list, reference) : [];
    const own = listed.length ? listed : programmes(text, sentence, list, reference);
    const periods = own.length ? own : continuedProgramme(text, sentence, sentences[sentence.index - 1], list, reference);
    const others = anotherProgramme(text, sentence, sentences, list, reference, new Set(periods.map((p) => p.date)));
    // «утвердил программы: …»: the approving is one thing, each programme's period another.
    if (listed.length && open) approve(found, open);
    const row = listedOperations(text, sentence, list, reference);
    // All that a list of dated operations says, it says of them; of one operation only the date behind its name is hers.
    const taken = new Set([
      ...[...periods, ...others].flatMap((p) => (p.date ? [p.date] : [])),
      ...(row.length > 1 ? sentence.dates : row.flatMap((h) => h.date ?? [])),
    ]);
    found.push(...periods, ...others, ...row);
    const stage = numberedStage(text, sentence, sentences, list, reference);
    const read = stage ? [stage] : datedEvents(text, sentence, taken, list, reference);
    const line = inList && open && !taken.size ? headedLine(text, sentence, open, sentences[open.index - 1], reference) : null;
    const listedRow = taken.size && !periods.length ? null : rowEntry(text, sentence, list, reference, sentences);
    const entry = listedRow ?? (read.length || taken.size ? line : (line ?? calendarEntry(text, sentence, list, reference)));
    const dated = (entry ? [entry] : read)
      .map((h) =>
        periods.length > 0 && h.type === "strategy" && h.verb?.class === "act" ? {...h, type: "agreement" as const} : h,
      )
      .map((h) =>
        byAntecedent(
          text,
          byName(
            text,
            byOrdinal(text, byPronoun(text, {...h, operation: h.operation ?? operationOf(text, h)}, sentences), sentences),
          ),
          sentences,
          points.has(sentence.paragraph) ? opening : 0,
        ),
      )
      .map((h) => byNameAlone(text, mustered(h), sentences))
      .map((h) => resumed(text, h, sentences, found))
      .map((h) => ofItsOperation(text, h, sentences, points.has(sentence.paragraph) ? opening : 0))
      .map((h) => untilItsTerm(h, sentences))
      .filter((h) => h.operation !== null || h.about || h.type !== "other" || !h.rules.includes(nobodyNamed) || isDone(h));
    const then = dated.length
      ? null
      : sameThen(
          text,
          sentence,
          found.findLast((h) => h.date !== null && h.type !== "strategy" && h.status !== "planned"),
          list,
        );
    const billed = dated.length ? null : announced(text, sentence, sentences[sentence.index + 1], reference);
    found.push(...(billed ? [billed] : []), ...dated, ...(then ? [then] : []), ...anniversaries(text, sentence, list));
  }
  found.push(...pointEvents(text, ours, points, found, item.published));
  found.push(...namedOperations(text, ours, found));
  // A digest is about no one thing; the minutes of a meeting are about the meeting.
  const main = mainEvent(text, points.size ? ours.filter((s) => !points.has(s.paragraph)) : ours, found, item.published);
  if (main && (!points.size || main.type === "meeting")) found.push(main);
  found.push(...toldEvents(text, ours, found));
  found.push(...foretoldExercises(text, ours, found, list));
  found.push(...namedExercises(text, ours, found, list));
  found.push(...attended(text, ours, found, list));
  found.sort((a, b) => place(a) - place(b));
  const settled = found.map((h, i) => ofItsGathering(text, h, found.slice(Math.max(0, i - 8), i)));
  const distinct = mergeWithin(
    text,
    withinGathering(
      text,
      withoutFrames(
        text,
        withoutEnds(
          withoutArrivals(
            adoptName(withResults(text, putOffOnce(text, withoutSummary(withoutPlanHeads(text, settled)), sentences))),
          ),
        ),
      ),
    ),
  );
  const merged = withoutReturns(text, distinct).map((h, i, all) =>
    datedByItem(
      text,
      datedByNeighbour(h, all.slice(Math.max(0, i - 8), i + 9), item.published),
      all.slice(Math.max(0, i - 12), i),
      item.published,
    ),
  );
  const inNames = item.dates.filter((d) => d.role === "name" && d.edtf !== null);
  const phased = withActivePhase(text, attachHeadings(text, merged, sentences));
  const whole = datedNearby(text, phased, sentences, dayOfMinutes(text, item));
  return withItsOperation(
    text,
    whole.map((h) => withItsAgenda(text, byYearInName(h, inNames, text), sentences)),
  );
}

/**
 * «изъято 148 кг», «задержаны 14 человек» are what an operation told nearby came to, not events; where none is told,
 * only what is dated to the day or is the item's news stands.
 */
function withResults(text: string, happenings: readonly Happening[]): Happening[] {
  const isResult = (h: Happening) =>
    h.type === "operation" &&
    h.verb?.class === "act" &&
    h.verb.type === "operation" &&
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
        !(o.when === null && o.status === "planned" && result.date) &&
        (result.stretch.named.some((n) => n.entity.kind === "operation")
          ? d <= 6
          : d <= (result.date && o.when === null ? 3 : 1)) &&
        datesMeet(o, result)
      )
        near = o;
    }
    if (near) more.set(near, [...(more.get(near) ?? []), ...result.sentences]);
    if (near && near.when === null && result.date && /^\d{4}-\d\d-\d\d/.test(result.when ?? "")) days.set(near, result);
    // «в аналогичной операции в мае 2018 года изъято 2 т»: another one, told by its results alone.
    const whole = result.rules.some((r) => r === "alike" || r === "another-year");
    if (near || (!result.isMain && !whole && !/\d{4}-\d\d-\d\d/.test(result.when ?? "") && !isOneCase(text, result)))
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

// «В марте милиция накрыла сеть фирм» is one case and needs no day; «в марте изъято 9 кг» is a count.
const isOneCase = (text: string, {stretch, date, when}: Happening) =>
  date !== null &&
  /^\d{4}-\d\d$/.test(when ?? "") &&
  !/\d/.test(text.slice(stretch.span.start, date.span.start) + text.slice(date.span.end, stretch.span.end));

// «27 ноября пресекли канал … Операция «Кольцо» готовилась полгода»: the day of its results is the operation's.
const daysOf = (result: Happening | undefined): Partial<Happening> =>
  result ? {when: result.when, date: result.date, basis: result.basis, note: result.note} : {};

/** «прибыли спецподразделения из Казахстана»: who comes to an exercise or a meeting told just before takes part in it. */
function withoutArrivals(happenings: readonly Happening[]): Happening[] {
  return happenings.filter((h, i) => {
    if (h.type !== "other" || h.isMain || !/^прибы(?:л|ли|ла|ло)$/.test(h.verb?.word.form ?? "")) return true;
    if (h.stretch.named.some((n) => n.entity.kind === "person" || n.entity.kind === "organization")) return true;
    const at = h.sentences[0]?.index ?? 0;
    return !happenings
      .slice(Math.max(0, i - 6), i)
      .some((o) => gatherings.has(o.type) && at - (o.sentences[0]?.index ?? -99) <= 3 && at !== o.sentences[0]?.index);
  });
}

const gatherings = new Set(["exercise", "meeting", "training", "operation"]);

/** «изъято 9 тонн в ходе операции «…», заявил во вторник …»: telling the press is no event beside the one told of. */
function withoutFrames(text: string, happenings: readonly Happening[]): Happening[] {
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
      .some((o) => o !== h && gatherings.has(o.type) && (o.operation ? own.named.some((n) => n.entity === o.operation) : false));
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
  (o.when === null ? o.operation !== null && /^\d{4}-\d\d-\d\d/.test(result.when) : compatible(o.when, result.when));

// «На встрече были рассмотрены …» of an item that later says which: «на втором Совещании министров …» is that meeting.
function adoptName(happenings: readonly Happening[]): Happening[] {
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

/** «СНГ проведёт в 2017 году две операции» over the two with their days: a heading that names the year has no third. */
function withoutSummary(happenings: readonly Happening[]): Happening[] {
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

const place = (h: Happening) => (h.sentences[0]?.isTitle ? 1e9 : 0) + h.stretch.span.start;

function record(
  text: string,
  item: Item,
  h: Happening,
  scene: Scene,
  names: Names,
  g: Gazetteer,
  document: string,
  used: Map<string, number>,
): EventRecord {
  const {who, sources, rules} = participants(text, item, h, scene, g);
  const title = titleFor(text, h, names.words, scene);
  const best = sources[0];
  const at = whenSpan(text, h);
  const when: Edtf | null = h.when;
  return {
    key: keyOf(document, best ? text.slice(best.span.start, best.span.end) : title, used),
    name: [when ?? "", title].join(" "),
    title,
    when,
    whenText: at ? text.slice(at.start, at.end) : null,
    whenSpan: at,
    whenBasis: h.basis,
    whenNote: h.note,
    notAfter:
      when === null && item.published !== null && !item.published.startsWith("XXXX") && h.status !== "planned"
        ? item.published.replace(/T.*$/, "")
        : null,
    status: h.status,
    type: isArrest(h) ? "other" : h.type,
    ...who,
    // What another event's own sentence counts is that event's.
    figures: sources
      .filter((s, i) => !s.isTitle && (i === 0 || !scene.own.has(s.index)))
      .flatMap((s) => findFigures(text, s.span)),
    sources: sources.map((s) => ({document, quote: text.slice(s.span.start, s.span.end), span: s.span})),
    related: [],
    rules: [...new Set([...h.rules, ...rules])],
  };
}

// «Пограничники задержали двоих контрабандистов»: an arrest of which nobody says that it was an operation.
const isArrest = (h: Happening) =>
  h.type === "operation" &&
  h.operation === null &&
  h.verb?.class === "act" &&
  h.verb.type === "operation" &&
  !/^(?:патрул|прочес)/.test(h.verb.word.form) &&
  !h.sentences.some((s) => s.clues.some((c) => c.class === "noun" && c.type === "operation"));

// «Второй этап операции» is called so where its own words bring the operation's name or no sentence of its own does.
function titleFor(text: string, h: Happening, list: readonly Word[], scene: Scene): string {
  if (h.title !== null) return h.title;
  const own = titleOf(text, h.stretch, list, h.subject, h.verb);
  if (!h.operation) return headingFor(text, h, own, list, scene) ?? own;
  const name = h.sentences[0]?.named.find((n) => n.entity === h.operation);
  const isStage = /^этап|^stage|^phase/.test(h.subject?.word.form ?? "");
  // «…; постоянной она стала в 2008 году»: told of the name before, in words of its own.
  if (name && name.span.end <= h.stretch.span.start && h.rules.includes("its-operation")) return own;
  if (isStage && (!name || own.includes(text.slice(name.span.start, name.span.end))))
    return h.subject?.governed && h.verb === null ? tidyTitle(nominativePhrase(own, h.subject.word.form, null)) : own;
  return operationTitle(text, h, list) ?? own;
}

// «Круглый стол по вопросам …» over «Сотрудники служб и ведомств … обсудили …»: where the words cut for a title lost their
// verb, a heading that is the name of a gathering says what it was.
function headingFor(text: string, h: Happening, own: string, list: readonly Word[], {opening}: Scene): string | null {
  const [first] = h.sentences;
  if (h.type !== "meeting" || h.subject || !h.verb || !first || own.includes(text.slice(h.verb.word.start, h.verb.word.end)))
    return null;
  const heading = opening.find((s) => s.isTitle);
  const noun = heading?.clues[0];
  if (!heading || !noun || noun.class !== "noun" || noun.type !== h.type || noun.governed) return null;
  if (heading.clues.some((c) => c.class !== "noun") || noun.at - heading.from > 3 || first.index > heading.index + 3) return null;
  return titleOf(text, heading, list, noun, null);
}

// The words that carry the date: of an anniversary its number, of an undated event the words nobody could resolve.
function whenSpan(text: string, h: Happening): Span | null {
  const date = h.date ?? (h.when === null ? h.stretch.dates.find((d) => d.edtf === null && d.role === "event") : undefined);
  if (!date) return null;
  const number =
    date.rule === "jubilee" ? /\d+[\s\u00a0-]*(?:лет|год\p{L}*|years?)/iu.exec(text.slice(date.span.start, date.span.end)) : null;
  if (!number) return date.span;
  return {start: date.span.start + number.index, end: date.span.start + number.index + number[0].length};
}

// The phrase that brings the name, from its adjectives to the name's end, the head in the nominative; of a list only its own name.
function operationTitle(text: string, h: Happening, list: readonly Word[]): string | null {
  const sentence = h.sentences.find((s) => s.named.some((n) => n.entity === h.operation));
  const name = sentence?.named.find((n) => n.entity === h.operation);
  const noun = sentence?.clues.findLast(
    (c) => c.class === "noun" && c.type === "operation" && name !== undefined && c.word.end <= name.span.start,
  );
  if (!sentence || !name || !noun) return null;
  const end = name.span.end + (/[»"”“]/.test(text.charAt(name.span.end)) ? 1 : 0);
  const others = sentence.named.filter(
    (n) => n.entity.kind === "operation" && n.entity !== h.operation && n.rule.startsWith("listed"),
  );
  const listed = /[«"“„]/.test(text.slice(noun.word.end, name.span.start - 1)) || others.length > 0;
  const from = phraseStart(text, list, noun.at, sentence.from);
  const words = listed
    ? `${text.slice(noun.word.start, noun.word.end)} ${text.slice(name.span.start - 1, end)}`
    : text.slice(list[from]?.start, end);
  const title = words.replace(/\s+/g, " ");
  if (title.length > titleLimit) return null;
  return tidyTitle(nominativePhrase(title, noun.word.form, null));
}

/** Identity across runs: the document and a digest of the sentence's words; the second event of a sentence gets a number. */
function keyOf(document: string, sentence: string, used: Map<string, number>): string {
  const base = `${document}~${digest(
    sentence
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  )}`;
  const n = (used.get(base) ?? 0) + 1;
  used.set(base, n);
  return n > 1 ? `${base}.${String(n)}` : base;
}

/** 52 bits in hex: enough to tell sentences apart. */
function digest(text: string): string {
  const [a, b] = fnv(text).map((part) => part.toString(16).padStart(8, "0")) as [string, string];
  return a + b.slice(0, 5);
}
