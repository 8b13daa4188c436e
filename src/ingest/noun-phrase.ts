import {type Word} from "./names/words.ts";

/** First word of the noun phrase whose head is at `head`: its adjectives and numerals, not before `floor`. */
export function phraseStart(text: string, list: readonly Word[], head: number, floor: number): number {
  let i = head;
  while (i > floor) {
    const before = list[i - 1];
    const word = list[i];
    if (!before || !word?.joins) break;
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
    if (
      !roman &&
      !hyphened &&
      !/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю|ей|ом|ем|ыми|ими)$/.test(before.form)
    )
      break;
    // «станет центральным вопросом заседания»: of another case than the head.
    if (i === head && /[ая]$/.test(word.form) && /(?:ом|ем|ым|им|ому|ему)$/.test(before.form)) break;
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

const english =
  /^(?:the|a|an|its|their|his|her|this|that|these|those|of|in|on|at|to|for|from|by|with|within|during|under|between|and|or|but|is|are|was|were|be|been|will|has|have|had|held|took|began|not|as|which|who|also|new)$/;
