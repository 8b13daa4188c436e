import fc from "fast-check";
import {expect, test} from "vitest";
import {slug} from "../../src/model/slug.ts";
import {page, type Page} from "../../src/store/page.ts";
import {type Folder} from "../../src/store/wanted.ts";
import {type Content, ingestInto} from "./memory-disk.ts";
import {readSeeds} from "./reading.ts";

/** Something a person did that no run may undo. */
type Claim = {path: string; holds: (text: string) => boolean; says: string};

type World = {
  seeds: Map<string, string>;
  rules: number;
  content: Content;
  claims: Claim[];
  away: Set<string>;
  marks: number;
  /** A page's text after what a person did to it during a run. */
  during?: string | undefined;
};

const places = ["Минске", "Бишкеке", "Душанбе", "Ташкенте", "Астане", "Ереване", "Москве", "Алматы"];
const subjects = ["министров внутренних дел", "глав погранслужб", "экспертов по миграции", "послов", "секретарей советов"];

// Sentences no two of which are alike.
const sentence = (n: number): string =>
  n % 4 === 0
    ? `Обед номер ${String(n)} был в ${places[n % 8] ?? ""}, и речь шла о погоде.`
    : `В ${places[n % 8] ?? ""} 20${String(10 + (n % 15))}-0${String(1 + (n % 9))}-1${String(n % 10)} прошла встреча ${subjects[n % 5] ?? ""} номер ${String(n)}, был министр ${["Иванов", "Петров", "Сидоров"][n % 3] ?? ""}.`;

type Deed = (world: World, a: number, b: number) => void;

const pick = <T>(list: T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const pageAt = (content: Content, path: string): Page => page(path.split("/")[0] as Folder, path, content.get(path) ?? "");
const lineOf = (text: string, name: string) => new RegExp(`^${name}:.*(?:\\n .*)*\\n`, "m").exec(text)?.[0];

function write(
  world: World,
  path: string | undefined,
  change: (text: string, mark: string) => string,
  claim: (mark: string) => (text: string) => boolean,
  isOrder = false,
) {
  if (path === undefined) return;
  const mark = `рука-${String(++world.marks)}`;
  const before = world.content.get(path) ?? "";
  const after = change(before, mark);
  if (after === before) return;
  world.content.set(path, after);
  // What this edit overwrote of the person's own is theirs to overwrite.
  world.claims = world.claims.filter((c) => c.path !== path || c.holds(after));
  const holds = claim(mark);
  if (holds(after)) world.claims.push({path, holds, says: isOrder ? "order" : mark});
}

const contains = (mark: string) => (text: string) => text.includes(mark);
const paths = (world: World, folder = "") => [...world.content.keys()].filter((path) => path.startsWith(folder)).sort();
const fields: Record<string, string[]> = {
  documents: ["title", "published", "publisher", "boilerplate", "entities", "events", "seed"],
  events: ["title", "when", "whenBasis", "status", "type", "people", "sources", "organizations"],
  people: ["names", "post"],
};
// What cannot be read of a name keeps ingest from reading anything; that is a deed of its own.
const written = (name: string, mark: string) => (name === "names" ? `{ru: '${mark}'}` : `'${mark}'`);
const keysIn = (text: string) => [...text.slice(0, text.indexOf("\n---", 3)).matchAll(/^([a-zA-Z]+):/gm)].map((m) => m[1] ?? "");

const records = (world: World) => readSeeds(Object.fromEntries(world.seeds), world.rules);
const settle = (world: World) => ingestInto(world.content, records(world));
const isRead = (world: World, key: string) => records(world).events.some((event) => event.key === key);
// A copy keeps the old name of a seed that was renamed.
const ownPart = (key: string | null) => key?.slice(key.lastIndexOf(":"));
const holders = (world: World, key: string) =>
  paths(world, "events/").filter((path) => ownPart(pageAt(world.content, path).key) === ownPart(key));
const linesIn = (world: World, path: string) => world.content.get(path) ?? "";

const deeds: Record<string, Deed> = {
  "new rules": (world, a) => (world.rules = 1 + (a % 2)),
  "edit a field": (world, a, b) => {
    const path = pick(paths(world), a);
    const name = pick(fields[path?.split("/")[0] ?? ""] ?? [], b) ?? "";
    write(
      world,
      path,
      (text, mark) => text.replace(lineOf(text, name) ?? "\0", `${name}:  ${written(name, mark)}   # ${mark} почему\n`),
      (mark) => (text) => text.includes(`${name}:  ${written(name, mark)}   # ${mark} почему`),
    );
  },
  "add a source": (world, a) =>
    write(
      world,
      pick(paths(world, "events/"), a),
      (text, mark) => text.replace(/^sources:\n/m, `sources:\n  - {url: "https://example.org/${mark}"}\n`),
      (mark) => contains(`  - {url: "https://example.org/${mark}"}`),
    ),
  "add a field": (world, a) =>
    write(
      world,
      pick(paths(world), a),
      (text, mark) =>
        /^notes:/m.test(text) ? text : text.replace(/^(status|title|post): /m, `notes: |\n  ${mark}\n\n  # не комментарий\n$1: `),
      (mark) => contains(`notes: |\n  ${mark}\n\n  # не комментарий\n`),
    ),
  "add a comment": (world, a, b) =>
    write(
      world,
      pick(paths(world), a),
      (text, mark) => {
        const lines = text.split("\n");
        const end = lines.indexOf("---", 1);
        const at = 1 + (b % Math.max(1, end));
        const inner = /^ +/.exec(lines[at] ?? "")?.[0] ?? "";
        lines.splice(at, 0, `${inner}# ${mark}`);
        return lines.join("\n");
      },
      (mark) => contains(`# ${mark}`),
    ),
  "move a field": (world, a, b) =>
    write(
      world,
      pick(paths(world), a),
      (text) => {
        const block = lineOf(text, pick(keysIn(text).slice(0, 5), b) ?? "");
        return block ? text.replace(block, "").replace(/^---\n/, `---\n${block}`) : text;
      },
      () => {
        const order = keysIn(world.content.get(pick(paths(world), a) ?? "") ?? "");
        return (text) => {
          const now = keysIn(text).filter((key) => order.includes(key));
          return now.join() === order.filter((key) => now.includes(key)).join();
        };
      },
      true,
    ),
  "delete a line": (world, a, b) => {
    const path = pick(paths(world), a);
    const name = pick(["when", "type", "publisher", "language", "post"], b) ?? "";
    write(
      world,
      path,
      (text) => text.replace(lineOf(text, name) ?? "\0", ""),
      () => () => false,
    );
    // It comes back at a place of the machine's choosing, among fields a person may have moved.
    world.claims = world.claims.filter((claim) => claim.path !== path || claim.says !== "order");
  },
  "requote a field": (world, a) =>
    write(
      world,
      pick(paths(world), a),
      (text) => text.replace(/^title: "([^"'\n]*)"$/m, "title:   '$1'"),
      () => () => false,
    ),
  "edit the body": (world, a, b) =>
    write(
      world,
      pick(paths(world, b % 2 ? "events/" : "documents/"), a),
      (text, mark) => `${text}\n${mark}, *важно*.\n`,
      contains,
    ),
  "Windows line ends": (world, a) =>
    write(
      world,
      pick(paths(world), a),
      (text) => text.replace(/\r?\n/g, "\r\n"),
      () => () => false,
    ),
  "throw an event away": (world, a) => {
    const path = pick(paths(world, "events/"), a);
    if (path === undefined) return;
    const key = pageAt(world.content, path).key;
    // The decision is remembered by the document; without its page the text is read as if for the first time.
    const remembered = paths(world, "documents/").some((other) => key?.startsWith(`${pageAt(world.content, other).key ?? "?"}:`));
    if (key && remembered && holders(world, key).length === 1) world.away.add(key.slice(key.lastIndexOf(":")));
    world.content.delete(path);
    world.claims = world.claims.filter((claim) => claim.path !== path);
  },
  "rename an event": (world, a) => {
    settle(world);
    const path = pick(paths(world, "events/"), a);
    if (path === undefined) return;
    const name = `events/imya-${String(++world.marks)}.mdx`;
    const {key} = pageAt(world.content, path);
    const text = world.content.get(path) ?? "";
    world.content.delete(path);
    world.content.set(name, text);
    world.claims = world.claims.map((claim) => (claim.path === path ? {...claim, path: name} : claim));
    // A page without ingest's memory is known by its name alone.
    if (key === null) return;
    settle(world);
    expect([path, world.content.has(path), world.content.has(name)]).toEqual([path, false, true]);
    if (isRead(world, key) && holders(world, key).length === 1)
      expect(paths(world, "documents/").some((d) => linesIn(world, d).includes(name.slice(7, -4)))).toBe(true);
  },
  "begin a page from a copy": (world, a) => {
    settle(world);
    const path = pick(paths(world, "events/"), a);
    if (path === undefined) return;
    const original = world.content.get(path) ?? "";
    // Before the original in the order of names, and changed.
    const copy = `events/0-${String(world.marks)}.mdx`;
    world.content.set(copy, original);
    write(world, copy, (text, mark) => text.replace(/^---\r?\n/, `$&# ${mark}\n`), contains);
    const {key} = pageAt(world.content, path);
    const before = new Map(world.content);
    const {problems} = settle(world);
    expect([path, world.content.get(path)]).toEqual([path, before.get(path)]);
    expect([copy, world.content.get(copy)]).toEqual([copy, before.get(copy)]);
    if (key !== null && isRead(world, key)) expect(problems.map((problem) => problem.rule)).toContain("store/copy");
  },
  "begin a page with a blank line": (world, a, b) => {
    settle(world);
    const path = pick(paths(world), a);
    if (path === undefined) return;
    const text = world.content.get(path) ?? "";
    const spoilt = `${b % 2 ? "\uFEFF" : ""}${b % 3 ? "" : " "}\n${text}`;
    world.content.set(path, spoilt);
    world.rules = 3 - world.rules;
    const {problems} = settle(world);
    expect(world.content.get(path)).toBe(spoilt);
    if (pageAt(world.content, path).key !== null) expect(problems.map(({file}) => file)).toContain(`content/${path}`);
    world.content.set(path, text);
  },
  "break a page of names": (world, a) => {
    settle(world);
    const path = pick(paths(world, "people/"), a);
    if (path === undefined) return;
    const text = world.content.get(path) ?? "";
    world.content.set(path, text.replace(/^names:/m, "nmaes:"));
    world.rules = 3 - world.rules;
    expect(settle(world).steps).toEqual([]);
    world.content.set(path, text);
  },
  "a seed that cannot be read for a while": (world, a) => {
    settle(world);
    const file = pick([...world.seeds.keys()], a);
    if (file === undefined) return;
    const before = new Map(world.content);
    const rest = Object.fromEntries([...world.seeds].filter(([name]) => name !== file));
    ingestInto(world.content, readSeeds(rest, world.rules), {unread: [file]});
    expect([...world.content.keys()].sort()).toEqual([...before.keys()].sort());
    settle(world);
    expect([...world.content].sort()).toEqual([...before].sort());
  },
  "save a page during a run": (world, a) => {
    settle(world);
    world.rules = 3 - world.rules;
    const path = pick(paths(world), a);
    const meanwhile = () => {
      if (a % 5 === 0 && path !== undefined) {
        world.content.delete(path);
        world.claims = world.claims.filter((claim) => claim.path !== path);
        if (path.startsWith("documents/")) world.away.clear();
      } else write(world, path, (text, mark) => `${text}\n${mark}\n`, contains);
      world.during = world.content.get(path ?? "");
    };
    ingestInto(world.content, readSeeds(Object.fromEntries(world.seeds), world.rules), {meanwhile});
    if (path !== undefined) expect([path, world.content.get(path)]).toEqual([path, world.during]);
  },
  "reword what was thrown away": (world, a) => {
    settle(world);
    const gone = pick(
      paths(world, "events/").filter((path) => {
        const {key} = pageAt(world.content, path);
        return key !== null && isRead(world, key);
      }),
      a,
    );
    if (gone === undefined) return;
    const {key} = pageAt(world.content, gone);
    const event = records(world).events.find((other) => other.key === key);
    const [source] = event?.sources ?? [];
    if (key === null || holders(world, key).length > 1 || !source || /старательно/.test(source.quote)) return;
    if (gone.slice(7, -4) !== slug(event?.name ?? "")) return;
    const file = source.document.replace(/#\d+$/, "");
    deeds["throw an event away"]?.(world, paths(world, "events/").indexOf(gone), 0);
    settle(world);
    const reworded = source.quote.replace("номер", "старательно номер");
    world.seeds.set(file, (world.seeds.get(file) ?? "").replace(source.quote, reworded));
    settle(world);
    const touched = records(world).events.filter((other) => other.sources[0]?.quote === reworded);
    const keys = paths(world, "events/").map((path) => pageAt(world.content, path).key);
    expect(touched.filter((other) => keys.includes(other.key))).toEqual([]);
  },
  "throw a document away": (world, a) => {
    const path = pick(paths(world, "documents/"), a);
    if (path === undefined) return;
    world.content.delete(path);
    world.claims = world.claims.filter((claim) => claim.path !== path);
    world.away.clear();
  },
  "write a page": (world, a) => {
    const path = `events/svoya-${String(a % 5)}.mdx`;
    const text = `---\ntitle: Своё ${String(a)}\n---\n\nТекст\n`;
    world.content.set(path, text);
    world.claims = world.claims.filter((claim) => claim.path !== path);
    world.claims.push({path, holds: (now) => now === text, says: "a page of one's own"});
  },
  "add a seed": (world, a, b) => {
    const items = Array.from({length: 1 + (b % 2)}, (_, i) => {
      const lines = Array.from({length: 2 + ((a + i) % 3)}, (__, j) => sentence(a * 7 + b * 31 + i * 5 + j));
      return `Новость ${String((a + i) % 6)}\n\n${lines.join("\n\n")}\n`;
    });
    world.seeds.set(`s${String(a % 4)}.txt`, items.join("==\n"));
  },
  "edit a seed": (world, a, b) => {
    const name = pick([...world.seeds.keys()], a);
    if (name === undefined) return;
    const lines = (world.seeds.get(name) ?? "").split("\n");
    const at = b % lines.length;
    if (a % 3 === 0) lines.splice(at, 0, sentence(a + b), "");
    else if (a % 3 === 1 && lines[at] !== "==") lines.splice(at, 1);
    else if (lines[at]?.trim() && lines[at] !== "==") lines[at] = `${lines[at] ?? ""} Так сказано ${String(b)}.`;
    world.seeds.set(name, lines.join("\n"));
  },
  "rename a seed": (world, a, b) => {
    const name = pick([...world.seeds.keys()], a);
    if (name === undefined) return;
    const text = world.seeds.get(name) ?? "";
    world.seeds.delete(name);
    world.seeds.set(`папка/r${String(b % 3)}.txt`, text);
  },
  "remove a seed": (world, a) => {
    const name = pick([...world.seeds.keys()], a);
    if (name !== undefined) world.seeds.delete(name);
    // With its document went the memory of what was thrown away.
    world.away.clear();
  },
};

function ingestAndCheck(world: World, cut: number): void {
  const undisturbed = cut < 3 ? new Map(world.content) : null;
  if (undisturbed) {
    ingestInto(undisturbed, records(world));
    // The same run, killed after some steps, and begun again.
    ingestInto(world.content, records(world), {steps: cut});
  }
  settle(world);
  if (undisturbed) expect([...world.content].sort()).toEqual([...undisturbed].sort());
  expect(settle(world).steps.map((step) => [step.kind, step.path])).toEqual([]);
  for (const {path, holds, says} of world.claims)
    expect([path, says, holds(world.content.get(path) ?? "")]).toEqual([path, says, true]);
  const keys = paths(world, "events/").map((path) => pageAt(world.content, path).key ?? "");
  expect(keys.filter((key) => world.away.has(key.slice(key.lastIndexOf(":"))))).toEqual([]);
  for (const path of world.content.keys()) expect(pageAt(world.content, path).matter().errors).toEqual([]);
}

const deed = fc.record({
  name: fc.constantFrom(...Object.keys(deeds)),
  a: fc.nat(1000),
  b: fc.nat(1000),
  ingest: fc.integer({min: 0, max: 2}).map((n) => n === 0),
  cut: fc.nat(6),
});

test("whatever people do between runs, nothing of theirs is lost and a second run writes nothing", () => {
  fc.assert(
    fc.property(fc.array(deed, {minLength: 1, maxLength: 7}), fc.nat(1000), (list, start) => {
      const world: World = {seeds: new Map(), rules: 1, content: new Map(), claims: [], away: new Set(), marks: 0};
      deeds["add a seed"]?.(world, start, start >> 3);
      ingestAndCheck(world, Infinity);
      for (const {name, a, b, ingest, cut} of list) {
        deeds[name]?.(world, a, b);
        if (ingest) ingestAndCheck(world, cut);
      }
      ingestAndCheck(world, Infinity);
    }),
    {numRuns: Number(process.env.SEQUENCES ?? 2000)},
  );
}, 900_000);
