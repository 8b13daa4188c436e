/** What the scorer leaves out: of the events found, how many have the right type. */

/** An event as the annotation gives it, and one as `extract` prints it. */
export type Annotated = {date: string | null; date_text: string | null; type: string; title_span: string};
export type Extracted = {date: string | null; dateText?: string | null; type: string; title: string};

/** A line of the confusion table: the annotated type, the type read, how often. */
export type Confusion = {gold: string; read: string; times: number};

/** Right types among matched events, and what was taken for what. */
export function typeAccuracy(documents: readonly {gold: readonly Annotated[]; read: readonly Extracted[]}[]): {
  right: number;
  of: number;
  wrong: Confusion[];
} {
  let right = 0;
  let of = 0;
  const wrong = new Map<string, Confusion>();
  for (const {gold, read} of documents)
    for (const [a, b] of matched(gold, read)) {
      of++;
      if (a.type === b.type) {
        right++;
        continue;
      }
      const known = wrong.get(`${a.type} ${b.type}`) ?? {gold: a.type, read: b.type, times: 0};
      wrong.set(`${a.type} ${b.type}`, {...known, times: known.times + 1});
    }
  return {right, of, wrong: [...wrong.values()].sort((a, b) => b.times - a.times)};
}

// One to one, the likest first: words of the title, the date, the words of the date, as the scorer weighs them.
function matched(gold: readonly Annotated[], read: readonly Extracted[]): [Annotated, Extracted][] {
  const pairs = gold.flatMap((a) =>
    read.flatMap((b) => {
      const words = likeness(a.title_span, b.title);
      const said = a.date_text !== null && a.date_text === (b.dateText ?? null);
      return words >= 0.25 || said ? [{a, b, score: words + (day(a.date) === day(b.date) ? 0.6 : 0) + (said ? 0.4 : 0)}] : [];
    }),
  );
  const taken = new Set<Annotated | Extracted>();
  return pairs
    .sort((x, y) => y.score - x.score)
    .flatMap(({a, b}): [Annotated, Extracted][] => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a).add(b);
      return [[a, b]];
    });
}

const day = (date: string | null) => date?.replace(/[?~%]/g, "").replace(/T[^/]*/g, "") ?? null;

function likeness(a: string, b: string): number {
  const [x, y] = [stems(a), stems(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return x.size && y.size ? shared / Math.min(x.size, y.size) / 2 + shared / (x.size + y.size - shared) / 2 : 0;
}

const stems = (text: string) =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length > 2).map((w) => w.slice(0, 5)));
