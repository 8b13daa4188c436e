import {type CountableTimeInterval, utcDay, utcHour, utcMinute, utcMonth} from "d3-time";
import {dateWords, whenWords} from "../i18n/when.ts";
import {scoreWords} from "../i18n/score-words.ts";
import {bounds} from "../model/edtf.ts";
import {DAY} from "./extent.ts";
import type {Window} from "./scale.ts";
import type {Tick} from "./scene.ts";
import {round} from "./glyph.ts";
import type {Scale} from "./scale.ts";
import {textWidth} from "./widths.ts";

const SIZE = 12.5;
/** Dates of the language end here; beyond, years are of mean length. */
const calendar = 8.6e15;

/** First instant of a year, ms UTC, for years of any size. */
export const yearStart = (year: number): number =>
  bounds({kind: "point", precision: "year", year, part: null, day: null, time: null, uncertain: false, approximate: false})
    ?.earliest ?? 0;

/** Astronomical year of an instant. */
export const yearOf = (t: number): number =>
  Math.abs(t) < calendar ? new Date(t).getUTCFullYear() : Math.floor(1970 + t / 31556952000);

/** Lines and labels of the axis for a window, from billions of years to minutes. */
export function ticks(scale: Scale, window: Window, x0: number, x1: number, lang: string, thin = 1): Tick[] {
  const day = ((x1 - x0) / (window.to - window.from)) * DAY;
  const all = day * 30.4 > 10 ? fineTicks(scale, window, day, lang) : yearTicks(scale, window, x1, day, lang, thin);
  return all.filter((t) => t.x >= x0 - 1 && t.x <= x1 + 1);
}

/** 1, 2, 5, 10, 20 … the first of which `test` holds. */
function step(test: (n: number) => boolean): number {
  for (let ten = 1; ten < 1e11; ten *= 10) for (const k of [1, 2, 5]) if (test(k * ten)) return k * ten;
  return 1e11;
}

/** Years and wider: the number stands in the middle of its year, or at its line where years are too narrow for a line each. */
function yearTicks(scale: Scale, w: Window, x1: number, day: number, lang: string, thin: number): Tick[] {
  const year = day * 365.2425;
  const first = yearOf(w.from);
  const last = yearOf(w.to - 1);
  const name = yearName(lang, Math.max(Math.abs(first), Math.abs(last)));
  const room = Math.max(textWidth(name(first), SIZE), textWidth(name(last), SIZE)) + 8;
  const labelled = step((n) => n >= thin && n * year >= room);
  const line = step((n) => n * year >= 9);
  const out: Tick[] = [];
  for (let y = Math.floor(first / line) * line; y <= last + line; y += line) {
    const x = scale(yearStart(y));
    const named = y % labelled === 0 && y <= last;
    const centre = line === 1;
    const middle = centre ? (x + scale(yearStart(y + 1))) / 2 : x;
    const from = Math.max(middle, scale(w.from) - 1);
    out.push({
      x: round(x),
      rank: "major",
      text: named && from < x1 - (centre ? 0 : 12) ? name(y) : "",
      strong: false,
      at: round(middle + (centre ? 0 : 4)),
      anchor: centre ? "middle" : "start",
    });
    if (!centre && named && middle < scale(w.from)) (out.at(-1) as Tick).text = "";
  }
  return out;
}

/** Years of history as numbers, BCE as people count; beyond 10 000 as time ago. */
export function yearName(lang: string, largest: number): (year: number) => string {
  const words = scoreWords(lang);
  if (largest >= 10000) {
    const [unit, size] =
      largest >= 1e9 ? (["billion", 1e9] as const) : largest >= 1e6 ? (["million", 1e6] as const) : (["thousand", 1e3] as const);
    const {format: number} = new Intl.NumberFormat(lang, {useGrouping: false});
    return (y) => (y < 0 ? `${number(+(-y / size).toPrecision(3))} ${words.ago[unit]}` : String(y));
  }
  return (y) => (y > 0 ? String(y) : `${1 - y} ${words.bce}`);
}

/** Lines at every `n`-th of an interval. */
type Level = {interval: CountableTimeInterval; n: number; text: (d: Date) => string; rank: Tick["rank"]; strong: boolean};

/** Months down to minutes: each line says what changes there, the coarsest in bold; what holds at the left edge is said before it. */
function fineTicks(scale: Scale, w: Window, day: number, lang: string): Tick[] {
  const words = dateWords(lang);
  const month = (d: Date) => words.month(d.getUTCMonth() + 1, "alone", "short", "plain").replace(/\.$/, "");
  const clock = (d: Date) => d.toISOString().slice(11, 16);
  const m = day * 30.4;
  const levels: Level[] = [
    {interval: utcMonth, n: 12, text: (d) => String(d.getUTCFullYear()), rank: "major", strong: true},
    {interval: utcMonth, n: m > 38 ? 1 : 3, text: month, rank: "minor", strong: day > 14},
    ...(day > 14
      ? [
          {
            interval: utcDay,
            n: 1,
            text: (d: Date) => (day > 22 || d.getUTCDate() % 5 === 0 ? String(d.getUTCDate()) : ""),
            rank: "fine" as const,
            strong: day > 150,
          },
        ]
      : []),
    ...[12, 6, 3, 1]
      .filter((h) => (day * h) / 24 > 44)
      .map((h) => ({interval: utcHour, n: h, text: clock, rank: "fine" as const, strong: false})),
    ...[30, 15, 5, 1]
      .filter((n) => (day * n) / 1440 > 44)
      .map((n) => ({interval: utcMinute, n, text: clock, rank: "fine" as const, strong: false})),
  ];
  const seen = new Set<number>();
  const out: Tick[] = [];
  for (const {interval, n, text, rank, strong} of levels) {
    // From the first that divides by n on in whole steps: an interval of every n-th would try each in between.
    const from = interval.every(n)?.ceil(new Date(w.from)) ?? new Date(w.from);
    for (const d of interval.range(from, new Date(w.to + 1), n)) {
      if (seen.has(+d)) continue;
      seen.add(+d);
      const x = scale(+d);
      out.push({x: round(x), rank, text: text(d), strong, at: round(x + 4), anchor: "start"});
    }
  }
  if (m <= 38)
    for (const d of utcMonth.range(utcMonth.ceil(new Date(w.from)), new Date(w.to + 1)))
      if (!seen.has(+d)) out.push({x: round(scale(+d)), rank: "minor", text: "", strong: false, at: 0, anchor: "start"});
  return hideCrowded(out, scale(w.to)).concat(edge(out, scale(w.from), w.from, day, lang));
}

/** Drops texts that would touch one of an equal or coarser rank. */
function hideCrowded(all: Tick[], right: number): Tick[] {
  const order = {major: 0, minor: 1, fine: 2};
  const taken: [number, number][] = [];
  for (const t of [...all].sort((a, b) => order[a.rank] - order[b.rank] || a.x - b.x)) {
    if (!t.text) continue;
    const end = t.at + textWidth(t.text, SIZE, t.strong ? 600 : 400);
    if (t.x > right - 8 || taken.some(([a, b]) => t.at < b + 5 && end > a - 5)) t.text = "";
    else taken.push([t.at, end]);
  }
  return all.sort((a, b) => a.x - b.x);
}

/** What holds at the left edge, said left of it: the year, or the day when hours are shown. */
function edge(all: Tick[], x: number, t: number, day: number, lang: string): Tick[] {
  if (all.some((k) => k.rank === "major" && k.x < x + 60 && k.text)) return [];
  const iso = new Date(t).toISOString();
  const text =
    day > 500
      ? whenWords(iso.slice(0, 10), lang, "short")
      : day > 60
        ? whenWords(iso.slice(0, 7), lang, "short")
        : iso.slice(0, 4);
  return [{x: round(x), rank: "minor", text, strong: true, at: round(x - 8), anchor: "end"}];
}
