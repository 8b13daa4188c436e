import type {APIRoute} from "astro";
import {eventsJsonSchema} from "../../exports/json.ts";

export const GET: APIRoute = ({url, site}) =>
  new Response(eventsJsonSchema(new URL(url.pathname, site).href), {headers: {"content-type": "application/schema+json"}});
