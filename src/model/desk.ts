import type {Problem} from "./problem.ts";

/** A problem with its place as people count it; null where the whole file is meant. */
export type Placed = Problem & {line: number | null; column: number | null};

/** What `npm run dev` lays beside the pages for those who edit them; files are named from the project's folder. */
export type Desk = {
  /** Who owns the fields of a page, by file: the machine those that stand as it wrote them, a person all others. */
  owners: Record<string, {machine: string[]; person: string[]}>;
  problems: Placed[];
};
