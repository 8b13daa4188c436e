import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {messages} from "../../src/i18n/messages.ts";
import {textOf} from "./html.ts";
import {buildSite, copyOfProgram, fixture} from "./site.ts";

test("a site without an event says what to do, and shows no picture of nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "letopis-empty-"));
  try {
    for (const name of ["site.yaml", "organizations", "places", "countries"])
      cpSync(join(fixture, name), join(folder, "content", name), {recursive: true});
    const project = copyOfProgram(folder);
    await buildSite(join(folder, "content"), join(folder, "dist"), project);
    const home = readFileSync(join(folder, "dist/index.html"), "utf8");
    expect(textOf(home)).toContain(messages("ru").home.empty);
    expect(home).not.toContain("<letopis-timeline");
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
