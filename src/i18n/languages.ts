import type {ControlWords} from "./control-words.ts";
import type {DateWords} from "./date-words.ts";
import type {Messages} from "./messages.ts";
import type {ScoreWords} from "./score-words.ts";

/** What a picture of the timeline says: all of a language that the browser is given. */
export type PictureWords = {score: ScoreWords; dates: DateWords};

/** A language: what its file here, `ru.ts`, `en.ts`, exports. A further one is a file like them, named by its BCP 47 tag. */
export type Language = {messages: Messages; controls: ControlWords; picture: PictureWords};

/** Where a tag has no file of its own, nor its base language. */
const FALLBACK = "en";

const known = new Map<string, Language>();
let files = new Map<string, () => Promise<PictureWords>>();

/** The candidates for a tag, best first: itself, its base language, English. */
const candidates = (tag: string): string[] => [tag.toLowerCase(), tag.toLowerCase().split("-")[0] ?? "", FALLBACK];

/** `src/i18n/ru.ts` → `ru` */
const tagOf = (file: string): string => /([^/]+)\.ts$/.exec(file)?.[1]?.toLowerCase() ?? file;

/** Makes languages known, by the paths of their files. */
export function know(languages: Record<string, Language>): void {
  for (const [file, language] of Object.entries(languages)) known.set(tagOf(file), language);
}

/** Where a browser finds the words of pictures when it needs them, by the paths of the languages' files. */
export function learnFrom(lazily: Record<string, () => Promise<PictureWords>>): void {
  files = new Map(Object.entries(lazily).map(([file, load]) => [tagOf(file), load]));
}

/** Fetches the words of pictures in a language, unless they are known; resolves when they can be used. */
export async function learn(tag: string): Promise<void> {
  const best = candidates(tag).find((name) => known.has(name) || files.has(name));
  const load = best === undefined || known.has(best) ? undefined : files.get(best);
  // A browser has no page's words: whatever asks for them there is a mistake of ours, and fails as one.
  if (best !== undefined && load) known.set(best, {picture: await load()} as Language);
}

/** The words of a language; of its base language, or English, where we have none of its own. */
export function languageFor(tag: string): Language {
  const own = known.get(tag);
  if (own) return own;
  for (const name of candidates(tag)) {
    const language = known.get(name);
    if (language) return language;
  }
  throw new Error(`no words for the language "${tag}" were made known`);
}
