import {type Word} from "../names/words.ts";

/** A verb that tells of an event only with a certain word so many words before or behind it. */
type Company = {verb: RegExp; word: RegExp; before: number; behind: number};

const company: Company[] = [
  // «находился с визитом», «нанёс визит»; whoever is somewhere or strikes a blow is no visitor.
  {verb: /^(?:находил|пребывал|нанес|соверш)/, word: /^(?:визит|поездк)/, before: 6, behind: 6},
  // «выполнены внутригосударственные процедуры», «достигнута договорённость», «внесены изменения», «расторгнут договор»
  {verb: /^выполн/, word: /^процедур/, before: 4, behind: 3},
  {verb: /^достиг/, word: /^(?:договоренност|соглашени|консенсус)/, before: 4, behind: 3},
  {verb: /^внес/, word: /^(?:изменени|дополнени|поправ)/, before: 4, behind: 4},
  {verb: /^расторг/, word: /^(?:договор|соглашени|контракт)/, before: 4, behind: 3},
  {verb: /^скреп/, word: /^подпис/, before: 4, behind: 4},
  // «подписи поставили …»
  {verb: /^поставил/, word: /^подпис[ьи]$/, before: 6, behind: 2},
  // «на полигоне учились военные»; others who learnt are in no exercise.
  {verb: /^учились$/, word: /^полигон/, before: 8, behind: 8},
  // «подготовлено 46 сотрудников», «обучен 21 участковый», not «подготовлен проект».
  {
    verb: /^подготовлен/,
    word: /^(?:сотрудник|специалист|офицер|следовател|кинолог|участков|инструктор|слушател|эксперт|пограничник|кадр|человек|военнослужащ|полицейск|милиционер|таможенник|консультант)/,
    before: 0,
    behind: 5,
  },
  // «председательство перешло к …», «представлен доклад»: other things pass and are presented without being news.
  {verb: /^пере(?:шел|шл|йд|даст|дадут)/, word: /^(?:пред|руководств)/, before: 6, behind: 2},
  {verb: /^представлен/, word: /^(?:доклад|отчет|исследован|обзор|профил|книг)/, before: 0, behind: 2},
];

/** Whether the verb at a place tells of an event only with a word that is not beside it. */
export function lacksCompany(list: readonly Word[], at: number, from: number): boolean {
  const form = list[at]?.form ?? "";
  const wanted = company.find((c) => c.verb.test(form));
  if (!wanted) return false;
  for (let i = Math.max(from, at - wanted.before); i <= at + wanted.behind; i++)
    if (i !== at && wanted.word.test(list[i]?.form ?? "")) return false;
  return true;
}
