import {compatible, haveOtherSides, sharedStems, stems} from "../same-event.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";
import {stageIn} from "./stage-number.ts";

/** One item tells its event in the heading, the lead and the body: joins those tellings, the best sentence first. */
export function mergeWithin(text: string, happenings: readonly Happening[]): Happening[] {
  const out: Happening[] = [];
  const words = wordsOf(text);
  for (const h of happenings) {
    // An item tells an event twice within a screen or so; looking farther back would cost the square of its events.
    const twin = out.slice(-40).find((o) => isSame(text, o, h, words));
    if (!twin) {
      out.push(h);
      continue;
    }
    const [best, other] = rank(h) > rank(twin) ? [h, twin] : [twin, h];
    out[out.lastIndexOf(twin)] = {
      ...best,
      sentences: [...new Set([...best.sentences, ...other.sentences])],
      operation: best.operation ?? other.operation,
      isMain: best.isMain || other.isMain,
      rules: [...new Set([...best.rules, ...other.rules, "told-twice"])],
    };
  }
  return out;
}

// The words of each happening, taken apart once.
function wordsOf(text: string): (h: Happening) => ReadonlySet<string> {
  const known = new Map<Happening["stretch"], ReadonlySet<string>>();
  return (h) => {
    const set = known.get(h.stretch) ?? stems(phrase(text, h));
    known.set(h.stretch, set);
    return set;
  };
}

// «завершилось вчера» says when it ended; «длилось с 1 по 9 октября» says when it was.
const bound = (h: Happening) =>
  h.verb !== null && /^(?:заверш|законч|нача|старт|откр)/.test(h.verb.word.form) && !h.when?.includes("/");

const rank = (h: Happening) =>
  (h.date?.edtf ? (bound(h) ? 3 : 4) : h.when ? 2 : 0) + (h.sentences[0]?.isTitle ? 0 : 1) + (h.subject ? 0.5 : 0);

function isSame(text: string, a: Happening, b: Happening, wordsOf: (h: Happening) => ReadonlySet<string>): boolean {
  // «проводится ежегодно с 2008 года» is the whole series, this year's stage one of it.
  const goesOn = (h: Happening) => h.when?.endsWith("/..") === true;
  if (a.operation && b.operation && a.when && b.when && goesOn(a) !== goesOn(b)) return false;
  // A stage to come is not the one that was held.
  const stage = [a, b].find((h) => h.status === "planned" && /^(?:этап|фаз)/.test(h.subject?.word.form ?? ""));
  if (a.operation && b.operation && stage && (a.status === "planned") !== (b.status === "planned")) return false;
  if (a.operation && b.operation)
    return (
      a.operation.id === b.operation.id &&
      a.type === b.type &&
      !(a.when && b.when && !compatible(a.when, b.when)) &&
      !ofOtherStages(text, a, b)
    );
  if (a.operation || b.operation) return false;
  // «на прошлогодней встрече» is another one than the meeting the item is about.
  if ((a.date !== null && a.when === null) !== (b.date !== null && b.when === null)) return false;
  if (a.type === "exercise" && b.type === "exercise" && former(text, a) !== former(text, b)) return false;
  if (a.type === "exercise" && b.type === "exercise" && nameOf(text, a) && nameOf(text, a) === nameOf(text, b))
    return compatible(a.when, b.when);
  // A list of programmes of one period names several.
  if (a.rules.includes("listed-programme") && b.rules.includes("listed-programme")) return false;
  if (
    a.type === "agreement" &&
    b.type === "agreement" &&
    ["organization", "country"].some((kind) => haveOtherSides(sidesOf(a, kind), sidesOf(b, kind)))
  )
    return false;
  const sameSentence = a.sentences[0] === b.sentences[0];
  if (a.rules.includes("attended") !== b.rules.includes("attended")) return false;
  if (sameSentence || !compatible(a.when, b.when)) return false;
  if (a.status !== b.status && (a.status === "planned" || b.status === "planned")) return false;
  // «Третье заседание принимала Киргизия» after «состоялось заседание»: another of the series.
  const number = numberOf(text, b);
  // «Подписано соглашение … Изменено и Соглашение от 5 декабря 2012 года»: the paper cited by its day is an older one.
  if (a.rules.includes("cited") !== b.rules.includes("cited") && a.type === "agreement" && b.type === "agreement") return false;
  if (number && number !== numberOf(text, a) && !b.sentences[0]?.isTitle && !a.sentences[0]?.isTitle) return false;
  // «Тренинг организован при поддержке …» after «провела в Оше тренинг»: the same noun, a sentence on, nothing new about it.
  const stem = (h: Happening) => h.subject?.word.form.slice(0, 5);
  const near = Math.abs((a.sentences[0]?.index ?? 0) - (b.sentences[0]?.index ?? 0)) <= 2;
  // A paper of long ago, told in passing, is not the one just signed.
  const old = [a, b].some((h) => h.date?.role === "background");
  if (
    near &&
    !old &&
    a.type === b.type &&
    stem(a) !== undefined &&
    stem(a) === stem(b) &&
    [a, b].some((h) => h.rules.includes("told"))
  )
    return true;
  // «закрылся тренинг. Обучение провели эксперты»: who taught there.
  if (
    near &&
    a.type === "training" &&
    b.type === "training" &&
    b.rules.includes("told") &&
    taught.test(b.subject?.word.form ?? "")
  )
    return true;
  // «завершилось учение «…»». Учение длилось с 1 по 9 октября»: the same noun on, one date within the other.
  const spanned = a.when?.includes("/") !== b.when?.includes("/") && (bound(a) || bound(b));
  if (near && a.type === b.type && spanned && a.when && b.when && stem(a) !== undefined && stem(a) === stem(b)) return true;
  if (a.type === "meeting" && b.type === "meeting" && resumesPlace(a, b)) return true;
  if (agreedThere(a, b)) return true;
  const words = sharedStems(wordsOf(a), wordsOf(b));
  if (a.when !== null && a.when === b.when && a.type === b.type) return words >= 0.3 || a.type === "strategy";
  if (a.type !== b.type) return words >= 0.75 && (a.sentences[0]?.isTitle === true || b.sentences[0]?.isTitle === true);
  return words >= (a.sentences[0]?.isTitle || b.sentences[0]?.isTitle ? 0.4 : 0.5);
}

const sidesOf = ({stretch}: Happening, kind: string): string[] => [
  ...new Set(stretch.named.flatMap(({entity, inner}) => (entity.kind === kind && !inner ? [entity.parent ?? entity.id] : []))),
];

// «Подведены итоги второго этапа «Мака». … Первый этап проходил в мае»
function ofOtherStages(text: string, a: Happening, b: Happening): boolean {
  const x = stageIn(text, a.stretch.span, a.rules);
  const y = x && stageIn(text, b.stretch.span, b.rules);
  return y !== null && x !== y;
}

// «Заседание принимал Душанбе» after «Совет на заседании в пятницу утвердил план»: the bare word of the gathering told of, and where.
function resumesPlace(a: Happening, b: Happening): boolean {
  const [own, before] = [b.sentences[0], a.sentences[0]];
  if (!b.subject || b.date || !own || !before || a.status !== b.status || !b.rules.includes("told")) return false;
  if (own.index - before.index > 6 || b.subject.at !== own.from || own.to - own.from > 7) return false;
  const stem = b.subject.word.form.slice(0, 5);
  return before.clues.some((c) => c.class === "noun" && c.type === "meeting" && c.word.form.startsWith(stem));
}

// «Эксперты договорились в Ереване о проекте. Встреча закончилась во вторник»: what they met for; a paper signed is its own event.
function agreedThere(a: Happening, b: Happening): boolean {
  const [own, before] = [b.sentences[0], a.sentences[0]];
  if (a.date || a.verb === null || !/^(?:договорил|условил|согласова)/.test(a.verb.word.form)) return false;
  if (b.type !== "meeting" || !b.date || !b.subject || b.subject.governed || !own || !before) return false;
  return (
    own.index - before.index <= 2 &&
    own.paragraph === before.paragraph &&
    b.stretch.named.every((n) => n.entity.kind !== "organization")
  );
}

const taught = /^(?:обучени|заняти)/;

// «Первое», «третий», «следующая»: which of a series a noun phrase speaks of.
const numberOf = (text: string, h: Happening) =>
  h.subject
    ? (/(?<!\p{L})(перв|втор|трет|четв[её]рт|пят|шест|седьм|предыдущ|следующ)\p{L}{2,3}\s+$/iu
        .exec(text.slice(Math.max(0, h.subject.word.start - 20), h.subject.word.start))?.[1]
        ?.toLowerCase() ?? null)
    : null;

// «Прошлое учение «Рубеж»» is not the one to come.
const former = (text: string, h: Happening) =>
  h.subject !== null &&
  /(?<!\p{L})(?:прошл|предыдущ|прежн)\p{L}{2,3}\s+(?:\p{L}+\s+)?$/iu.test(
    text.slice(Math.max(0, h.subject.word.start - 30), h.subject.word.start),
  );

const nameOf = (text: string, h: Happening) =>
  /[«"“„]([^»"”“]{3,60})[»"”“]/u
    .exec(phrase(text, h))?.[1]
    ?.toLowerCase()
    .replace(/[\s-]*\d{4}$/, "") ?? null;

const phrase = (text: string, h: Happening) => text.slice(h.stretch.span.start, h.stretch.span.end);

/** Headings that repeat an event: whose words are the event's, whatever the heading's verb. */
export function attachHeadings(text: string, happenings: readonly Happening[], sentences: readonly Sentence[]): Happening[] {
  const told = new Set(happenings.flatMap((h) => h.sentences));
  const titles = sentences.filter((s) => s.isTitle && !told.has(s));
  if (!titles.length) return [...happenings];
  let result = [...happenings];
  const wordsIn = wordsOf(text);
  for (const title of titles) {
    const words = stems(text.slice(title.span.start, title.span.end));
    let best = -1;
    let score = 0.34;
    result.forEach((h, i) => {
      if (h.rules.includes("named-operation") || (h.sentences[0]?.index ?? 99) > title.index + 4) return;
      const s = sharedStems(words, wordsIn(h));
      if (s > score) [best, score] = [i, s];
    });
    result = result.map((h, i) => (i === best ? {...h, sentences: [...h.sentences, title], rules: [...h.rules, "heading"]} : h));
  }
  return result;
}
