import {spawnSync} from "node:child_process";
import {appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {rememberingReader, versionOf} from "../../src/cli/read-cache.ts";
import {decode} from "../../src/ingest/decode.ts";
import {ingest, readSeed} from "../../src/ingest/ingest.ts";
import {gazetteer} from "../../src/ingest/names/gazetteer.ts";
import {type Seed} from "../../src/model/document.ts";
import {entitiesOf} from "../../src/store/entities.ts";
import {readPages} from "../../src/store/files.ts";
import {makeDocument, makeSeed, writeSeeds} from "../bench/generate.ts";

const {entities} = entitiesOf(readPages("content"));
const seeds = Array.from({length: 6}, (_, n): Seed => {
  const {file, text} = makeSeed(makeDocument(n, 9), n);
  return decode(file, new TextEncoder().encode(text)).seed as Seed;
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "letopis-read-"))));
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

/** What a run over the seeds says, and the files it had to read. */
function run(own: readonly Seed[], version = "v1") {
  const read: string[] = [];
  const memory = rememberingReader(join(folder, "read"), version, (seed, names) => {
    read.push(seed.file);
    return readSeed(seed, names);
  });
  return {said: ingest(own, entities, {}, (seed, names) => memory.read(seed, names)), read};
}

describe("a reader that remembers", () => {
  test("reads each seed once, and says the same the second time as one that forgets", () => {
    expect(run(seeds).read).toHaveLength(6);
    const second = run(seeds);
    expect(second.read).toEqual([]);
    // What a document has only when asked for is asked for.
    const documents = second.said.documents.map(({text, mentions, dates, ...short}) => ({...short, text, mentions, dates}));
    expect(JSON.parse(JSON.stringify({...second.said, documents}))).toEqual(
      JSON.parse(JSON.stringify(ingest(seeds, entities, {}))),
    );
  });

  test("says of a seed it has learned what it says of one it reads, and reads it no more", () => {
    const memory = rememberingReader(join(folder, "read"), "v1");
    for (const seed of seeds) memory.learn(seed, gazetteer(entities));
    const learned = run(seeds);
    expect(learned.read).toEqual([]);
    rmSync(join(folder, "read"), {recursive: true});
    expect(learned.said).toEqual(run(seeds).said);
  });

  test("reads a changed or renamed seed again, the others not", () => {
    run(seeds);
    const [first, second, ...rest] = seeds as [Seed, Seed, ...Seed[]];
    const changed = decode(first.file, new TextEncoder().encode(`${first.text}\nЕщё строка.`)).seed as Seed;
    expect(run([changed, {...second, file: "other.txt"}, ...rest]).read).toEqual([first.file, "other.txt"]);
  });

  test("with other code or names all are read again, and the old memory is gone", () => {
    run(seeds);
    expect(run(seeds, "v2").read).toHaveLength(6);
    expect(readdirSync(join(folder, "read"))).toEqual(["v2"]);
  });

  test("a damaged or deleted memory does no harm", () => {
    run(seeds);
    const files = readdirSync(join(folder, "read"), {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".json"));
    writeFileSync(join(folder, "read", files[0] ?? ""), "{");
    rmSync(join(folder, "read", files[1] ?? ""));
    const {said, read} = run(seeds);
    expect(read).toHaveLength(2);
    expect(said.events.map(({key}) => key)).toEqual(ingest(seeds, entities, {}).events.map(({key}) => key));
  });

  test("a new name in the gazetteer is another version", () => {
    expect(versionOf(["src/model"], entities)).toBe(versionOf(["src/model"], entities));
    expect(versionOf(["src/model"], entities.slice(1))).not.toBe(versionOf(["src/model"], entities));
  });
});

test("a run that remembers leaves what a run that reads everything anew leaves, in one thread or several", () => {
  const content = join(folder, "content");
  for (const part of readdirSync("content").filter((one) => one !== "documents" && one !== "events"))
    cpSync(join("content", part), join(content, part), {recursive: true});
  writeSeeds(join(folder, "seeds"), 12, 3);
  const call = (...more: string[]) => {
    const args = [resolve("src/cli/main.ts"), "ingest", "--seeds", join(folder, "seeds"), "--content", content, ...more];
    expect(spawnSync(process.execPath, args, {cwd: folder, encoding: "utf8"}).status).toBe(0);
    return readdirSync(content, {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(".mdx"))
      .sort()
      .map((file) => [file, readFileSync(join(content, file), "utf8")]);
  };
  const first = call();
  const [one = ""] = readdirSync(join(folder, "seeds"));
  appendFileSync(
    join(folder, "seeds", one),
    "\n13 декабря 2023 года в Минске состоялось заседание ОДКБ по вопросам борьбы с терроризмом.\n",
  );
  const remembered = call();
  expect(remembered).not.toEqual(first);
  rmSync(join(folder, ".cache"), {recursive: true});
  expect(call()).toEqual(remembered);
  // The same in threads, which leave what they read to the run.
  rmSync(join(folder, ".cache"), {recursive: true});
  expect(call("--jobs", "2")).toEqual(remembered);
}, 120_000);
