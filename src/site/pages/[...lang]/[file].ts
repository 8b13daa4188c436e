import {type APIRoute} from "astro";
import {answer, need, SCHEMA, siteFiles} from "../../files.ts";
import {addressesIn, languagePaths} from "../../page.ts";
import {library} from "../../read.ts";
import {records} from "../../records.ts";

export const getStaticPaths = () =>
  languagePaths().flatMap(({params, props}) =>
    siteFiles("").map(({name}) => ({params: {...params, file: name}, props: {...props, name}})),
  );

export const GET: APIRoute = async ({props, site}) => {
  const {lang, name} = props as {lang: string; name: string};
  const to = addressesIn(lang);
  const absolute = (href: string) => new URL(href, site).href;
  const file = need(siteFiles(absolute(to.file(SCHEMA))), name);
  const all = records(await library(), lang, to, absolute).everything(absolute(to.page(name)));
  return answer(file, all);
};
