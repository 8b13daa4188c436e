import {readdirSync} from "node:fs";
import {know, type Language} from "../i18n/languages.ts";

/** Makes known every language that has a file in src/i18n, as the site does. */
export async function knowLanguages(): Promise<void> {
  const folder = new URL("../i18n/", import.meta.url);
  for (const file of readdirSync(folder).filter((name) => /^[a-z]{2,3}(-\w+)?\.ts$/.test(name)))
    know({[file]: (await import(new URL(file, folder).href)) as Language});
}
