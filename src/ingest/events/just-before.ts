import {type Named} from "../names/read.ts";
import {statesOf} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {nearby, type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";

/** Where an event was, where its words leave that to those right before: «Тогда же …», «вылетает в Бишкек, где …». */
export const whereJustBefore = (text: string, h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] => [
  ...thenAndThere(h, first, scene, names),
  ...placeOfClause(text, h, first),
];

// «Тогда же утверждено Положение»: then, and there.
function thenAndThere(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (h.date?.rule !== "same-time" && !h.rules.includes("same-then")) return [];
  if (statesOf(names).length || names.some((n) => n.entity.kind === "place")) return [];
  const then = nearby(scene, h).findLast((o) => {
    const [own] = o.sentences;
    return o !== h && o.when === h.when && own?.index === first.index - 1 && own.paragraph === first.paragraph;
  });
  return then?.sentences[0]?.named.filter((n) => n.entity.kind === "place") ?? [];
}

// «вылетает в Бишкек, где 12 ноября запланировано заседание»
function placeOfClause(text: string, {stretch}: Happening, first: Sentence): Named[] {
  if (!/^[\s,]*(?:где|where)(?!\p{L})/iu.test(text.slice(stretch.span.start, stretch.span.end))) return [];
  const at = first.named.findLast((n) => n.entity.kind === "place" && n.span.end <= stretch.span.start);
  return at && /^[\s,]*$/.test(text.slice(at.span.end, stretch.span.start)) ? [at] : [];
}

// «Военнослужащие из Индии, Казахстана и Китая …»
const contingents =
  /^[\s«"–—-]*(?:военнослужащие|военные|подразделения|контингенты|делегации|спасатели|пограничники|полицейские|спецназовцы|спецподразделения)\s/iu;
const several = 3;

/** «Военнослужащие из Индии, Казахстана и Китая возвращаются домой. Учение проходило с 21 по 24 сентября»: they took part in it. */
export function contingentsBefore(text: string, h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  const before = scene.sentences[first.index - 1];
  if (h.type !== "exercise" || scene.places.get(h) !== 0 || !before || scene.telling.has(before.index)) return [];
  if (statesOf(names).length > 1 || !contingents.test(text.slice(before.span.start, before.span.end))) return [];
  const states = before.named.filter((n) => n.entity.kind === "country");
  return statesOf(states).length >= several ? states : [];
}

/** «Сотрудники … изъяли 213 кг. Операция «…» шла …»: who brought about the results of an operation, told just before it. */
export function whoBroughtResults(h: Happening, first: Sentence, {sentences, telling}: Scene): Named[] {
  if (!h.operation) return [];
  const from = Math.min(...h.sentences.map((s) => (s.isTitle ? first.index : s.index)), first.index - 1);
  return sentences
    .slice(Math.max(0, from), first.index)
    .filter(
      (s) =>
        s.paragraph === first.paragraph &&
        !telling.has(s.index) &&
        !s.dates.some((d) => d.role === "event") &&
        s.clues.some((c) => c.class === "act" && c.type === "operation"),
    )
    .flatMap((s) => s.named.filter((n) => n.entity.kind === "country" || n.entity.kind === "place"));
}
