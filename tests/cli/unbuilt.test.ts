import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {unbuilt} from "../../src/cli/unbuilt.ts";

let root = "";
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "letopis-unbuilt-"))));
afterEach(() => {
  rmSync(root, {recursive: true, force: true});
});

const put = (path: string, text = "") => {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
};

test("a page that is not built in one of the languages is named; hidden ones are not looked for", () => {
  put("content/documents/d.mdx", "---\ntitle: Д\n---\n");
  put("content/events/e.mdx", "---\ntitle: Э\n---\nhidden: true\n");
  put("content/events/h.mdx", "---\ntitle: Т\nhidden: true\n---\n");
  for (const page of ["documents/d", "events/e"]) for (const language of ["", "en/"]) put(`dist/${language}${page}/index.html`);
  cpSync(join(root, "dist"), join(root, "half"), {recursive: true});
  rmSync(join(root, "half/en/events/e"), {recursive: true});
  const in_ = (out: string) => unbuilt(join(root, out), join(root, "content"), ["ru", "en"]);
  expect(in_("dist")).toEqual([]);
  expect(in_("half")).toEqual(["content/events/e.mdx (en)"]);
});
