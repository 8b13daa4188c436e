import type {Edtf} from "../model/edtf.ts";
import type {EventType, Status} from "../model/event.ts";
import type {Window} from "./scale.ts";

// The files of a pyramid, as JSON. Columns of numbers and texts: beside a binary form of the same columns they are within
// a tenth of the size once compressed, and every server compresses JSON, few compress unknown bytes.

/** Fields by whose values the counts are cut into slices of their own. */
export const sliceFields = ["type", "status", "countries", "topics"] as const;
export type SliceField = (typeof sliceFields)[number];

/** Who took part: indices of the manifest's lanes, rising; `joint`: two or more organisations, with a lane or not. */
export type Party = {lanes: number[]; joint: boolean};

/** Tiles of one unit of time: tile i counts the bins from i × `bins` on. Pairs of tile number and file, rising. */
export type Level = {unit: string; bins: number; tiles: [tile: number, file: string][]};

/** The tiles of a slice, finest level first, how many dated events it has, and who took part in how many undated ones. */
export type Slice = {dated: number; levels: Level[]; undated: {parties: Party[]; count: number[]}};

/** The only file whose name does not tell its content; all others never change under their name. */
export type Manifest = {
  format: 1;
  /** First and last instant of all dated events, ms UTC. */
  span: Window;
  /** Whether some events have a time of day. */
  clocked: boolean;
  /** Ids of lanes, in the order `Party` numbers them. */
  lanes: string[];
  /** Per lane: all its events, and those that stand on another lane as well. */
  totals: {all: number; joint: number}[];
  all: Slice;
  /** Values of each field and the files of their slices. */
  slices: Record<SliceField, [value: string, file: string][]>;
  /** Stretches of time and the files that list their pages. */
  indexes: {from: number; to: number; file: string}[];
  /** The most important of the events without a place in time; the others are on pages of their own. */
  shelf: string | null;
};

/** Counts of a stretch, column by column; `bin` counts from the tile's first. */
export type Tile = {
  parties: Party[];
  /** Per party: how many of the entries below are its own. */
  runs: number[];
  /** Each entry's bin, as the distance from the run's previous one. */
  bin: number[];
  count: number[];
  /** Events that began before the tile and had not ended at its start. */
  before: number;
  /** Begun and ended in each bin, whether counted in a bin or too coarse for one; without the zeros at the end. */
  begun: number[];
  ended: number[];
  /** The most important events, first first. */
  top: Titled[];
};

/** What a mark is drawn from. */
export type Drawn = {
  when: Edtf | null;
  notAfter: Edtf | null;
  status: Status;
  type: EventType;
  lanes: string[];
  organizations: string[];
  countries: string[];
  topics: string[];
};

/** What a label and a link are made from. */
export type Worded = {id: string; title: string; short: string; titleLang?: string | undefined; href: string};

export type Titled = Drawn & Worded;

/** Pages of a stretch, by time. `drawn` and `worded` name two files that hold the same events in the same order. */
export type Index = {pages: {from: number; to: number; count: number; drawn: string; worded: string}[]};

/** Rows as columns; a text that repeats is written once, then named by its number. */
export type Columns = Record<string, unknown[] | {of: unknown[]; at: number[]}>;

/** Columns of rows that all have the given keys. A column of which most values repeat gets a list of its values. */
export function toColumns<T extends object>(rows: readonly T[], keys: readonly (keyof T & string)[]): Columns {
  return Object.fromEntries(
    keys.map((key) => {
      const values = rows.map((row) => row[key] ?? null);
      const numbers = new Map<string, number>();
      const of: unknown[] = [];
      const at = values.map((value) => {
        const text = JSON.stringify(value);
        const known = numbers.get(text) ?? of.length;
        if (known === of.length) {
          numbers.set(text, known);
          of.push(value);
        }
        return known;
      });
      return [key, of.length * 2 <= values.length ? {of, at} : values];
    }),
  );
}

/** The rows again; null where a row had nothing. */
export function fromColumns<T>(columns: Columns): T[] {
  const wide = Object.entries(columns).map(
    ([key, column]) => [key, Array.isArray(column) ? column : column.at.map((i) => column.of[i])] as const,
  );
  return Array.from({length: wide[0]?.[1].length ?? 0}, (_, i) =>
    Object.fromEntries(wide.map(([key, values]) => [key, values[i]])),
  ) as T[];
}

export const drawnKeys = ["when", "notAfter", "status", "type", "lanes", "organizations", "countries", "topics"] as const;
export const wordedKeys = ["id", "title", "short", "titleLang", "href"] as const;
