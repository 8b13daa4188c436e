import {entitySchema} from "../../model/schema.ts";
import {type Problem} from "../../model/problem.ts";
import {type Page} from "../page.ts";
import {at} from "./missing.ts";
import type {Sound} from "./sound.ts";

/** Two files that one system or another takes for the same, and names a builder skips. */
export function twins(pages: Page[]): Problem[] {
  const seen = new Map<string, Page>();
  const keys = new Map<string, Page>();
  return pages.flatMap((page) => {
    const problems: Problem[] = [];
    const found = (rule: string, message: string, fix: string) =>
      problems.push({rule: `check/${rule}`, severity: "error", file: `content/${page.path}`, message, fix});
    const name = `${page.folder}/${page.id.normalize("NFC").toLowerCase()}`;
    const twin = seen.get(name);
    if (twin) found("same-name", `Some systems cannot tell this file from content/${twin.path}.`, "Rename one of them.");
    seen.set(name, twin ?? page);
    if (/[?#%\\:*"<>|]|[. ]$/.test(page.id) || page.id !== page.id.normalize("NFC"))
      found(
        "file-name",
        "The file's name holds signs that are lost in addresses or on other systems.",
        "Use small Latin letters, digits and hyphens.",
      );
    if (page.path !== `${page.folder}/${page.id}.mdx`)
      found(
        "subfolder",
        "The page stands in a folder of its own, where the site finds it under another name.",
        `Move it to content/${page.folder}/.`,
      );
    const first = page.key === null ? undefined : keys.get(`${page.folder} ${page.key}`);
    if (first)
      found(
        "same-origin",
        `This page and content/${first.path} both say that ingest wrote them from «${page.key ?? ""}».`,
        "If this is a copy, take its «ingest» lines out; if not, delete one.",
      );
    if (page.key !== null) keys.set(`${page.folder} ${page.key}`, first ?? page);
    return problems;
  });
}

/** One name for two entities is settled by context, or not at all; a person should know of it. */
export function sharedNames(pages: Page[], sound: ReadonlyMap<Page, Sound>): Problem[] {
  const owners = new Map<string, Page>();
  const problems: Problem[] = [];
  for (const page of pages)
    for (const [text, path] of sound.get(page)?.forms ?? formsOf(page)) {
      const key = text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
      const owner = owners.get(key);
      if (!owner) owners.set(key, page);
      else if (owner !== page)
        problems.push({
          ...at(page, path),
          rule: "check/shared-name",
          severity: "warning",
          message: `«${text}» is also a name in content/${owner.path}.`,
          fix: "Take it out of one of them, or mark it «only: together» or «only: after-name».",
        });
    }
  return problems;
}

/** The names of an entity and where they stand in its front matter; of another page none. */
export function formsOf(page: Page): Sound["forms"] {
  const read = page.folder === "documents" || page.folder === "events" ? null : entitySchema.safeParse(page.matter().values);
  if (!read?.success) return [];
  const {names, short, aliases} = read.data;
  return [
    ...Object.entries(names).map(([language, text]): [string, (string | number)[]] => [text, ["names", language]]),
    ...Object.entries(short).map(([language, text]): [string, (string | number)[]] => [text, ["short", language]]),
    // Names that count only in company are meant to be shared.
    ...aliases.flatMap((alias, i): [string, (string | number)[]][] =>
      typeof alias === "string" ? [[alias, ["aliases", i]]] : alias.only ? [] : [[alias.text, ["aliases", i]]],
    ),
  ];
}
