import {type Entity} from "../../model/entity.ts";
import {overlaps, type Span} from "../../model/span.ts";
import {type Gazetteer, operationForm} from "./gazetteer.ts";
import {looksLikeVerb} from "../word-endings.ts";
import {type Word} from "./words.ts";
import {draft, familyOf, isCaseOf, paged, sameButCase} from "./operation-names.ts";

/** An operation named between quotes; the span is that of the name without them. */
export type NamedOperation = {entity: Entity; span: Span; rule: string};

// A straight quote opens before a letter and closes after one, or «…: операция "Наёмник"» would read «…: операция ».
// A name within a name closes twice: «Канал – «Шёлковый путь»».
const quoted =
  /«([^«»\n]{1,40}[«"“][^«»"“”\n]{1,40}[»"”])»|« ?([^«»"“”„\n]{2,70}?) ?»|(?:["“„]|<<|,,)((?!\s)[^«»"“”„<>\n]{1,69}[^\s«»"“”„<>])(?:["”“]|>>)|‹([^‹›\n]{2,70})›|(?<![\p{L}\p{N}])[‘']((?![\s])[^«»"“”„‘’'\n]{1,69}[^\s«»"“”„‘’'])[’'](?!\p{L})/gu;
const opening = /[«"“„‹‘']|<<|,,/;
const operationWord =
  /^(?:спец|контр)?операци|^операт(?:ивно)?$|^(?:спец)?мероприяти|^отработк|^(?:спец)?рейд(?!ер)|^облав|^зачистк|^патрулировани|^акци|^месячник|^декадник|^operation|^(?:[а-я]{0,2}опм|скпо|кпо|опо|кмм|мопо)$/;
// «операция «Мак» началась, сообщили «Вестям»»: past a verb of telling the quotes are a newspaper's.
const told = /^(?:сообщ|рассказ|сказал|передал|передает|передают|заяв|пишет|пишут|отмет|уточн|поясн)/;
// «онлайн-акция» of children or donors is no operation of the police.
const publicAction = /^(?:онлайн|благотворительн|информационн|социальн|памятн|молодежн|флешмоб)/;
const otherNoun =
  /^(?:учени|манев|тренировк|газет|агентств|журнал|программ|проект|фильм|книг|компани|движени|партия|партии|систем|exercise)/;
// «операция против организации «…»» names the organisation, «рейд прошёл по рынку «…»» the market; «операции стран Организации
// «Нелегал»» says whose it is. A name belongs to the noun right before it.
const adjacentNoun =
  /^(?:м?иа|риа|[оз]ао|ооо|пао|тоо|ано|нко|мт?рк|т[рд]к|[мк]вц)$|^(?:организац|групп|банд|отряд|спецназ|подразделени|бригад|батальон|полк|застав|(?:погран)?(?:пост|пункт|переход)|кпп|сел[аоу]?$|селе$|пос[её]л|кишлак|аул|(?:микро)?район|рынк|рынок|базар|отел|гостиниц|кафе|ресторан|клуб|магазин|центр|аэропорт|порт|вокзал|станци|полигон|лагер|санатори|пансионат|пик[аеу]?$|гор[аыеу]$|озер|форум|выставк|конференци|саммит|фестивал|верт(?:о|ё)л|самол|корабл|судн|катер|теплоход|автомоб|машин|комплекс|школ|колледж|институт|академи|университет|фонд|ассоциаци|фирм|предприяти|завод|фабрик|комбинат|телеканал|радио|портал|сайт|конкурс|корпораци|препарат|резиденци|двор(?:е)?ц|здани|библиотек|стадион|арен|парк|вилл|усадьб|курорт|павильон|театр|музе|конгресс|инициатив|формат|платформ|коалици|баз[аеы]$|офис)/;
// «антинаркотическая «Паутина»»
const ofPolice = /^(?:антинаркотическ|антикриминальн)/;
const asPoliceDo = /^(?:антинаркот|антикримин|оперативн|профилактическ|розыскн|комплекс|специальн)/;

// «the "Spider Web" anti-drug operation», «Заслон» – оперативно-профилактическое мероприятие, «Заслон» (так назвали операцию)
const follows =
  /^[»"”“’'›]\s+(?:(?!(?:about|on|in|of|and|or|to|from|by|during)\s)[a-z-]+\s+){0,2}operation|^[»"”“’'›],?\s[–—(-]\s?(?:[а-яё-]+\s){0,3}(?:спец)?(?:операци|мероприяти|отработк)/u;

// «Участвовали в пяти совместных операциях. Под эгидой ОДКБ это «…» и «…»»: the sentence before says what the names are of.
const calls =
  /(?<!\p{L})(?:называ(?:ется|лась|лось|ют)|назвал[аи]?|названа|названо)(?:\s+(?:она|оно|операци[яю]|мероприятие))?\s*$|(?<!\p{L})(?:названн|прозванн|именуем|известн)(?:ая|ой|ую|ое|ого|ым|ые|ых)(?:\s+(?:также\s+)?как)?\s*$|(?<!\p{L})(?:под|с|получи\p{L}*|присво\p{L}*|дал[аи]?|дано|носи\p{L}*|носящ\p{L}*)\s+(?:(?:условн|кодов)\p{L}*\s+)?(?:названи|наименовани|имен|им)\p{L}*\s*$|(?<!\p{L})(?:названи|наименовани)е(?:\s+(?:операции|мероприятия))?\s[–—-]\s$/iu;
const itself = /^[\s«"–—-]*(?:она|е[её]|ей|it|(?:е[её]\s)?(?:(?:кодовое|условное)\s)?название|названа|получила)(?!\p{L})/iu;
const several = /(?<!\p{L})(?:спец)?операци(?:й|ях|ям|ями)(?:[^.!?\n«"„]{0,50})\.[ \t]*$/iu;
const counted = /(?:^|\s)(?:это|среди них|в их числе|в том числе)\s[^«"“„]*$|^(?:это|среди них|в их числе)\s*$/iu;

// «Мак», «Нелегал» и «Канал»; «Мак» (май), по линии СНГ – «Розыск» (июнь), а также организованная Интерполом «Турквиза».
const between =
  /^[»"”“’']?(?:\s*\([^()«»"\n]{1,40}\))?\s*(?:,|,?\s*(?:и|а также|and))(?:\s+по линии\s+[\p{L}]+\s*[–—-])?(?:\s+\p{Ll}+(?:ая|ую|ой|ые|ые|ое)\s+[\p{L}]+)?\s*[«"“„‘']?$/u;

/**
 * Names of operations in a sentence: «операция «…»», «комплекс мероприятий под названием «…»», and those listed after
 * one. Pages settle who it is; an unknown name becomes a draft. Words are the item's, `from` the sentence's first.
 */
export function findOperations(text: string, sentence: Span, list: readonly Word[], g: Gazetteer): NamedOperation[] {
  const found: NamedOperation[] = [];
  let last: {end: number; isOperation: boolean} | null = null;
  let past = 0;
  const called = calledIn(text, sentence, list, g);
  const announced = several.test(text.slice(Math.max(0, sentence.start - 90), sentence.start));
  for (const {name, span, opens} of quotedIn(text, sentence)) {
    const {start, end} = span;
    const trimmed: Span = {
      start: start + (name.length - name.trimStart().length),
      end: end - (name.length - name.trimEnd().length),
    };
    // «операция Global Chain («Глобальная цепь»)»: the same name in other words.
    if (called.some((o) => /^\s\($/.test(text.slice(o.span.end, opens)))) continue;
    const listed: boolean = last !== null && last.isOperation && between.test(text.slice(last.end, start));
    const known = paged(name, g);
    const rule: string | null = listed
      ? "listed-operation"
      : (introduces(text, list, sentence.start, opens, known !== undefined, past) ??
        (follows.test(text.slice(end, end + 60)) || (announced && counted.test(text.slice(sentence.start, opens)))
          ? "operation-word"
          : null));
    last = {end, isOperation: rule !== null};
    past = end;
    if (!rule || !/^[\p{Lu}\p{N}]/u.test(name.trim()) || name.trim().split(/\s+/).length > 7) continue;
    found.push({entity: known ?? draft(name.trim()), span: trimmed, rule: known ? rule : `${rule}-unknown`});
  }
  found.push(...called.filter(({span}) => !found.some((o) => overlaps(o.span, span))));
  found.push(...bare(text, sentence, list, g, found));
  return found;
}

/** What stands between quotes, without them, and where they open. */
type Quoted = {name: string; span: Span; opens: number};

function quotedIn(text: string, sentence: Span): Quoted[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!opening.test(words)) return [];
  return [...words.matchAll(quoted)].map((m) => {
    const name = m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5] ?? "";
    const opens = sentence.start + m.index;
    const start = opens + m[0].indexOf(name, 1);
    return {name, span: {start, end: start + name.length}, opens};
  });
}

/**
 * «Итоги «Канала»», «в ходе «Нелегала-2018»»: an operation of the item named again in quotes, without the word. Beside it, in an
 * item on its organisation, or with its year one that a page names needs no word either, unless the words before make it a
 * newspaper or an exercise.
 */
export function operationsAgain(
  text: string,
  sentence: Span,
  list: readonly Word[],
  g: Gazetteer,
  known: readonly NamedOperation[],
  owners: ReadonlySet<string>,
): NamedOperation[] {
  const found: NamedOperation[] = [];
  const entities = new Map(known.map((o) => [text.slice(o.span.start, o.span.end), o.entity]));
  const named = new Set(known.map((o) => o.span.start));
  for (const {name, span} of quotedIn(text, sentence)) {
    if (!/^\p{Lu}/u.test(name) || named.has(span.start) || known.some((o) => overlaps(o.span, span))) continue;
    const again = entities.get(name) ?? [...entities].find(([base]) => isCaseOf(name, base))?.[1];
    if (again) {
      found.push({entity: again, span, rule: "operation-again"});
      continue;
    }
    const entity = paged(name, g);
    const dated = yearAtEnd.test(name);
    if (!entity || !isFree(list, sentence, span.start)) continue;
    if (dated || known.length || owners.has(entity.organization ?? ""))
      found.push({entity, span, rule: dated ? "operation-of-year" : "operation-in-passing"});
  }
  return found;
}

const yearAtEnd = /[\s\-–—‑](?:19|20)\d\d$/u;

/** The same operation told of twice is one: drafts of one name, whatever its case, are the one whose name stands as it is called. */
export function asOne(found: readonly NamedOperation[]): NamedOperation[] {
  const drafts = new Map(found.flatMap(({entity: e}) => (e.draft ? [[e.id, {e, form: formOf(e)}] as const] : [])));
  if (!drafts.size) return [...found];
  const byStart = Map.groupBy(drafts.values(), ({form}) => form.slice(0, 3));
  const own = new Map(
    [...drafts].map(([id, {e, form}]) => {
      const base = byStart
        .get(form.slice(0, 3))
        ?.find((o) => o.form !== form && sameButCase(form, o.form) && !sameButCase(o.form, form));
      return [id, base?.e ?? e];
    }),
  );
  return found.map((o) => ({...o, entity: own.get(o.entity.id) ?? o.entity}));
}

const formOf = (e: Entity) => operationForm(Object.values(e.names)[0] ?? "");

// No word before the quotes says that the name is something else's.
function isFree(list: readonly Word[], sentence: Span, quote: number): boolean {
  const before = list[lastBefore(list, quote)];
  return !before || before.start < sentence.start || !(otherNoun.test(before.form) || told.test(before.form));
}

/**
 * «Канал-Заслон», «Нелегал-Транзит»: a name that begins as those of a page's operations do, whatever stands before it. The
 * first part alone is an ordinary word.
 */
export function kindredOperations(
  text: string,
  sentence: Span,
  list: readonly Word[],
  g: Gazetteer,
  known: readonly NamedOperation[],
): NamedOperation[] {
  const found: NamedOperation[] = [];
  for (const {name, span} of quotedIn(text, sentence)) {
    const [head = "", rest] = name.split(/\s*[-–—‑‒]\s*/u);
    if (!rest || !/^\p{Lu}/u.test(name) || !/^\p{Lu}/u.test(rest) || !familyOf(g).has(operationForm(head))) continue;
    if (known.some((o) => overlaps(o.span, span))) continue;
    const before = list[lastBefore(list, span.start)];
    if (before && before.start >= sentence.start && otherNoun.test(before.form)) continue;
    found.push({entity: paged(name, g) ?? draft(name), span, rule: "operation-family"});
  }
  return found;
}

/** «операция Нелегал-2018»: without quotes only what a page names, or what a year at its end makes a name. */
function bare(
  text: string,
  sentence: Span,
  list: readonly Word[],
  g: Gazetteer,
  known: readonly NamedOperation[],
): NamedOperation[] {
  const found: NamedOperation[] = [];
  const add = (all: readonly NamedOperation[]) =>
    found.push(...all.filter(({span}) => ![...known, ...found].some((o) => overlaps(o.span, span))));
  for (let i = lastBefore(list, sentence.start) + 1; i < list.length; i++) {
    const word = list[i];
    if (!word || word.start >= sentence.end) break;
    if (word.shape === "number") add(ofYear(text, list, i, g));
    else if (/^(?:спец)?операци|^operation|^[а-я]{0,2}опм$/.test(word.form)) {
      add(behind(text, sentence, list, i, g));
      if (word.form === "operation") add(inFront(text, list, i, g));
    }
  }
  return found;
}

/** «операция под названием Global Shield», «носила название OTF Greenlight/Trojan Shield»: what is called so needs no quotes. */
function calledIn(text: string, sentence: Span, list: readonly Word[], g: Gazetteer): NamedOperation[] {
  const found: NamedOperation[] = [];
  for (let i = lastBefore(list, sentence.start) + 1; i < list.length; i++) {
    const first = list[i];
    if (!first || first.start >= sentence.end) break;
    if ((first.shape !== "capital" && first.shape !== "upper") || first.start <= (found.at(-1)?.span.end ?? -1)) continue;
    if (!calls.test(text.slice(Math.max(sentence.start, first.start - 60), first.start))) continue;
    if (introduces(text, list, sentence.start, first.start, false, sentence.start) === null) continue;
    let last = i;
    while (list[last + 1] && goesOnCalled(text, list, last)) last++;
    const span = {start: first.start, end: list[last]?.end ?? first.end};
    const name = text.slice(span.start, span.end);
    const entity = paged(name, g);
    found.push({entity: entity ?? draft(name), span, rule: `operation-word${entity ? "" : "-unknown"}`});
  }
  return found;
}

// «Канал-Щит», «Global Shield», «Greenlight/Trojan Shield», «Trigger 9»
const goesOnCalled = (text: string, list: readonly Word[], at: number) =>
  list[at + 1]?.shape !== "lower" && /^(?:[-‐‑–/]|\s)$/u.test(text.slice(list[at]?.end, list[at + 1]?.start));

// «По Нелегалу-2015»: what a page names, with its year.
function ofYear(text: string, list: readonly Word[], at: number, g: Gazetteer): NamedOperation[] {
  const [head, year] = [list[at - 1], list[at]];
  if (!head || !year?.hyphen || head.shape !== "capital" || !/^(?:19|20)\d\d$/.test(year.form)) return [];
  const entity = paged(text.slice(head.start, head.end), g);
  const free = !otherNoun.test(list[at - 2]?.form ?? "") && !/[«"“„]/.test(text.charAt(head.start - 1));
  return entity && free ? [{entity, span: {start: head.start, end: year.end}, rule: "operation-of-year"}] : [];
}

// «the Nelegal-2019 operation»: in English the name stands in front.
function inFront(text: string, list: readonly Word[], at: number, g: Gazetteer): NamedOperation[] {
  const [before, last] = [list[at - 2], list[at - 1]];
  const first = last?.shape === "number" && last.hyphen ? before : last;
  if (!first || !last || first.shape !== "capital" || !list[at]?.joins) return [];
  const span = {start: first.start, end: last.end};
  const entity = paged(text.slice(span.start, span.end), g);
  return entity ? [{entity, span, rule: "operation-word"}] : [];
}

function behind(text: string, sentence: Span, list: readonly Word[], at: number, g: Gazetteer): NamedOperation[] {
  const word = list[at];
  if (!word) return [];
  // A word or two may say whose it is: «операция ОДКБ Нелегал-2018».
  for (let k = at + 1; k <= at + 3; k++) {
    const first = list[k];
    if (!first?.joins || first.start >= sentence.end || !/^[\s]*$/u.test(text.slice(list[k - 1]?.end, first.start))) break;
    const next = k === at + 1;
    if ((word.shape === "lower" || /опм$/.test(word.form)) && next && isCapitals(first) && !isPlace(list, k, g))
      return inCapitals(text, sentence, list, k, g);
    if (first.shape !== "capital") continue;
    let last = k;
    while (list[last + 1]?.joins && goesOn(text, list, last)) last++;
    const span = {start: first.start, end: list[last]?.end ?? first.end};
    const name = text.slice(span.start, span.end);
    const entity = paged(name, g);
    if (entity) return [{entity, span, rule: "operation-word"}];
    const called = last > k && (/^(?:19|20)\d\d$/.test(list[last]?.form ?? "") || (next && isDouble(list, k, last, g)));
    return called ||
      (next && (isTitle(sentence, list, at, last) || isNominative(first, word, list[last + 1])) && !isPlace(list, k, g))
      ? [{entity: draft(name), span, rule: "operation-word-unknown"}]
      : [];
  }
  return [];
}

// «Канал-Щит», «Turquesa II»
const goesOn = (text: string, list: readonly Word[], at: number) => {
  const [word, next] = [list[at], list[at + 1]];
  const gap = text.slice(word?.end, next?.start);
  return (
    /^[-‐‑–]$/u.test(gap) ||
    (gap === " " && latin.test(word?.form ?? "") && latin.test(next?.form ?? "") && next?.shape !== "lower")
  );
};
const latin = /^[a-z]+$/;

// «сроки операции Семёнов называть не стал»: a surname, and who speaks.
const surname = /(?:[^аеиоуыэюя][ое]в|[^аеиоуыэюя]ин|ский|цкий|енко|дзе|швили)$/;

// «операция Тайфун», «операции Turquesa»: whose it is would stand in the genitive.
const isNominative = (name: Word, word: Word, next: Word | undefined) =>
  // «в операции Иван Петров ранен»
  !(next?.joins && next.shape === "capital") &&
  /^(?:спец)?операци/.test(word.form) &&
  !surname.test(name.form) &&
  (latin.test(name.form) || /(?:[бвгджзклмнпрстфхцчшщь])$/.test(name.form));

// «Operation Mosaic»: a title in English. At the head of a sentence any noun has a capital, in a heading every word.
function isTitle(sentence: Span, list: readonly Word[], at: number, last: number): boolean {
  const word = list[at];
  if (word?.form !== "operation" || word.shape !== "capital") return false;
  return word.start > sentence.start || (list[last + 1]?.shape === "lower" && list[last + 1]?.joins === true);
}

// «операция Граница-Заслон»: two words with capitals that a hyphen joins, and no place.
const isDouble = (list: readonly Word[], from: number, to: number, g: Gazetteer) =>
  to === from + 1 && list[to]?.shape === "capital" && list[to].hyphen && !isPlace(list, from, g) && !isPlace(list, to, g);

// Five letters and two vowels make a word; an abbreviation is shorter or cannot be said.
const isCapitals = (w: Word | undefined) =>
  w?.shape === "upper" && w.form.length >= 5 && (w.form.match(/[аеиоуыэюяaeiouy]/g)?.length ?? 0) >= 2;

/** «операции КАНАЛ-ЩИТ (май) и МАК», «операция ЛОДОЧКА»: capitals do for quotes; a list goes on in capitals. */
function inCapitals(text: string, sentence: Span, list: readonly Word[], at: number, g: Gazetteer): NamedOperation[] {
  const found: NamedOperation[] = [];
  for (let k = at; isCapitals(list[k]);) {
    const first = list[k];
    let last = k;
    while (
      list[last + 1]?.joins &&
      /^(?:upper|number)$/.test(list[last + 1]?.shape ?? "") &&
      /^[ \-‐‑–]{1,3}$/u.test(text.slice(list[last]?.end, list[last + 1]?.start))
    )
      last++;
    const span = {start: first?.start ?? 0, end: list[last]?.end ?? 0};
    const name = text.slice(span.start, span.end);
    const entity = g.operations.get(operationForm(name));
    found.push({
      entity: entity ?? draft(name),
      span,
      rule: `${k === at ? "operation-word" : "listed-operation"}${entity ? "" : "-unknown"}`,
    });
    const gap = /^(?:\s*\([^()\n]{1,40}\))?\s*(?:,\s*(?:а также\s+)?|и\s+|а также\s+)/u.exec(text.slice(span.end, sentence.end));
    if (!gap) break;
    k = lastBefore(list, span.end + gap[0].length) + 1;
    if (list[k]?.start !== span.end + gap[0].length || isPlace(list, k, g)) break;
  }
  return found;
}

const isPlace = (list: readonly Word[], at: number, g: Gazetteer) =>
  (g.lexicon.get(list[at]?.form ?? "") ?? []).some((id) => g.root.next.get(id)?.names.some((n) => n.entity.kind !== "topic"));

// The word that makes the quoted name an operation's stands at most eight words before it, in the same breath; an operation
// «по противодействию … на территории …» may take more.
function introduces(
  text: string,
  list: readonly Word[],
  from: number,
  quote: number,
  known: boolean,
  before: number,
): string | null {
  let i = lastBefore(list, quote);
  // «операция по перекрытию каналов …, получившая название «Граница»»: the words before the quotes call it so, however far.
  const marked = calls.test(text.slice(Math.max(from, quote - 60), quote));
  // «Полиция провела операцию. Она длилась неделю и получила название «Граница»»: the pronoun reaches back over the full stop.
  if (marked && itself.test(text.slice(from, from + 36))) from = Math.max(0, from - 160);
  // «идёт второй этап «Канала»»: a stage is of an operation a page names.
  if (known && /^(?:этап|фаз)/.test(list[i]?.form ?? "")) return "operation-word";
  if (ofPolice.test(list[i]?.form ?? "") && (list[i]?.start ?? 0) >= from) return "operation-word";
  for (let steps = 0; i >= 0 && steps < (marked ? 40 : 22); steps++, i--) {
    const word = list[i];
    if (!word || word.start < from) break;
    if (told.test(word.form)) return null;
    // «операция «Мак» прошла близ заставы «Зар»»: the word is the first name's.
    if (!known && word.end <= before) return null;
    if (steps > 8 && !marked && !(operationWord.test(word.form) && list[i + 1]?.form === "по")) {
      if (/^[\p{L}\s,–—-]*$/u.test(text.slice(word.start, quote)) && !looksLikeVerb(word.form)) continue;
      break;
    }
    // «мероприятие организовано для участников «…»»: by itself a word for anything, it names what stands beside it.
    if (/^мероприяти/.test(word.form) && !known && !marked && steps > 2 && !asPoliceDo.test(list[i - 1]?.form ?? "")) return null;
    if (operationWord.test(word.form))
      return /^акци/.test(word.form) && publicAction.test(list[i - 1]?.form ?? "") ? null : "operation-word";
    if (otherNoun.test(word.form) || (steps === 0 && word.shape !== "capital" && adjacentNoun.test(word.form))) return null;
    // Farther off only in one breath.
    if (!known && !marked && steps > 5 && !/^[\p{L}\s,–—-]*$/u.test(text.slice(word.start, quote))) break;
  }
  return null;
}

function lastBefore(list: readonly Word[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((list[mid]?.end ?? 0) <= offset) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
