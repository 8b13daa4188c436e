import type {APIRoute} from "astro";
import {elementScript} from "../element.ts";

export const GET: APIRoute = async () =>
  new Response(await elementScript(), {headers: {"content-type": "text/javascript; charset=utf-8"}});
