/** The words on the timeline's controls. */
export type ControlWords = {
  controls: string;
  joint: string;
  organization: string;
  country: string;
  topic: string;
  type: string;
  any: {organization: string; country: string; topic: string; type: string; status: string; certainty: string};
  search: string;
  from: string;
  to: string;
  fromFull: string;
  toFull: string;
  periodHint: string;
  zoomIn: string;
  zoomOut: string;
  whole: string;
  more: string;
  by: string;
  lanes: {organizations: string; countries: string; topics: string; types: string};
  status: string;
  statuses: {happened: string; ongoing: string; planned: string; cancelled: string};
  certainty: string;
  certainties: {sure: string; doubtful: string};
  copy: string;
  download: string;
  hint: string;
  undated: (n: number) => string;
  legend: {
    title: string;
    day: string;
    within: string;
    about: string;
    uncertain: string;
    both: string;
    lasts: string;
    until: string;
    since: string;
    planned: string;
    ongoing: string;
    cancelled: string;
    together: string;
  };
};

/** A way a date or a status is drawn. */
export type MarkKind = Exclude<keyof ControlWords["legend"], "title">;

const ru: ControlWords = {
  controls: "Что показать",
  joint: "Только совместные",
  organization: "Организация",
  country: "Страна",
  topic: "Тема",
  type: "Вид",
  any: {organization: "любая", country: "любая", topic: "любая", type: "любой", status: "любой", certainty: "любая"},
  search: "Поиск по событиям",
  from: "с",
  to: "по",
  fromFull: "Начало периода",
  toFull: "Конец периода",
  periodHint: "Год, месяц или день: 2015, 2015-07, 27.10.2015",
  zoomIn: "Приблизить",
  zoomOut: "Отдалить",
  whole: "Весь период",
  more: "Ещё",
  by: "Дорожки",
  lanes: {organizations: "организации", countries: "страны", topics: "темы", types: "виды"},
  status: "Статус",
  statuses: {happened: "состоялось", ongoing: "идёт", planned: "план", cancelled: "отменено"},
  certainty: "Дата",
  certainties: {sure: "названа точно", doubtful: "с оговоркой"},
  copy: "Скопировать ссылку",
  download: "Скачать",
  hint: "Масштаб: Ctrl + колесо, щипок или + и −; стрелки ведут от события к событию",
  undated: (n) => `Без даты: ${n} ↓`,
  legend: {
    title: "Как читать",
    day: "день",
    within: "внутри месяца или года",
    about: "около",
    uncertain: "предположительно",
    both: "около и предположительно",
    lasts: "весь период",
    until: "не позже",
    since: "с… и далее",
    planned: "план",
    ongoing: "идёт",
    cancelled: "отменено",
    together: "вместе",
  },
};

const en: ControlWords = {
  controls: "What to show",
  joint: "Joint events only",
  organization: "Organisation",
  country: "Country",
  topic: "Topic",
  type: "Type",
  any: {organization: "any", country: "any", topic: "any", type: "any", status: "any", certainty: "any"},
  search: "Search events",
  from: "from",
  to: "to",
  fromFull: "Start of the period",
  toFull: "End of the period",
  periodHint: "A year, month or day: 2015, 2015-07, 2015-10-27",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  whole: "Whole period",
  more: "More",
  by: "Lanes",
  lanes: {organizations: "organisations", countries: "countries", topics: "topics", types: "types"},
  status: "Status",
  statuses: {happened: "happened", ongoing: "ongoing", planned: "planned", cancelled: "cancelled"},
  certainty: "Date",
  certainties: {sure: "stated exactly", doubtful: "with a doubt"},
  copy: "Copy link",
  download: "Download",
  hint: "Zoom: Ctrl + wheel, pinch, or + and −; arrow keys go from event to event",
  undated: (n) => `No date: ${n} ↓`,
  legend: {
    title: "How to read",
    day: "day",
    within: "some time within the month or year",
    about: "around",
    uncertain: "conjecture",
    both: "around, and a conjecture",
    lasts: "whole period",
    until: "not later than",
    since: "from then on",
    planned: "planned",
    ongoing: "ongoing",
    cancelled: "cancelled",
    together: "together",
  },
};

export const controlWords = (lang: string): ControlWords => (lang.startsWith("ru") ? ru : en);
