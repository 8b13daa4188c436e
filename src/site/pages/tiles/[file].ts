import type {APIRoute} from "astro";
import {addressesIn} from "../../page.ts";
import {library} from "../../read.ts";
import {readSite} from "../../settings.ts";
import {tileFiles} from "../../tiles.ts";

export async function getStaticPaths() {
  return tileFiles(await library(), readSite().languages, addressesIn).map(({name, text}) => ({
    params: {file: name},
    props: {text},
  }));
}

export const GET: APIRoute<{text: string}> = ({props}) =>
  new Response(props.text, {headers: {"content-type": "application/json"}});
