import {readFileSync} from "node:fs";
import {type Lane, STATES, type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";

/** Nineteen events of the five seeds, as the design shows them. */
export const sample = (lang: "ru" | "en"): TimelineData =>
  JSON.parse(readFileSync(`tests/fixtures/timeline/${lang}.json`, "utf8")) as TimelineData;

export const lane = (id: string, ink: number, shape: Lane["shape"] = "circle"): Lane => ({
  id,
  name: id.toUpperCase(),
  shape,
  ink,
  href: null,
});

export const lanes: Lane[] = [
  lane("cis", 1, "diamond"),
  lane("iom", 2),
  lane("csto", 3, "square"),
  lane("sco", 4, "triangle"),
  lane(STATES, 0, "cross"),
];

export const item = (id: string, when: string | null, on: string[], more: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  when,
  notAfter: null,
  status: "happened",
  type: "meeting",
  lanes: on,
  organizations: on.filter((o) => o !== STATES),
  countries: [],
  topics: [],
  title: `Событие ${id}`,
  short: `Событие ${id}`,
  href: `events/${id}/`,
  ...more,
});

export const dataOf = (items: TimelineItem[], lang = "ru", rows: Lane[] = lanes): TimelineData => ({
  lang,
  title: "Лента",
  lanes: rows,
  items,
  names: {organizations: {}, countries: {}, topics: {}, types: {}},
});

/** A repeatable random number below 1. */
export function random(seed: number): () => number {
  let s = (seed * 48271 + 11) % 2147483647;
  return () => (s = (s * 16807) % 2147483647) / 2147483647;
}

const words =
  "совещание операция меморандум стратегия заседание учения план конференция миграция граница сотрудничество совета министров о по".split(
    " ",
  );

/** `count` random events: every kind of date, one to four participants, some undated, planned or cancelled. */
export function scatter(count: number, seed: number, lang = "ru", years = 17): TimelineData {
  const r = random(seed);
  const two = (n: number) => String(n).padStart(2, "0");
  const items = Array.from({length: count}, (_, i) => {
    const y = 2008 + Math.floor(years * r() ** 0.7);
    const day = `${y}-${two(1 + Math.floor(r() * 12))}-${two(1 + Math.floor(r() * 28))}`;
    const q = r();
    const when =
      q < 0.6
        ? day
        : q < 0.7
          ? day.slice(0, 7)
          : q < 0.74
            ? String(y)
            : q < 0.8
              ? `${y}/${y + 1 + Math.floor(r() * 3)}`
              : q < 0.84
                ? `${day}?`
                : q < 0.88
                  ? `${day.slice(0, 7)}~`
                  : q < 0.9
                    ? `../${day}`
                    : q < 0.92
                      ? `${y}/..`
                      : q < 0.94
                        ? `${y}-${33 + Math.floor(r() * 4)}`
                        : q < 0.95
                          ? `XXXX-${day.slice(5)}`
                          : null;
    const on = lanes
      .slice(0, 4)
      .map((l) => l.id)
      .filter(() => r() < 0.35);
    const title = Array.from({length: 2 + Math.floor(r() * 4)}, () => words[Math.floor(r() * words.length)])
      .join(" ")
      .slice(0, 38);
    const status = r() < 0.1 ? "planned" : r() < 0.03 ? "cancelled" : r() < 0.03 ? "ongoing" : "happened";
    return item(`e${i}`, when, on.length ? on : [r() < 0.7 ? "csto" : STATES], {title, short: title, status});
  });
  return dataOf(items, lang);
}
