// Building sites: Astro's own MDX, our loader and reader, Eleventy and Hugo on the same documents.
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {part} from "../../src/site/loader/front-matter.ts";
import {writeContent} from "./generate.ts";
import {median, type Options, type Section} from "./measure.ts";
import {peer} from "./peer.ts";

export const name = "build";

/** `processor`: seconds all processors worked for it, which other work on the machine hardly changes. */
export type Run = {seconds: number; processor: number; megabytes: number};
export type Way = {
  name: string;
  out: string;
  prepare?: () => void;
  command: string[];
  env?: Record<string, string>;
  cwd?: string;
  keep?: boolean;
};

/** Sizes are documents, by default 100 and 1000; 10 000 takes Astro's own MDX several minutes and gigabytes. */
export function run({sizes, seed, rounds}: Options): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "letopis-bench-"));
  const rows: Section["rows"] = [];
  try {
    const eleventy = peer("@11ty/eleventy");
    for (const size of sizes.length ? sizes : [100, 1000]) {
      const content = join(folder, `content-${size}`);
      writeContent(content, size, seed);
      const ways = [
        ...astroWays(folder, content),
        ...(eleventy ? [eleventyWay(folder, content, join(eleventy, "cmd.cjs"))] : []),
        ...hugoWay(folder, content),
      ];
      const runs = ways.map(() => [] as Run[]);
      for (let round = 0; round < rounds; round++) ways.forEach((way, i) => runs[i]?.push(build(way, folder)));
      const [first] = ways;
      ways.forEach((way, i) => {
        const own = runs[i] ?? [];
        const differing = first && way !== first ? differences(first.out, way.out) : 0;
        const middle = (of: keyof Run) => median(own.map((run) => run[of]));
        rows.push([size, way.name, middle("seconds"), middle("processor"), middle("megabytes"), differing]);
      });
      for (const {out} of ways) rmSync(out, {recursive: true, force: true});
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  return Promise.resolve([
    {
      title: "Build: the same pages four ways",
      note: "One page a document with the events read from it, and an index; cold caches. «Pages that differ» compares the text of every page with Astro's own.",
      head: ["documents", "way", "s", "processor, s", "peak, MB", "pages that differ"],
      rows,
    },
  ]);
}

const astro = resolve("node_modules/astro/bin/astro.mjs");

function astroWays(folder: string, content: string): Way[] {
  return (
    [
      ["astro", "Astro 7, @astrojs/mdx as it comes"],
      ["ours", "Astro 7, our loader and reader"],
    ] as const
  ).map(([id, name]) => {
    const out = join(folder, `out-${id}`);
    const cache = join(folder, `cache-${id}`);
    return {
      name,
      out,
      prepare: () => {
        rmSync(cache, {recursive: true, force: true});
      },
      // Astro keeps what it is about to render below the folder it was started in.
      cwd: resolve("tests/fixtures/build", id),
      // As quiet as the peers are told to be.
      command: [process.execPath, astro, "build", "--silent"],
      env: {LETOPIS_CONTENT: content, LETOPIS_OUT: out, LETOPIS_CACHE: cache, ASTRO_TELEMETRY_DISABLED: "1"},
    };
  });
}

/** Builds once, by GNU time: of whatever program, seconds and memory are those of the process and all it starts. */
export function build({out, prepare, command, env, cwd, keep = false}: Way, folder: string): Run {
  prepare?.();
  if (!keep) rmSync(out, {recursive: true, force: true});
  const report = join(folder, "time");
  const {status, stderr, stdout, error} = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", report, ...command], {
    cwd,
    env: {...process.env, NODE_OPTIONS: "--max-old-space-size=16000", ...env},
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw new Error("the bench needs GNU time in /usr/bin/time", {cause: error});
  if (status !== 0) throw new Error(`${command.join(" ")}: ${(stderr || stdout).slice(-2000)}`);
  const [seconds = NaN, user = NaN, system = NaN, kilobytes = NaN] = readFileSync(report, "utf8").trim().split(/\s+/).map(Number);
  return {seconds, processor: user + system, megabytes: kilobytes / 1000};
}

/** Text of a page, its blanks evened: markup differs between the ways in nothing but newlines. */
const textOf = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** Pages of one output that another lacks or says otherwise. */
function differences(one: string, other: string): number {
  const pages = readdirSync(one, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html"));
  return pages.filter((file) => {
    const twin = join(other, file);
    return !existsSync(twin) || textOf(readFileSync(join(one, file), "utf8")) !== textOf(readFileSync(twin, "utf8"));
  }).length;
}

/** The same documents as Markdown with HTML for the marks, as peers without components would have them. */
function asMarkdown(content: string, see: (id: string, matter: Record<string, unknown>, body: string) => void): void {
  const events = new Map(
    readdirSync(join(content, "events")).map((file) => {
      const {data} = part(readFileSync(join(content, "events", file), "utf8"));
      return [file.replace(/\.mdx$/, ""), `${typeof data.when === "string" ? data.when : ""}: ${String(data.title)}`];
    }),
  );
  for (const file of readdirSync(join(content, "documents"))) {
    const {data, body} = part(readFileSync(join(content, "documents", file), "utf8"));
    const html = body
      .replace(/<Mention kind="([^"]*)" id="([^"]*)">/g, '<a class="$1" href="/$1/$2/">')
      .replace(/<When edtf="([^"]*)" basis="([^"]*)">/g, '<time class="$2" data-edtf="$1">')
      .replace(/<Quote event="([^"]*)">/g, '<mark data-event="$1">')
      .replace(
        /<\/(Mention|When|Quote)>/g,
        (_, tag: string) => ({Mention: "</a>", When: "</time>", Quote: "</mark>"})[tag] ?? "",
      );
    const {title, publisher, published} = data;
    const told = (data.events as string[]).map((id) => ({id, words: events.get(id)}));
    // «published» is Hugo's own word, and gone from a page's parameters.
    see(file.replace(/\.mdx$/, ""), {title, publisher, stamp: published, told}, html);
  }
}

function eleventyWay(folder: string, content: string, bin: string): Way {
  const root = join(folder, `eleventy-${content.split("-").at(-1)}`);
  mkdirSync(join(root, "documents"), {recursive: true});
  mkdirSync(join(root, "_includes"), {recursive: true});
  asMarkdown(content, (id, matter, body) => {
    const front = JSON.stringify({...matter, layout: "document.njk", permalink: `/documents/${id}/`, tags: "documents", id});
    writeFileSync(join(root, "documents", `${id}.md`), `---json\n${front}\n---\n${body}`);
  });
  const page = (title: string, inside: string) =>
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body>${inside}</body></html>`;
  writeFileSync(
    join(root, "_includes/document.njk"),
    page(
      "{{title}}",
      `<h1>{{title}}</h1><p>{{publisher}}, {{stamp}}</p><article>{{content | safe}}</article><ul>{% for event in told %}<li id="{{event.id}}">{{event.words}}</li>{% endfor %}</ul>`,
    ),
  );
  writeFileSync(
    join(root, "index.njk"),
    page(
      "Документы",
      `<ul>{% for one in collections.documents | sort(false, false, "data.id") %}<li><a href="{{one.url}}">{{one.data.title}}</a></li>{% endfor %}</ul>`,
    ),
  );
  writeFileSync(
    join(root, "eleventy.config.cjs"),
    "module.exports = (config) => { config.setQuietMode(true); return {markdownTemplateEngine: false}; };\n",
  );
  const out = join(folder, "out-eleventy");
  return {name: "Eleventy 3, Markdown", out, cwd: root, command: [process.execPath, bin, `--output=${out}`]};
}

function hugoWay(folder: string, content: string): Way[] {
  if (spawnSync("hugo", ["version"]).status !== 0) {
    console.log("(Hugo is not installed here: left out)");
    return [];
  }
  const root = join(folder, `hugo-${content.split("-").at(-1)}`);
  for (const name of ["content/documents", "layouts/_default"]) mkdirSync(join(root, name), {recursive: true});
  asMarkdown(content, (id, matter, body) => {
    writeFileSync(join(root, "content/documents", `${id}.md`), `${JSON.stringify(matter)}\n${body}`);
  });
  const page = (title: string, inside: string) =>
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body>${inside}</body></html>`;
  writeFileSync(
    join(root, "layouts/_default/single.html"),
    page(
      "{{.Title}}",
      `<h1>{{.Title}}</h1><p>{{.Params.publisher}}, {{.Params.stamp}}</p><article>{{.Content}}</article><ul>{{range .Params.told}}<li id="{{.id}}">{{.words}}</li>{{end}}</ul>`,
    ),
  );
  const list = `<ul>{{range sort .Site.RegularPages "File.BaseFileName"}}<li><a href="{{.RelPermalink}}">{{.Title}}</a></li>{{end}}</ul>`;
  writeFileSync(join(root, "layouts/index.html"), page("Документы", list));
  writeFileSync(
    join(root, "hugo.toml"),
    'disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.extensions]\ntypographer = false\n',
  );
  const out = join(folder, "out-hugo");
  return [{name: "Hugo, Markdown", out, cwd: root, command: ["hugo", "--quiet", "--destination", out]}];
}
