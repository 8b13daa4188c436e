import type {APIRoute, GetStaticPaths} from "astro";
import {answer, gathered, hasRecords, need, SCHEMA, siteFiles} from "../../files.ts";
import {inputs} from "../../inputs.ts";
import {changed} from "../../kept.ts";
import {addressesIn, languagePaths} from "../../page.ts";
import {library as read} from "../../read.ts";
import {records} from "../../records.ts";
import {stories} from "../../stories.ts";

export const getStaticPaths = (async ({routePattern}) => {
  const {all, shown} = inputs(await read(), await stories());
  const paths = languagePaths().flatMap(({params, props}) =>
    siteFiles("").map(({name}) => ({params: {...params, file: name}, props: {...props, name}})),
  );
  return changed(routePattern, paths, ({props: {name}}) => (hasRecords(name) ? all : shown));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({props, site}) => {
  const {lang, name} = props as {lang: string; name: string};
  const to = addressesIn(lang);
  const absolute = (href: string) => new URL(href, site).href;
  const file = need(siteFiles(absolute(to.file(SCHEMA))), name);
  const library = await read();
  const self = absolute(to.page(name));
  const all = gathered(library, to.home, () => records(library, lang, to, absolute).everything(self));
  return answer(file, {...all, self});
};
