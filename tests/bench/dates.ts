/** Dates alone, over one long text made of many: our reader beside chrono-node's Russian locale, in one run. */
import {ru} from "chrono-node";
import {findPhrases} from "../../src/ingest/dates/find.ts";
import {resolve} from "../../src/ingest/dates/resolve.ts";
import {makeDocument, makeSeed} from "./generate.ts";
import {type Options, type Section, interleave, median} from "./measure.ts";

export const name = "dates";

const megabyte = 1e6;

// Whole made-up pages, one below the other, up to so many bytes of UTF-8.
function text(bytes: number, seed: number): string {
  const pages: string[] = [];
  for (let size = 0, n = 0; size < bytes; n++) {
    const page = makeSeed(makeDocument(n, seed), n).text;
    pages.push(page);
    size += Buffer.byteLength(page) + 1;
  }
  return pages.join("\n");
}

const ours = (page: string): number =>
  resolve(page, findPhrases(page), {reference: {date: "2024-05-20", span: null, by: "given"}}, "bench").dates.length;

/** Speeds in megabytes of UTF-8 a second; chrono-node gets a tenth of the text, for its time grows with it. */
export async function run({seed, rounds}: Options): Promise<Section[]> {
  const long = text(10 * megabyte, seed);
  const short = text(megabyte, seed);
  const line = long.replaceAll("\n", " ");
  const reference = new Date(Date.UTC(2024, 4, 20));
  const cases = [
    {name: "Letopis, 10 MB", text: long, run: () => ours(long)},
    {name: "Letopis, 10 MB on one line", text: line, run: () => ours(line)},
    {name: "Letopis, 1 MB", text: short, run: () => ours(short)},
    {name: "chrono-node ru, 1 MB", text: short, run: () => ru.parse(short, reference).length},
  ];
  const timings = await interleave(cases, rounds);
  const speeds = timings.map(({times}, i) => Buffer.byteLength(cases[i]?.text ?? "") / megabyte / (median(times) / 1000));
  const peer = speeds.at(-1) ?? NaN;
  return [
    {
      title: "Dates",
      note: "Date phrases found and resolved against a given day; MB of UTF-8 a second.",
      head: ["reader", "s", "MB/s", "times the peer", "dates"],
      rows: timings.map(({name: who, times, result}, i) => [
        who,
        median(times) / 1000,
        speeds[i] ?? NaN,
        (speeds[i] ?? NaN) / peer,
        Number(result),
      ]),
    },
    {
      title: "Hostile near-dates",
      note: "Found and resolved, 0.5 MB and 1 MB: twice the text should take about twice the time.",
      head: ["text", "0.5 MB, ms", "1 MB, ms"],
      rows: await hostile(rounds),
    },
  ];
}

async function hostile(rounds: number): Promise<(string | number)[][]> {
  const pieces = ["1 ", "с 1 по ", "1, 2, ", "2012-", "12.12.", "5 мая ", "в январе и "];
  const cases = pieces.flatMap((piece) =>
    [0.5, 1].map((size) => {
      const page = piece.repeat((size * megabyte) / piece.length);
      return {name: piece, run: () => ours(page)};
    }),
  );
  const timings = await interleave(cases, rounds);
  return pieces.map((piece, i) => [`«${piece}…»`, median(timings[2 * i]?.times ?? []), median(timings[2 * i + 1]?.times ?? [])]);
}
