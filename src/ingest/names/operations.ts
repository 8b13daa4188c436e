import {type Entity} from "../../model/entity.ts";
import {draftEntity} from "./draft.ts";
import {slug} from "../../model/slug.ts";
import {type Span} from "../../model/span.ts";
import {type Gazetteer, operationForm} from "./gazetteer.ts";
import {type Word} from "./words.ts";

/** An operation named between quotes; the span is that of the name without them. */
export type NamedOperation = {entity: Entity; span: Span; rule: string};

// A straight quote opens before a letter and closes after one, or «…: операция "Наёмник"» would read «…: операция ».
const quoted = /[«"“„]((?![\s])[^«»"“”„\n]{1,69}[^\s«»"“”„])[»"”“]/gu;
const operationWord = /^(?:спец|контр)?операци|^операт(?:ивно)?$|^мероприяти|^рейд(?!ер)|^акци|^operation/;
const otherNoun =
  /^(?:учени|манев|тренировк|газет|агентств|журнал|программ|проект|фильм|книг|компани|движени|организац|партия|партии|систем|exercise)/;

/**
 * Names of operations in a sentence: «операция «…»», «комплекс мероприятий под названием «…»», and those listed after
 * one. Pages settle who it is; an unknown name becomes a draft. Words are the item's, `from` the sentence's first.
 */
export function findOperations(text: string, sentence: Span, list: readonly Word[], g: Gazetteer): NamedOperation[] {
  const found: NamedOperation[] = [];
  const passage = text.slice(sentence.start, sentence.end);
  let last: {end: number; isOperation: boolean} | null = null;
  for (const m of passage.matchAll(quoted)) {
    const name = m[1] ?? "";
    const start = sentence.start + m.index + 1;
    const end = start + name.length;
    const trimmed: Span = {
      start: start + (name.length - name.trimStart().length),
      end: end - (name.length - name.trimEnd().length),
    };
    const listed: boolean =
      last !== null &&
      last.isOperation &&
      /^[»"”“]?\s*(?:,|,?\s*(?:и|а также|and))\s*[«"“„]?$/u.test(text.slice(last.end, start));
    const known = g.operations.get(operationForm(name));
    const rule: string | null = listed ? "listed-operation" : introduces(list, sentence.start, start - 1, known !== undefined);
    last = {end, isOperation: rule !== null};
    if (!rule || !/^[\p{Lu}\p{N}]/u.test(name.trim()) || name.trim().split(/\s+/).length > 7) continue;
    found.push({entity: known ?? draft(name.trim()), span: trimmed, rule: known ? rule : `${rule}-unknown`});
  }
  return found;
}

// The word that makes the quoted name an operation's stands at most eight words before it, in the same breath.
function introduces(list: readonly Word[], from: number, quote: number, known: boolean): string | null {
  let i = lastBefore(list, quote);
  for (let steps = 0; i >= 0 && steps < 9; steps++, i--) {
    const word = list[i];
    if (!word || word.start < from) break;
    if (operationWord.test(word.form)) return "operation-word";
    if (otherNoun.test(word.form)) return null;
    if (!known && steps > 5) break;
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

/** A page to be written for an operation nobody has described yet; one name, one id, whatever its dashes and year. */
function draft(name: string): Entity {
  const base = name.replace(/[\s\-–—‑]*(?:19|20)\d\d\s*$/u, "").replace(/\s+/g, " ");
  return draftEntity("operation", slug(base), base);
}
