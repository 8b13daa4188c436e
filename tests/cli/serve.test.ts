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
