import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {parse} from "yaml";
import {siteSchema, type SiteMatter} from "../model/schema.ts";

/** Folder of the content, absolute; LETOPIS_CONTENT names another one than `content/`. */
export const contentFolder = resolve(process.env.LETOPIS_CONTENT ?? "content");

const known = new Map<string, {modified: number; site: SiteMatter}>();

/** What content/site.yaml says; an error names the file. Every link asks, so the file is read again only when it was changed. */
export function readSite(folder = contentFolder): SiteMatter {
  const file = join(folder, "site.yaml");
  const modified = statSync(file).mtimeMs;
  const kept = known.get(file);
  if (kept?.modified === modified) return kept.site;
  const site = parseSite(file);
  known.set(file, {modified, site});
  return site;
}

function parseSite(file: string): SiteMatter {
  const result = siteSchema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Error(`${file}: ${first?.path.join(".") ?? ""}: ${first?.message ?? "not valid"}`);
}

/** Pages of content from which their front matters stay out of Astro's store, which is written and read as one text. */
const LARGE = 10_000;

/** Whether the content is so large that Astro's store should hold no front matters; see matterOf. */
export const isLarge = (folder = contentFolder): boolean => entriesIn(folder) > LARGE;

/** Documents and events of the content. */
export const entriesIn = (folder = contentFolder): number =>
  ["documents", "events"].reduce((n, name) => n + filesIn(join(folder, name)), 0);

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder, {recursive: true}).length : 0);

/** The languages of the site; the first stands at the root, each other in a folder of its own. */
export const defaultLanguage = (site: SiteMatter): string => site.languages[0] ?? "en";
