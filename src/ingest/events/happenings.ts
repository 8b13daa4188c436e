import {type DateMention} from "../../model/mention.ts";
import {type Item} from "../item.ts";
import {type Names} from "../names/read.ts";
import {attended, datedByItem, datedByNeighbour} from "./attended.ts";
import {pointEvents, pointsOf} from "./bulletin.ts";
import {announced, calendarEntry} from "./calendar.ts";
import {ofItsGathering, openedByName, untilItsTerm} from "./ceremonies.ts";
import {datedEvents, nobodyNamed} from "./dated.ts";
import {headedLine} from "./headed.ts";
import {anotherProgramme} from "./another-programme.ts";
import {concludedTreaty, decision, isProvision, isSignature} from "./decisions.ts";
import {untilTheirEnds, withoutEnds} from "./ends.ts";
import {byNameAlone, mustered, namedExercises} from "./exercises.ts";
import {datedNearby} from "./dated-nearby.ts";
import {type Happening} from "./happening.ts";
import {attachHeadings, mergeWithin} from "./merge.ts";
import {putOffOnce} from "./moved.ts";
import {withActivePhase} from "./phases.ts";
import {continuedProgramme, isListLine, listedProgrammes, programmes} from "./programmes.ts";
import {ofItsOperation, withItsAgenda, withItsOperation} from "./its-operation.ts";
import {withItsPaper} from "./its-paper.ts";
import {listedOperations} from "./listed.ts";
import {rowEntry, withoutPlanHeads} from "./rows.ts";
import {type Sentence} from "./sentence.ts";
import {anniversaries, byAntecedent, byName, byPronoun, byYearInName, sameThen} from "./linked.ts";
import {byOrdinal, numberedStage} from "./ordinals.ts";
import {eachOnItsDay} from "./on-its-day.ts";
import {resumed} from "./resumed.ts";
import {toldEvents} from "./told.ts";
import {foretoldExercises, mainEvent, namedOperations, operationOf} from "./undated.ts";
import {withinGathering, withoutReturns} from "./within-gathering.ts";
import {adoptName, adoptOperationName, withoutArrivals, withoutFrames, withoutSummary, withResults} from "./told-twice.ts";

function approve(found: Happening[], open: Sentence): void {
  // Its events were read last but for those of the list.
  found.slice(-20).forEach((h, k, last) => {
    const i = found.length - last.length + k;
    if (h.sentences[0] === open && h.type === "strategy" && h.verb?.class === "act") found[i] = {...h, type: "agreement"};
  });
}

// «Комиссию создали 5 марта» says outright what was done, and those told of before may have done it; «конкурс пройдёт 5 мая» does not.
const isDone = ({verb, date}: Happening) => verb?.class === "act" && date?.role === "event";

// «не смогут летать, если не будет подписано соглашение»: what hangs on an «if» is no plan.
const isCondition = (text: string, {date, status, sentences: [own], verb}: Happening) =>
  date === null &&
  status === "planned" &&
  own !== undefined &&
  verb !== null &&
  /(?<!\p{L})(?:если|if|unless)\s[^,.;]*$/iu.test(text.slice(own.span.start, verb.word.start));

// «По теме: …», «Читайте также», «Ранее сообщалось, что …»: another item's news.
const pointsElsewhere = (text: string, {span}: Sentence) =>
  /^[\s«"–—•-]*(?:(?:По теме|Читайте также|Смотрите также|Также по теме|Ранее|Related|Read also|See also)\s*[:|—–]|Ранее (?:мы )?(?:сообщал|писали)|Earlier it was reported)/iu.test(
    text.slice(span.start, span.start + 60),
  );

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
  const ours = sentences.filter((s) => !pointsElsewhere(text, s) && !isSignature(text, s));
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
    // A paper bears the day it was made; what its page tells as done may have come about since.
    const since = item.published === null && sentence.clues.some((c) => c.class !== "noun" && c.status === "happened");
    const each = eachOnItsDay(text, sentence, list);
    const rest = each.rest ? datedEvents(text, each.rest, taken, list, since ? null : reference) : [];
    const read = stage ? [stage] : [...rest, ...each.found];
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
      .map((h) => untilItsTerm(openedByName(text, h, sentences), sentences))
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
  const decided = decision(text, item, sentences, found, list);
  if (decided) found.push(decided);
  const treaty = concludedTreaty(text, item, sentences, found);
  if (treaty) found.push(treaty);
  // A digest is about no one thing; the minutes of a meeting are about the meeting.
  const main = mainEvent(text, points.size ? ours.filter((s) => !points.has(s.paragraph)) : ours, found, item.published);
  if (main && !decided && !isProvision(text, main) && !isCondition(text, main) && (!points.size || main.type === "meeting"))
    found.push(main);
  found.push(...toldEvents(text, ours, found).filter((h) => !isCondition(text, h) && !isProvision(text, h)));
  found.push(...foretoldExercises(text, ours, found, list));
  found.push(...namedExercises(text, ours, found, list));
  found.push(...attended(text, ours, found, list));
  found.sort((a, b) => place(a) - place(b));
  const settled = found.map((h, i) => ofItsGathering(text, h, found.slice(Math.max(0, i - 8), i)));
  const known = withResults(text, putOffOnce(text, withoutSummary(withoutPlanHeads(text, settled)), sentences));
  const named = adoptName(adoptOperationName(text, known));
  const lasting = withoutEnds(untilTheirEnds(withoutArrivals(named)));
  const distinct = mergeWithin(text, withinGathering(text, withoutFrames(text, lasting)));
  const merged = withItsPaper(text, withoutReturns(text, distinct)).map((h, i, all) =>
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

const place = (h: Happening) => (h.sentences[0]?.isTitle ? 1e9 : 0) + h.stretch.span.start;
