import {createHash} from "node:crypto";
import {satteri} from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import {defineConfig} from "astro/config";
import {contentFolder, readSite} from "./src/site/settings.ts";
import {oneFile, standIns} from "./src/site/stand-ins.ts";
import {threads} from "./src/site/threads.ts";

const {origin, pathname} = new URL(readSite().url);

export default defineConfig({
  srcDir: "./src/site",
  outDir: process.env.LETOPIS_OUT ?? "./dist",
  // One cache for each content folder: tests build another than the site's own.
  cacheDir: `./.cache/astro/${createHash("sha256").update(contentFolder).digest("hex").slice(0, 12)}`,
  site: origin,
  base: pathname,
  trailingSlash: "always",
  prerenderConflictBehavior: "error",
  scopedStyleStrategy: "where",
  compressHTML: true,
  // No inline script or style anywhere: one Content-Security-Policy holds for every page.
  build: {inlineStylesheets: "never", format: "directory"},
  devToolbar: {enabled: false},
  integrations: [mdx(), threads()],
  // What a source says stays letter for letter.
  markdown: {processor: satteri({features: {smartPunctuation: false}}), syntaxHighlight: false},
  vite: {
    build: {
      assetsInlineLimit: 0,
      modulePreload: {polyfill: false},
      // `npm run build` leaves the pages that did not change, and nothing else; see src/cli/kept-pages.ts.
      emptyOutDir: process.env.LETOPIS_KEPT === undefined,
    },
    environments: {client: {build: {rolldownOptions: {output: {codeSplitting: oneFile}}}}},
    resolve: {alias: standIns},
  },
});
