/** The words of the picture itself, kept apart from the pages' so that the script in the browser stays small. */
export type ScoreWords = {
  events: (n: number) => string;
  joint: (n: number) => string;
  together: string;
  togetherHelp: string;
  otherSets: string;
  teach: string;
  undated: string;
  noneDated: string;
  states: string;
  statesShort: string;
  others: string;
  moreLong: (n: number) => string;
  coarse: (n: number) => string;
  number: (n: number) => string;
  /** By status, as a label's suffix; nothing for what happened. */
  status: Record<"happened" | "ongoing" | "planned" | "cancelled", string>;
  /** The same in a sentence. */
  statusLong: Record<"happened" | "ongoing" | "planned" | "cancelled", string>;
  roles: Record<"host" | "signatory" | "participant" | "observer" | "subject", string>;
  and: string;
  nothing: string;
  reset: string;
  ago: {thousand: string; million: string; billion: string};
  bce: string;
  inWindow: (n: number, undated: number) => string;
  from: string;
  to: string;
  zoomTo: (period: string, n: string) => string;
  copied: string;
  period: string;
  broken: string;
};

const plural = (n: number, one: string, few: string, many: string) =>
  n % 10 === 1 && n % 100 !== 11 ? one : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? few : many;
const grouped = (n: number, by: string) => (n < 10000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, by));

const ru: ScoreWords = {
  events: (n) => `${ru.number(n)} ${plural(n, "событие", "события", "событий")}`,
  joint: (n) => `${ru.number(n)} вместе`,
  together: "Вместе",
  togetherHelp: "точный состав участников; темнее — больше совместных событий",
  otherSets: "прочие составы",
  teach: "← линия: вместе",
  undated: "Без даты",
  noneDated: "датированных нет →",
  states: "Государства",
  statesShort: "Гос-ва",
  others: "Прочие",
  moreLong: (n) => `ещё ${ru.number(n)} ${plural(n, "длительное", "длительных", "длительных")}`,
  coarse: (n) => `ещё ${ru.number(n)} с ${plural(n, "датой", "датами", "датами")} грубее столбца`,
  number: (n) => grouped(n, "\u202f"),
  status: {happened: "", ongoing: "идёт", planned: "план", cancelled: "отменено"},
  statusLong: {happened: "", ongoing: "Продолжается", planned: "Запланировано, исход не известен", cancelled: "Отменено"},
  roles: {host: "принимает", signatory: "подписывает", participant: "участвует", observer: "наблюдает", subject: "о ней речь"},
  and: "и",
  nothing: "Ничего не найдено",
  reset: "Сбросить",
  ago: {thousand: "тыс. лет назад", million: "млн лет назад", billion: "млрд лет назад"},
  bce: "до н. э.",
  inWindow: (n, undated) => `${ru.events(n)}${undated ? `, без даты ${ru.number(undated)}` : ""}`,
  from: "Начало периода",
  to: "Конец периода",
  zoomTo: (period, n) => `${period}: ${n}. Приблизить`,
  copied: "Ссылка скопирована",
  period: "Период",
  broken: "Данные ленты не прочитаны: показана картинка, какой она была при сборке",
};

const en: ScoreWords = {
  events: (n) => `${en.number(n)} ${n === 1 ? "event" : "events"}`,
  joint: (n) => `${en.number(n)} joint`,
  together: "Together",
  togetherHelp: "exact set of participants; darker = more joint events",
  otherSets: "other sets",
  teach: "← line: together",
  undated: "No date",
  noneDated: "no dated events →",
  states: "States",
  statesShort: "States",
  others: "Others",
  moreLong: (n) => `${en.number(n)} more long ${n === 1 ? "one" : "ones"}`,
  coarse: (n) => `${en.number(n)} more with dates coarser than a column`,
  number: (n) => grouped(n, ","),
  status: {happened: "", ongoing: "ongoing", planned: "planned", cancelled: "cancelled"},
  statusLong: {happened: "", ongoing: "Ongoing", planned: "Planned, outcome unknown", cancelled: "Cancelled"},
  roles: {host: "host", signatory: "signatory", participant: "participant", observer: "observer", subject: "subject"},
  and: "and",
  nothing: "Nothing found",
  reset: "Reset",
  ago: {thousand: "thousand years ago", million: "million years ago", billion: "billion years ago"},
  bce: "BCE",
  inWindow: (n, undated) => `${en.events(n)}${undated ? `, ${en.number(undated)} undated` : ""}`,
  from: "Start of the period",
  to: "End of the period",
  zoomTo: (period, n) => `${period}: ${n}. Zoom in`,
  copied: "Link copied",
  period: "Period",
  broken: "The timeline's data could not be read: the picture is as it was built",
};

/** Words of the picture in a language; English where we have none. */
export const scoreWords = (lang: string): ScoreWords => (lang.startsWith("ru") ? ru : en);
