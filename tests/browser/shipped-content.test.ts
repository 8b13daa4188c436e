import {statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {filesOf, shippedSite} from "../site/site.ts";
import {violations} from "./axe.ts";
import {site} from "./page.ts";

const {visit} = site(shippedSite, "/");

// Long names, many lanes and whole documents show what the fixture's few lines do not. One page of each kind: of those that
// are many, the one with the most to show.
test.each(["ru", "en"])(
  "axe finds nothing on a page of each kind of the shipped content, %s",
  {timeout: 240_000},
  async (language) => {
    const out = await shippedSite();
    const folder = language === "ru" ? "" : "en/";
    const pages = filesOf(out).filter((file) => file.endsWith("index.html") && file.startsWith("en/") === (folder !== ""));
    const kinds = new Map<string, string>();
    for (const page of pages) {
      const path = page.slice(folder.length).replace(/index\.html$/, "");
      const [kind = "", ...rest] = path.split("/").filter(Boolean);
      const name = rest.length ? `${kind}/…` : kind;
      const size = (file: string) => statSync(join(out, `${folder}${file}index.html`)).size;
      const known = kinds.get(name);
      if (known === undefined || size(path) > size(known)) kinds.set(name, path);
    }
    expect(kinds.size).toBeGreaterThan(20);
    const found: Record<string, string[]> = {};
    for (const path of kinds.values()) {
      const {page, close} = await visit(folder + path, {
        bypassCSP: true,
        reducedMotion: "reduce",
        viewport: {width: 1440, height: 900},
      });
      const wide = await violations(page);
      await page.setViewportSize({width: 390, height: 844});
      await page.emulateMedia({colorScheme: "dark"});
      const all = [...wide, ...(await violations(page))];
      if (all.length) found[path] = all;
      await close();
    }
    expect(found).toEqual({});
  },
);
