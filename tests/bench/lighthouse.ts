// Lighthouse, mobile preset, on the built site of the project's own content: four kinds of pages.
import {execFile} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {serve} from "../../src/cli/serve.ts";
import {browserPath, flags} from "../browser/browser.ts";
import {buildSite} from "../site/site.ts";
import {median, type Options, type Section} from "./measure.ts";
import {peer} from "./peer.ts";

export const name = "lighthouse";

type Report = {
  categories: Record<string, {score: number | null}>;
  audits: Record<string, {numericValue?: number; score: number | null; title: string; scoreDisplayMode: string}>;
};

const kinds = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Rounds are pages' runs; every page of the four is looked at so often. */
export async function run({rounds}: Options): Promise<Section[]> {
  const lighthouse = peer("lighthouse");
  if (lighthouse === null) return [];
  const folder = mkdtempSync(join(tmpdir(), "letopis-bench-"));
  const rows: Section["rows"] = [];
  try {
    const out = join(folder, "dist");
    await buildSite("content", out);
    const {url, close} = await serve(out);
    const first = (of: string) =>
      `${of}/${readdirSync(join(out, of), {withFileTypes: true}).find((e) => e.isDirectory())?.name ?? ""}/`;
    const pages = [
      ["home", ""],
      ["event", first("events")],
      ["document", first("documents")],
      ["who with whom", "together/"],
    ] as const;
    for (const [title, path] of pages) {
      const reports: Report[] = [];
      for (let round = 0; round < rounds; round++) reports.push(await look(lighthouse, url + path, folder));
      const score = (kind: string) => median(reports.map((r) => Math.round((r.categories[kind]?.score ?? NaN) * 100)));
      const value = (audit: string) => median(reports.map((r) => r.audits[audit]?.numericValue ?? NaN));
      rows.push([
        title,
        ...kinds.map(score),
        value("largest-contentful-paint"),
        value("total-blocking-time"),
        value("cumulative-layout-shift"),
      ]);
      const failed = Object.values(reports[0]?.audits ?? {}).filter(
        (a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode === "binary",
      );
      if (failed.length) console.log(`${title}: ${failed.map((a) => a.title).join("; ")}`);
    }
    await close();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  return [
    {
      title: "Lighthouse, mobile",
      note: "Scores of 100, and what a slow phone on a slow network would see: ms, layout shift without a unit.",
      head: ["page", ...kinds, "largest paint", "blocking", "shift"],
      rows,
    },
  ];
}

async function look(lighthouse: string, url: string, folder: string): Promise<Report> {
  const report = join(folder, "report.json");
  await promisify(execFile)(
    process.execPath,
    [
      join(lighthouse, "cli/index.js"),
      url,
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
      `--only-categories=${kinds.join(",")}`,
      `--chrome-flags=--headless ${flags.join(" ")}`,
    ],
    {env: {...process.env, CHROME_PATH: await browserPath()}, maxBuffer: 1 << 26},
  );
  return JSON.parse(readFileSync(report, "utf8")) as Report;
}
