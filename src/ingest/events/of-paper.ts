import {type Named} from "../names/read.ts";
import {gathered, hasActor, isActor, isOrganization, statesOf} from "./actors.ts";
import {wentOnThere} from "./back-to-gathering.ts";
import {type Happening} from "./happening.ts";
import {nearby, type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";

/** Whose a paper is that was told of before: «Оно вступило в силу», «Документ подписан в Астане», «По итогам встречи подписан …». */
export function sidesOfPaper(text: string, h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  const found: Named[] = [];
  const all = () => [...names, ...found];
  const agreed = h.type === "agreement";
  if (agreed && inForce.test(words)) found.push(...partiesRightBefore(first, scene, all()));
  if (agreed && thePaper.test(words)) found.push(...partiesBefore(h, first, scene, all()));
  if (!all().some(isOrganization) && goesOnAboutPaper(h, words)) found.push(...ownersBefore(text, h, first, scene));
  if (agreed && h.rules.some((r) => r === "told" || r === "main") && (wentOnThere(words) || signed.test(words)))
    found.push(...whoMetBefore(h, first, scene, all()));
  return found;
}

// «Соглашение подписано в Москве. Оно вступило в силу 21 декабря»: the parties are those of the sentence before.
const inForce = /^[\s«"]*(?:он|она|оно|документ|соглашение|договор|протокол|конвенция|it)\s+(?:\p{L}+\s+)?(?:вступ|entered)/iu;

function partiesRightBefore(first: Sentence, {sentences}: Scene, names: readonly Named[]): Named[] {
  const paper = sentences[first.index - 1];
  if (first.paragraph !== paper?.paragraph || hasActor(names)) return [];
  return paper.named.filter((n) => n.entity.kind !== "person" && n.entity.kind !== "operation");
}

// «Документ подписан в Астане», «Соглашение заработает …»: the paper told of before.
const thePaper =
  /(?:^|,\s)[\s«"]*(?:(?:этот|сам|новый|данный)\s+)?(?:документ|соглашение|договор|протокол|меморандум|он|оно)\s+(?:\p{L}+\s+){0,2}?(?:подпис|вступ|заработа|действ|рассчитан|ратифиц|парафир|заключ|signed)/iu;

// «Первыми его ратифицировали …», «Документ передали на согласование», «Сенат рассмотрит документ»: what becomes of the paper told of.
const goesOnAboutPaper = (h: Happening, words: string): boolean =>
  (h.type === "agreement" || h.type === "meeting" || h.type === "other") &&
  (thePaper.test(words) ||
    /(?<!\p{L})(?:документ(?:а|у|ом)?|(?:эт|данн)\p{L}+\s(?:соглашени|договор|протокол|конвенци|меморандум)\p{L}*)(?!\p{L})(?!\s(?:о|об|по|между|«))/iu.test(
      words,
    ) ||
    (h.type === "agreement" && /(?<!\p{L})(?:его|е[её])\s(?:\p{L}+\s){0,2}(?:ратифиц|подпис|одобр)/iu.test(words)));

/** Sentences a paper is still the one spoken of. */
const reach = 6;

/** The organisations whose paper was told of before: those its own agreement or programme names. */
function ownersBefore(text: string, h: Happening, first: Sentence, scene: Scene): Named[] {
  const told = (o: Happening) => first.index - (o.sentences[0]?.index ?? first.index);
  const before = nearby(scene, h).filter((o) => told(o) > 0 && told(o) <= reach);
  for (const o of before.reverse()) {
    const owners = o.type === "agreement" || o.type === "strategy" ? o.stretch.named.filter(isOrganization) : [];
    if (owners.length) return owners;
    // «Документ подписан в Москве. … Первыми его ратифицировали …»: still the same paper.
    if (!goesOnAboutPaper(o, text.slice(o.stretch.span.start, o.stretch.span.end))) return [];
  }
  return [];
}

// «Между университетами заключён договор», «Подписан меморандум»: theirs who met or came just before.
const signed = /^[\s«"–—-]*(?:между\s\p{Ll}+(?:ами|ями)\s|(?:был[аои]?\s)?(?:также\s)?(?:подписан|заключ[её]н)[аоы]?\s)/iu;

function whoMetBefore(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (names.some(isActor)) return [];
  const before = nearby(scene, h).findLast((o) => {
    const back = first.index - (o.sentences[0]?.index ?? first.index);
    return (
      back > 0 &&
      back <= 2 &&
      o.stretch.named.some(isActor) &&
      (gathered.has(o.type) || /^(?:посетил|прибыл)/.test(o.verb?.word.form ?? ""))
    );
  });
  return before ? before.stretch.named.filter((n) => isActor(n) && n.entity.kind !== "person") : [];
}

/** The two states whose paper was told of before, for a sentence that goes on about «документ» and names at most a place. */
function partiesBefore(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (names.some(isActor)) return [];
  const sides = (o: Happening) => o.stretch.named.filter((n) => n.entity.kind === "country");
  const before = nearby(scene, h).findLast((o) => {
    const back = first.index - (o.sentences[0]?.index ?? first.index);
    return o.type === "agreement" && back > 0 && back <= 4 && statesOf(sides(o)).length === 2;
  });
  return before ? sides(before) : [];
}
