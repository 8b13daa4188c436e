import {type Figure} from "../model/event.ts";
import {type Span} from "../model/span.ts";

const verb =
  "изъят[аоы]?|задержан[аоы]?|выявлен[аоы]?|вскрыт[аоы]?|пресечен[аоы]?|разыскан[аоы]?|ликвидирован[аоы]?|обнаружен[аоы]?|уничтожен[аоы]?|возбужден[аоы]?|раскрыт[аоы]?|проверен[аоы]?|освобожден[аоы]?|выдворен[аоы]?|депортирован[аоы]?|обезврежен[аоы]?|арестован[аоы]?|задержать|изъять|выявить|вскрыть|выведено|изъяли|задержали|выявили|обнаружили|seized|detained|arrested|identified|destroyed";
const about = "почти|около|более|свыше|порядка|примерно|до|не менее|over|almost|nearly|about|more than|some";
const multipliers: Record<string, number> = {
  тыс: 1e3,
  тысяч: 1e3,
  тысячи: 1e3,
  тысячу: 1e3,
  млн: 1e6,
  миллион: 1e6,
  миллиона: 1e6,
  миллионов: 1e6,
  млрд: 1e9,
  thousand: 1e3,
  million: 1e6,
};

// verb, at most four words («и изъято», «в ходе операции»), about, number, multiplier, unit
const figure = new RegExp(
  `(?<![\\p{L}])(${verb})(?:[\\s\\u00a0]+(?!(?:${verb})(?!\\p{L}))[\\p{L}-]+){0,4}?[\\s\\u00a0]+(?:(${about})[\\s\\u00a0]+)?(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+(?:[.,]\\d+)?)[\\s\\u00a0]*(?:(тыс|тысяч[аиу]?|млн|миллион(?:а|ов)?|млрд|thousand|million)(?!\\p{L})\\.?[\\s\\u00a0]*)?(\\p{L}+)?`,
  "giu",
);

/** Results a passage gives in numbers: «изъято почти 7 тонн», «задержано более 2 тыс. человек». */
export function findFigures(text: string, span: Span): Figure[] {
  const passage = text.slice(span.start, span.end);
  if (!/\d/.test(passage)) return [];
  const found: Figure[] = [];
  for (const m of passage.matchAll(figure)) {
    const [whole, what = "", approx, digits = "", multiplier, unit] = m;
    const number = Number(digits.replace(/[ \u00a0\u202f]/g, "").replace(",", "."));
    if (!Number.isFinite(number)) continue;
    // «в 2019 году» and «5 ноября» are dates, not results.
    if (unit && /^(?:год|г$|январ|феврал|март|апрел|ма[йея]$|июн|июл|август|сентябр|октябр|ноябр|декабр)/i.test(unit)) continue;
    const factor = multiplier ? (multipliers[multiplier.toLowerCase()] ?? 1) : 1;
    found.push({
      value: Math.round(number * factor * 1000) / 1000,
      unit: unit ?? null,
      what: what.toLowerCase(),
      approximate: approx !== undefined,
      span: {start: span.start + m.index, end: span.start + m.index + whole.trimEnd().length},
    });
  }
  return found;
}
