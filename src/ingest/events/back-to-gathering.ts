/** What may stand before: «Также», «Кроме того», «Как сообщает пресс-служба, …», «По словам министра, …»; the source of a pattern. */
export const lead = String.raw`^[\s«"–—-]*(?:(?:также|кроме того|наряду с этим|помимо этого|вместе с тем),?\s|(?:как\s(?:сообща|отмеча|переда|уточн|рассказ)\p{L}+|по\s(?:словам|данным))\s[^,]{3,80},\s)?`;
const during = String.raw`(?:в\s(?:ходе|рамках|завершение|конце|заключение)|во\sвремя|по\s(?:(?:её|ее|его|их)\s)?(?:итогам|результатам|окончании|завершении))`;

/** A noun for a gathering in any case, as the source of a pattern. */
export const gatheringNoun = String.raw`(?:встреч|заседани|мероприяти|совещани|переговор|бесед|саммит|форум|конференци|сесси|консультаци|семинар|тренинг|учени|манёвр|маневр)\p{L}{0,3}`;

const toIt = new RegExp(
  String.raw`${lead}(?:${during}|на)\s(?:(?:\p{Ll}+(?:ой|ей|ом|ем|ого|его|ых|их)\s)?${gatheringNoun}|н[её]м|ней|них)(?!\p{L})`,
  "iu",
);
const there = new RegExp(String.raw`${lead}(?:${during}|за\sэто\sвремя|на\sполях|(?:здесь|там)\sже)(?!\p{L})`, "iu");

/** «В ходе встречи стороны …», «На нём рассмотрены …»: the words by which a sentence goes back to a gathering told of before. */
export const backToGathering = (words: string): string | undefined => toIt.exec(words)?.[0];

/** «По итогам подписан протокол», «Здесь же утверждён план»: whether what a sentence tells went on at what was told of before. */
export const wentOnThere = (words: string): boolean => toIt.test(words) || there.test(words);
