import {messages} from "../i18n/messages.ts";
import type {Tiled} from "../timeline/item.ts";
import type {Addresses} from "./address.ts";
import {stretchPath} from "./years.ts";

/** Name of a language's manifest below `tiles/`; the other files are named by their content and shared. */
export const manifestName = (language: string): string => `manifest-${language}.json`;

/** What the timeline of a large set is told of its tiles. */
export function tiledIn(language: string, to: Addresses): Tiled {
  const words = messages(language).years;
  return {
    manifest: to.file(`tiles/${manifestName(language)}`),
    years: to.page(stretchPath("")),
    words: {
      choice: words.inWindow({shown: "{shown}", all: "{all}"}),
      beyond: words.beyond({more: "{more}"}),
      year: words.ofYear({year: "{year}"}),
      years: words.all,
      bound: words.bound,
      missing: words.missing,
      again: words.again,
    },
  };
}
