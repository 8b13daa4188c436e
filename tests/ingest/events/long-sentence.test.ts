import {expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());

// What the processor spent, which other processes do not lengthen; the least of several runs.
function spent(work: () => void, runs = 3): number {
  const times = Array.from({length: runs}, () => {
    const before = process.cpuUsage();
    work();
    const {user, system} = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

const sentence = (operations: number) =>
  `Сводка\n\nВ 2012 году прошли ${Array.from({length: operations}, (_, i) => `операции «Барьер-${String(i)}» и «Рубеж-${String(i)}»`).join(", ")}.\n`;

test("a sentence of four times as many operations takes about four times the work, not sixteen times", () => {
  const [some, many] = [sentence(80), sentence(320)];
  readSeed(seedOf(some), names);
  const few = spent(() => readSeed(seedOf(some), names));
  expect(spent(() => readSeed(seedOf(many), names))).toBeLessThan(few * 9);
});
