import type {APIRoute} from "astro";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {iconSvg, icons} from "../icons.ts";
import {png} from "../../exports/png.ts";

export const getStaticPaths = () => icons.map((icon) => ({params: {icon: icon.name.replace(/\.png$/, "")}, props: icon}));

export const GET: APIRoute = async ({props}) => {
  const favicon = await readFile(join(process.cwd(), "public/favicon.svg"), "utf8");
  const made = await png(iconSvg(favicon, props as (typeof icons)[number]));
  return new Response(new Uint8Array(made), {headers: {"content-type": "image/png"}});
};
