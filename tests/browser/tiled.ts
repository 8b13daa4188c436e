import {createHash} from "node:crypto";
import {createServer, type Server} from "node:http";
import {type AddressInfo} from "node:net";
import {resolve} from "node:path";
import {readFileSync} from "node:fs";
import {build} from "vite";
import {policy} from "../../src/site/policy.ts";
import {oneFile, standIns} from "../../src/site/stand-ins.ts";
import {importance} from "../../src/timeline/importance.ts";
import {STATES, type Tiled, type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";
import {tiles} from "../../src/timeline/tiles.ts";
import {makeItems} from "../bench/generate.ts";
import {dataOf, lane} from "../timeline/sample.ts";

/** A made-up large set: all of it, and the files its reader fetches. */
export type Large = {data: TimelineData; items: TimelineItem[]; tiles: Map<string, string>};

const words: Tiled["words"] = {
  choice: "The most important: {shown} of {all}.",
  beyond: "{more} more reach in.",
  year: "All of {year}",
  years: "All by year",
  bound: "An upper bound.",
  missing: "Some data did not load.",
  again: "Load again",
};

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);

/** `chosen`: how many events the page has itself. */
export function large(count: number, seed: number, chosen = 200): Large {
  const items = [...makeItems(count, seed)];
  return largeOf(items, new Map([...tiles(items, digest)].map(({name, text}) => [name, text])), chosen);
}

/** The same of events whose tiles are made already. */
export function largeOf(items: TimelineItem[], files: Map<string, string>, chosen = 200): Large {
  const ids = [...new Set(items.flatMap(({lanes}) => lanes))].filter((id) => id !== STATES).sort();
  const whole = dataOf(items, "en", [...ids.map((id, i) => lane(id, i + 1)), lane(STATES, 0, "cross")]);
  const first = [...items].sort((a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1)).slice(0, chosen);
  const data = {...whole, items: first, tiles: {manifest: "tiles/manifest.json", years: "years/", words}};
  return {data, items, tiles: files};
}

/** The list of a set that stands in its page. */
const cards = ({items}: TimelineData): string =>
  `<section>${items.map(({id, title, href}) => `<article class="card" data-event="${id}"><h3><a href="${href}">${title}</a></h3></article>`).join("")}</section>`;

/** Where the site's pages have their pictures, as tall as they stand there. */
const picture = (name: string, height: number) => `<svg class="${name}" width="100%" height="${height}"></svg>`;
const places = `<figure class="desk"><div class="stage">${picture("score", 120)}</div></figure>
<figure class="phone"><div class="stage">${picture("strip", 120)}</div></figure>
<div class="brush desk"><svg class="room" width="0" height="40"></svg>${picture("strip", 40)}</div>`;

/** Serves a bare page with the element and its list below `/sub/`, under the site's policy, as the site's build bundles it. */
export async function serveLarge({data, tiles: files}: Large): Promise<{url: string; scripts: string[]; server: Server}> {
  const chunks = await bundle();
  const [script = ""] = chunks.keys();
  const styles = ["tokens", "base", "parts", "chronicle", "timeline"].map((name) =>
    readFileSync(resolve(`src/site/styles/${name}.css`), "utf8"),
  );
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Large</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css"><script type="module" src="${script}"></script>
<body><letopis-timeline class="timeline" list="list">${places}<script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></letopis-timeline>
<section id="list"><div class="chronicle n-9"><div class="gutter-head"></div>${data.tiles ? "" : cards(data)}</div></section></body></html>`;
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://x").pathname.replace(/^\/sub\//, "");
    const tile = name.startsWith("tiles/") ? files.get(name.slice(6)) : undefined;
    const [type, text] =
      name === ""
        ? ["text/html; charset=utf-8", page]
        : name === "style.css"
          ? ["text/css", styles.join("\n")]
          : tile !== undefined
            ? ["application/json", tile]
            : ["text/javascript", chunks.get(name)];
    if (text === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {"content-type": type, "content-security-policy": policy}).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/`, scripts: [...chunks.keys()], server};
}

/** What the site's pages have in `TimelineScript.astro`, under a name that is bundled as it is. */
const ENTRY = "TimelineScript.astro?script";
const entry = ["src/site/scripts/words.ts", "src/timeline/mount.ts"]
  .map((file) => `import ${JSON.stringify(resolve(file))};`)
  .join("");

/** The script of a page with the element, as the site bundles it, and the chunks it fetches later, by name, the entry first. */
async function bundle(): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    resolve: {alias: standIns},
    plugins: [{name: "entry", resolveId: (id) => (id === ENTRY ? id : null), load: (id) => (id === ENTRY ? entry : null)}],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {input: ENTRY, preserveEntrySignatures: false, output: {codeSplitting: oneFile}},
    },
  });
  const [{output}] = (Array.isArray(result) ? result : [result]) as [
    {output: {type: string; fileName: string; isEntry?: boolean; code?: string}[]},
  ];
  return new Map(
    output
      .filter(({type}) => type === "chunk")
      .sort((a, b) => Number(b.isEntry ?? false) - Number(a.isEntry ?? false))
      .map(({fileName, code = ""}) => [fileName, code]),
  );
}
