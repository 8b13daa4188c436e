import {existsSync, readFileSync} from "node:fs";
import type {Desk, Placed} from "../model/desk.ts";

/** The page's file, from the project's folder, and for a document the part of a seed it was read from. */
export type Source = {file: string; seed?: {file: string; span: [number, number]} | undefined};

/** What whoever edits a page should know of its file. */
export type Editing = {file: string; machine: string[]; person: string[]; problems: Placed[]};

/** What the last runs found about a page, where `npm run dev` says in which file that stands. */
export function editing(source: Source, deskFile = process.env.LETOPIS_DESK): Editing {
  const desk: Desk =
    deskFile && existsSync(deskFile) ? (JSON.parse(readFileSync(deskFile, "utf8")) as Desk) : {owners: {}, problems: []};
  const {machine, person} = desk.owners[source.file] ?? {machine: [], person: []};
  return {file: source.file, machine, person, problems: desk.problems.filter((problem) => concerns(problem, source))};
}

/** A seed may hold several documents: what is wrong in one concerns its page alone. */
function concerns({file, span}: Placed, {file: own, seed}: Source): boolean {
  if (file === own) return true;
  if (!seed || file.slice(file.lastIndexOf("/") + 1) !== seed.file) return false;
  return !span || (span.start < seed.span[1] && span.end > seed.span[0]);
}
