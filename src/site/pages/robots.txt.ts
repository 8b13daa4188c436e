import type {APIRoute} from "astro";
import {addressesIn} from "../page.ts";
import {defaultLanguage, readSite} from "../settings.ts";

export const GET: APIRoute = ({site}) => {
  const map = new URL(addressesIn(defaultLanguage(readSite())).file("sitemap.xml"), site).href;
  return new Response(`User-agent: *\nAllow: /\nSitemap: ${map}\n`);
};
