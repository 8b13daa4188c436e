import {stringify} from "csv-stringify/sync";
import {type Localized} from "../model/entity.ts";
import {type Entry, type Named} from "./entry.ts";
import {sound} from "./text.ts";

/** A column: how it is called, what it means, and what stands in it. */
export type Field = {name: string; meaning: Localized; value: (entry: Entry) => string | number};

/** Between several values of one cell. */
const SEPARATOR = "; ";

const ids = (list: Named[]) => list.map(({id}) => id).join(SEPARATOR);
const names = (list: Named[]) => list.map(({name}) => name).join(SEPARATOR);
const best = (entry: Entry) => entry.sources[0];

/** Columns of events.csv in their order; the data page shows the same table. */
export const fields: Field[] = [
  column("id", "Постоянное имя события", "Permanent name of the event", (e) => e.id),
  column("url", "Страница события", "Page of the event", (e) => e.url),
  column(
    "title",
    "Название: слова источника, сокращённые, или перевод. Во всех столбцах перед знаками =, +, -, @ в начале ячейки стоит апостроф, чтобы таблица не приняла её за формулу",
    "Title: words of the source, shortened, or a translation. In every column an apostrophe stands before a leading =, +, - or @, so that no table program runs the cell",
    (e) => e.title,
  ),
  column("title_language", "Язык названия, BCP 47", "Language of the title, BCP 47", (e) => e.titleLanguage ?? ""),
  column(
    "when",
    "Дата в EDTF (ISO 8601-2): «?» — предположительно, «~» — около, «..» — без начала или конца, X — не указано; пусто — даты нет",
    "Date in EDTF (ISO 8601-2): “?” uncertain, “~” about, “..” open, X not given; empty: no date",
    (e) => e.when ?? "",
  ),
  column("when_words", "Дата словами", "Date in words", (e) => e.whenWords),
  column("earliest", "Самый ранний возможный день", "Earliest possible day", (e) => day(e.bounds?.earliest)),
  column("latest", "Самый поздний возможный день, включительно", "Latest possible day, inclusive", (e) =>
    day(e.bounds?.latest, -1),
  ),
  column(
    "not_after",
    "Для события без даты: не позже этого дня, EDTF",
    "For an undated event: no later than this, EDTF",
    (e) => e.notAfter ?? "",
  ),
  column(
    "basis",
    "Откуда дата: stated — из текста, inferred — выведена, relative — из слов вроде «вчера», editor — человек, none — её нет",
    "Where the date comes from: stated, inferred, relative (from words such as “yesterday”), editor, none",
    (e) => e.basis,
  ),
  column(
    "status",
    "happened — состоялось, ongoing — идёт, planned — план, cancelled — отменено",
    "happened, ongoing, planned, cancelled: as of the source",
    (e) => e.status,
  ),
  column("type", "Вид события", "Type of event", (e) => e.type),
  column("organizations", "Организации, имена через «; »", "Organisations, ids parted by “; ”", (e) => ids(e.organizations)),
  column("organization_names", "Организации словами", "Organisations by name", (e) => names(e.organizations)),
  column("bodies", "Органы организаций", "Bodies of organisations", (e) => names(e.bodies)),
  column("countries", "Страны, ISO 3166-1", "Countries, ISO 3166-1", (e) => ids(e.countries)),
  column("people", "Люди", "People", (e) => names(e.people)),
  column("places", "Места", "Places", (e) => names(e.places)),
  column("operations", "Операции", "Operations", (e) => names(e.operations)),
  column("topics", "Темы", "Topics", (e) => names(e.topics)),
  column("figures", "Числа из источника", "Figures of the source", (e) =>
    e.figures
      .map(({what, value, unit, approximate}) => [what, `${approximate ? "~" : ""}${value}`, unit].filter(Boolean).join(" "))
      .join(SEPARATOR),
  ),
  column("quote", "Точные слова источника", "Exact words of the source", (e) => best(e)?.quote ?? ""),
  column("source_title", "Заголовок источника", "Title of the source", (e) => best(e)?.title ?? ""),
  column("source_publisher", "Издатель", "Publisher", (e) => best(e)?.publisher ?? ""),
  column(
    "source_published",
    "День публикации источника, EDTF",
    "Date of the source's publication, EDTF",
    (e) => best(e)?.published ?? "",
  ),
  column("source_page", "Источник на этом сайте", "The source on this site", (e) => best(e)?.page ?? ""),
  column("source_url", "Источник в сети", "The source where it was published", (e) => best(e)?.url ?? ""),
  column("sources", "Сколько источников", "Number of sources", (e) => e.sources.length),
];

function column(name: string, ru: string, en: string, value: Field["value"]): Field {
  return {name, meaning: {ru, en}, value};
}

/** The day of an instant, ISO 8601; empty when there is none or it lies beyond the years 1-9999, which tables cannot read. */
function day(instant: number | null | undefined, shift = 0): string {
  if (instant == null) return "";
  const moved = instant + shift;
  return moved >= -62135596800000 && moved < 253402300800000 ? new Date(moved).toISOString().slice(0, 10) : "";
}

/**
 * events.csv: RFC 4180, UTF-8 with a BOM so that Excel reads Cyrillic. A cell that a table program would take
 * for a formula begins with an apostrophe.
 */
export function eventsCsv(entries: Entry[]): string {
  const rows = entries.map((entry) => fields.map(({value}) => cell(value(entry))));
  return stringify([fields.map(({name}) => name), ...rows], {
    bom: true,
    record_delimiter: "windows",
    quoted_string: true,
    escape_formulas: true,
  });
}

// The writer looks at the first sign alone; table programs also run a formula behind blanks or marks that do not show.
const hidden = /^[\s\p{Cf}]+(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

const cell = (value: string | number): string | number =>
  typeof value === "number" ? value : sound(value).replace(hidden, "'$&");
