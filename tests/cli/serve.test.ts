import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {type IncomingHttpHeaders, request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {serve, type Serving} from "../../src/cli/serve.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letopis-serve-"));
  mkdirSync(join(folder, "events/год"), {recursive: true});
  writeFileSync(join(folder, "index.html"), "home");
  writeFileSync(join(folder, "events/год/index.html"), "event");
  writeFileSync(join(folder, "events.csv"), "id");
  writeFileSync(join(folder, "404.html"), "none");
  writeFileSync(
    join(folder, "_headers"),
    "# All\n/*\n  X-A: 1\n  X-B: 2: 3\n\n/events.csv\n  ! X-B\n  X-A: 4\n/:one/:two/\n  X-C: 5\n/no*.txt\n  X-D: 6\n",
  );
  writeFileSync(join(folder, "..", "letopis-secret"), "secret");
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  rmSync(join(folder, "..", "letopis-secret"), {force: true});
});

describe.each(["/", "/chronicle/"])("under %s", (base) => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(folder, {base});
  });
  afterAll(() => serving.close());

  test.each([
    ["", 200, "text/html; charset=utf-8", "home"],
    ["?q=1", 200, "text/html; charset=utf-8", "home"],
    ["events/%D0%B3%D0%BE%D0%B4/", 200, "text/html; charset=utf-8", "event"],
    ["events.csv", 200, "text/csv; charset=utf-8", "id"],
    ["nowhere/", 404, "text/html; charset=utf-8", "none"],
    ["%E0%A4%A", 400, "text/plain; charset=utf-8", "400\n"],
    ["..%2Fletopis-secret", 400, "text/plain; charset=utf-8", "400\n"],
  ])("%j answers %i, %s", async (path, status, type, body) => {
    const answer = await fetch(serving.url + path, {redirect: "manual"});
    expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([status, type, body]);
  });

  test.each([
    ["", {a: "1", b: "2: 3"}],
    ["events.csv", {a: "1, 4"}],
    ["events/%D0%B3%D0%BE%D0%B4/", {a: "1", b: "2: 3", c: "5"}],
    ["nowhere.txt", {a: "1", b: "2: 3", d: "6"}],
  ])("%j comes with the headers of the blocks that fit it", async (path, expected) => {
    const {headers} = await fetch(serving.url + path);
    const sent = ["a", "b", "c", "d"].flatMap((name) => {
      const value = headers.get(`x-${name}`);
      return value === null ? [] : [[name, value]];
    });
    expect(Object.fromEntries(sent)).toEqual(expected);
  });

  test("a folder without its last stroke leads to it", async () => {
    const answer = await fetch(`${serving.url}events/%D0%B3%D0%BE%D0%B4`, {redirect: "manual"});
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${base}events/%D0%B3%D0%BE%D0%B4/`]);
  });
});

test("text goes packed to who takes it so, and HEAD says the same as GET without a body", async () => {
  const {url, close} = await serve(folder);
  const ask = (method: string, encoding: string) =>
    new Promise<{headers: IncomingHttpHeaders; body: Buffer}>((done, fail) => {
      request(`${url}events.csv`, {method, headers: {"accept-encoding": encoding}}, (answer) => {
        const parts: Buffer[] = [];
        answer
          .on("data", (part: Buffer) => parts.push(part))
          .on("end", () => {
            done({headers: answer.headers, body: Buffer.concat(parts)});
          });
      })
        .on("error", fail)
        .end();
    });
  const packed = await ask("GET", "gzip, br");
  expect([packed.headers["content-encoding"], gunzipSync(packed.body).toString()]).toEqual(["gzip", "id"]);
  const head = await ask("HEAD", "gzip");
  expect([head.headers["content-encoding"], head.headers["content-length"], head.body.length]).toEqual(["gzip", undefined, 0]);
  const plain = await ask("GET", "identity");
  expect([plain.headers["content-encoding"], plain.headers["content-length"], plain.body.toString()]).toEqual([
    undefined,
    "2",
    "id",
  ]);
  await close();
});

test("a busy port moves on to the next", async () => {
  const first = await serve(folder, {port: 47321});
  const second = await serve(folder, {port: first.port});
  expect(second.port).toBeGreaterThan(first.port);
  await Promise.all([first.close(), second.close()]);
});
