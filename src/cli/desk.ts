import {mkdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {type Desk, type Placed} from "../model/desk.ts";
import {isOurs, type Page, wroteOf} from "../store/page.ts";

/** Owners of the fields of pages, the machine's memory aside. */
export function ownersOf(pages: readonly Page[]): Desk["owners"] {
  return Object.fromEntries(
    pages.map((page) => {
      const matter = page.matter();
      const wrote = wroteOf(matter);
      const owners = {machine: [] as string[], person: [] as string[]};
      for (const [name, field] of matter.fields)
        if (name !== "ingest") owners[isOurs(field, wrote[name]) ? "machine" : "person"].push(name);
      return [`content/${page.path}`, owners];
    }),
  );
}

/** Lays the desk into a file, whole at any moment: the pages look at it while runs go on. */
export function layDesk(file: string, pages: readonly Page[], problems: readonly Placed[]): void {
  const desk: Desk = {owners: ownersOf(pages), problems: [...problems]};
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(`${file}.new`, JSON.stringify(desk));
  renameSync(`${file}.new`, file);
}
