import {existsSync} from "node:fs";
import {join} from "node:path";
import {readPages} from "../store/files.ts";
import {type Page} from "../store/page.ts";

/** Documents and events that a built site lacks in one of its languages, as `folder/id (language)`. The first language stands at the root. */
export function unbuilt(out: string, content: string, languages: readonly string[]): string[] {
  const pages = readPages(content).filter(({folder}) => folder === "documents" || folder === "events");
  return pages
    .filter((page) => !isHidden(page))
    .flatMap(({folder, id}) =>
      languages
        .filter((language, i) => !existsSync(join(out, i ? language : "", folder, id, "index.html")))
        .map((language) => `content/${folder}/${id}.mdx (${language})`),
    );
}

const isHidden = (page: Page) => /^hidden\b/m.test(page.head) && page.matter().values?.hidden === true;
