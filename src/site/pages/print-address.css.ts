import type {APIRoute} from "astro";

/** Where the site stands, for the addresses that print.css spells out: pages hold them from the root on. */
export const GET: APIRoute = ({site}) =>
  new Response(`:root{--site:${JSON.stringify(site?.origin ?? "")}}\n`, {headers: {"content-type": "text/css; charset=utf-8"}});
