import {type Word} from "./names/words.ts";

/** First word of the noun phrase whose head is at `head`: its adjectives and numerals, not before `floor`. */
export function phraseStart(text: string, list: readonly Word[], head: number, floor: number): number {
  let i = head;
  while (i > floor) {
    const before = list[i - 1];
    const word = list[i];
    if (!before || !word?.joins || /\s[–—-]\s/.test(text.slice(before.end, word.start))) break;
    // «36-е заседание», «34th meeting».
    const figure = list[i - 2];
    if (
      /^[еяйм]$|^(?:ое|ая|ый|го|ом|ой|му|ю)$/.test(before.form) &&
      figure?.shape === "number" &&
      text.slice(figure.end, before.start) === "-" &&
      i - 2 >= floor
    ) {
      i -= 2;
      continue;
    }
    if (/^\d+(?:st|nd|rd|th)$/.test(before.form)) {
      i--;
      continue;
    }
    // English: everything back to the article or preposition, «three-day training», «National Plan».
    if (/^[a-z]+$/.test(before.form) && /^[a-z]+$/.test(list[head]?.form ?? "")) {
      if (english.test(before.form) || /(?:ed|[^s]s)$/.test(before.form)) break;
      i--;
      continue;
    }
    const roman = /^[ivxlc]+$/.test(before.form) && before.shape !== "lower";
    const hyphened = text.slice(before.end, word.start) === "-";
    // «тридцать второе заседание»
    if (tens.test(before.form) && ones.test(word.form)) {
      i--;
      continue;
    }
    if (
      !roman &&
      !hyphened &&
      !/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю|ей|ом|ем|ыми|ими)$/.test(before.form)
    )
      break;
    // «готовим большие учения»: the adjectives of one noun agree.
    if (i < head && !roman && !hyphened && !agree(before.form, word.form)) break;
    // «станет центральным вопросом заседания»: of another case than the head.
    if (i === head && ofAnotherCase.some(([adjective, noun]) => adjective.test(before.form) && !noun.test(word.form))) break;
    // «Подписание очередного Плана»: -ание, -ения are nouns.
    if (/(?:ани|ени|яти|ыти|ити|ци)(?:е|я|ю|ем|й|ей|ям|ями|ях)$|(?:ост|ств)\p{L}{1,3}$/u.test(before.form)) break;
    if (
      /^(?:мая|этой|этом|этого|своей|своем|своего|ходе|ей|им|их|него|ой|которой|котором|которых|ее|его|году|также|пор|том|той|тем|всем|втором?|странами|органом|их|минувшей|дней|людей|детей|властей|областей|рублей|годом|днем|месяцем|ранее|позднее|более|менее|далее)$/.test(
        before.form,
      ) &&
      !/^втор/.test(before.form)
    )
      break;
    i--;
  }
  return i;
}

// «стали предметом консультаций», «станет вопросом заседания»: nouns that end like adjectives, before a noun of another ending.
const ofAnotherCase: [adjective: RegExp, noun: RegExp][] = [
  [/[оеыи]м$/, /(?:[еиую]|[оеая]м)$/],
  [/[ое]му$/, /[уюе]$/],
];

const tens = /^(?:двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто)$/;
const ones = /^(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят)(?!\p{L}*надцат)\p{L}{1,3}$/u;

// Endings of adjectives that may stand before one noun together.
const endings = [
  /[ыио]й$/,
  /[ая]я$/,
  /[ое]е$/,
  /[ыи]е$/,
  /[ое]го$/,
  /[ое]му$/,
  /[ыи]м$/,
  /[ыи]х$/,
  /[ую]ю$/,
  /[ое]м$/,
  /[ое]й$/,
  /[ыи]ми$/,
];

/** Whether two adjectives may be of one number, gender and case; a word with none of their endings may be of any. */
function agree(a: string, b: string): boolean {
  const [one, other] = [endings.filter((e) => e.test(a)), endings.filter((e) => e.test(b))];
  return !one.length || !other.length || one.some((e) => other.includes(e));
}

const english =
  /^(?:the|a|an|its|their|his|her|this|that|these|those|of|in|on|at|to|for|from|by|with|within|during|under|between|and|or|but|is|are|was|were|be|been|will|has|have|had|held|took|began|not|as|which|who|also|new)$/;
