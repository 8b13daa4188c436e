import {type Lexicon, add} from "./words.ts";

/**
 * Months as the pages of Kazakhstan, Uzbekistan and Tajikistan name them: their stamps stand above texts in Russian («07 Маусым 2018»).
 * Most are words of their own as well (Қазан is also a town): they need a number beside them. Kyrgyz pages use the Russian names.
 */
export function addNeighbours(words: Lexicon): void {
  const kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
  const uzbek = "yanvar fevral mart aprel may iyun iyul avgust sentabr,sentyabr oktabr,oktyabr noyabr dekabr";
  const tajik =
    "январ,январи феврал,феврали марти апрел,апрели майи июни июли августи сентябр,сентябри октябр,октябри ноябр,ноябри декабр,декабри";
  for (const list of [kazakh, uzbek, tajik])
    list.split(" ").forEach((forms, i) => add(words, forms.replaceAll(",", " "), {t: "month", v: i + 1, form: "short"}));
  // «2018 жылғы 7 маусым», «2018 йил 7 июнь»: the year goes first.
  add(words, "жыл жылы жылғы жылдың йил йили йилнинг yil yili yilning", {t: "unit", v: "year", plural: false});
}
