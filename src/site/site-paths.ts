import type {GetStaticPaths} from "astro";
import {inputs} from "./inputs.ts";
import {changed} from "./kept.ts";
import {languagePaths} from "./page.ts";
import {library} from "./read.ts";
import {stories} from "./stories.ts";

/** getStaticPaths of a page on the whole site: one for each language, written whenever anything changed but the text of a document. */
export const sitePaths = paths("shown");

/** The same of a page that shows texts as well. */
export const textPaths = paths("all");

function paths(what: "shown" | "all") {
  return (async ({routePattern}) => {
    const digests = inputs(await library(), await stories());
    return changed(`${routePattern}/index.html`, languagePaths(), () => digests[what]);
  }) satisfies GetStaticPaths;
}
