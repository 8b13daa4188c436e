import type {GetStaticPaths} from "astro";
import {inputs} from "./inputs.ts";
import {changed} from "./kept.ts";
import {languagePaths} from "./page.ts";
import {library} from "./read.ts";
import {stories} from "./stories.ts";

/** getStaticPaths of a page on the whole site: one for each language, written whenever anything changed. */
export const sitePaths = (async ({routePattern}) => {
  const {all} = inputs(await library(), await stories());
  return changed(`${routePattern}/index.html`, languagePaths(), () => all);
}) satisfies GetStaticPaths;
