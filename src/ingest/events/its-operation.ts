import {bounds} from "../../model/edtf.ts";
import {type Entity} from "../../model/entity.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

/** Sentences an operation named is still the one spoken of. */
const near = 3;

/**
 * «Завершилась операция «…». С 4 по 10 апреля на дорогах дежурили 300 нарядов. Старт ей дали в Оше. План её утвердили 3 марта»:
 * of the one operation named just before, a sentence tells the days, by a pronoun a turn, or who decided on it. Not before the
 * sentence `floor`.
 */
export function ofItsOperation(text: string, h: Happening, sentences: readonly Sentence[], floor: number): Happening {
  const [own] = h.sentences;
  if (!own || own.isTitle || h.operation || h.about || h.rules.some((r) => elsewhere.has(r))) return h;
  const told = operationBefore(own, sentences, floor);
  if (!told) return h;
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  const others = own.clues.some((c) => c.class === "noun" && (c.type === "exercise" || c.type === "training"));
  if (others || another.test(words)) return h;
  if (decides.has(h.type))
    return pronoun.test(words) || results.test(words) ? {...h, about: told.entity, rules: [...h.rules, "its-operation"]} : h;
  const goesOn = (isCourse(h, told.entity) && !told.dated) || (h.type === "other" && h.verb?.class !== "say" && turn.test(words));
  return goesOn
    ? {
        ...h,
        type: "operation",
        operation: told.entity,
        sentences: [...new Set([...h.sentences, told.sentence])],
        rules: [...h.rules, "its-operation"],
      }
    : h;
}

// Said of another operation, or of a paper on its own.
const elsewhere = new Set(["alike", "another-year", "programme-period", "cited"]);
const decides = new Set<Happening["type"]>(["meeting", "agreement", "statement", "strategy"]);

// «её», «ей», «неё», not «её участники», who are a meeting's.
const pronoun =
  /(?<!\p{L})(?:(?:е[её]|ей|ней|нею|об операции|(?:план|замысел|сроки|порядок|график)\p{L}{0,2}\s+операции)(?!\p{L})(?!\s+(?:участни|член|глав|руковод|председ)))/iu;
const results =
  /(?:^|[^\p{L}])(?:(?:общие|первые|предварительные|окончательные)\s+)?(?:итоги|результаты)\s+(?!(?:\p{L}+\s+)?(?:год|заседан|встреч|совещан|саммит|работы|учени|выбор|деятельн|сотрудн|визит|проект))/iu;
// «Она стала постоянной», «Старт ей дали 4 апреля»
const turn =
  /(?<!\p{L})(?:она|ей|е[её])(?!\p{L})[^.;]*(?<!\p{L})постоянн|(?<!\p{L})постоянн\p{L}*\s[^.;]*(?<!\p{L})(?:она|ей|е[её])(?!\p{L})|(?<!\p{L})(?:старт|начало)\s+ей(?!\p{L})|(?<!\p{L})ей\s+(?:\p{L}+\s+){0,2}(?:старт|начало)(?!\p{L})/iu;
const another = /(?<!\p{L})(?:предыдущ|прошл|прежн|друг|аналогичн|подобн)\p{L}*/iu;

// Some days on which they worked, checked, stood guard, and no word of what else it was or of anybody else.
function isCourse({type, date, when, subject, verb, stretch}: Happening, operation: Entity): boolean {
  if (date?.role !== "period" || when === null || !/^\d{4}-\d\d-\d\d\/\d/.test(when) || !/\d/.test(date.form) || subject)
    return false;
  const span = bounds(when);
  if (!span || span.latest - span.earliest > 40 * 86_400_000) return false;
  const others = (e: Entity) => e.kind === "organization" && (e.parent ?? e.id) !== operation.organization;
  if (stretch.named.some((n) => n.entity.kind === "person" || others(n.entity))) return false;
  const result = verb?.class === "act" && verb.type === "operation";
  return (type === "other" && (verb === null || verb.class === "hold")) || (type === "operation" && result);
}

/** The one operation named in the sentences just before, and whether a day was given there. */
function operationBefore(
  own: Sentence,
  sentences: readonly Sentence[],
  floor: number,
): {entity: Entity; sentence: Sentence; dated: boolean} | null {
  if (own.named.some((n) => n.entity.kind === "operation")) return null;
  const found = sentences
    .slice(Math.max(floor, own.index - near), own.index)
    .flatMap((sentence) => sentence.named.flatMap((n) => (n.entity.kind === "operation" ? [{entity: n.entity, sentence}] : [])));
  const last = found.at(-1);
  if (!last || new Set(found.map((f) => f.entity.id)).size > 1 || own.paragraph - last.sentence.paragraph > 1) return null;
  const dated = found.some(({sentence}) =>
    sentence.dates.some((d) => (d.role === "event" || d.role === "period") && /-\d\d/.test(d.edtf ?? "")),
  );
  return {...last, dated};
}
