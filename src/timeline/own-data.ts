import {learn} from "../i18n/languages.ts";
import {scoreWords} from "../i18n/score-words.ts";
import type {TimelineData} from "./item.ts";

/** The JSON inside the element, else the file its `src` names; null (and the page as it is) when there is neither. */
export async function dataOf(root: HTMLElement): Promise<TimelineData | null> {
  const inside = root.querySelector('script[type="application/json"]')?.textContent;
  try {
    const src = root.getAttribute("src");
    if (!inside && !src) return null;
    if (inside) {
      const data = JSON.parse(inside) as TimelineData;
      await learn(data.lang);
      return data;
    }
    // What reads files of others is fetched with them: our own pages have their data inside.
    const [{languageOf, readDataFile}, answer] = await Promise.all([import("./data-file.ts"), fetch(src ?? "")]);
    const file: unknown = await answer.json();
    await learn(languageOf(file));
    const data = readDataFile(file);
    if (data) return data;
    await refuse(root, "foreign");
  } catch (error) {
    // The browser's own words, in a language of its own, are for those who look into the console.
    console.warn(error);
    await refuse(root, "broken");
  }
  return null;
}

/** Says in the page's language why no data are shown. */
async function refuse(root: HTMLElement, why: "broken" | "foreign"): Promise<void> {
  const {lang} = document.documentElement;
  await learn(lang);
  const words = scoreWords(lang);
  const notice = document.createElement("p");
  notice.className = "broken";
  notice.textContent = why === "foreign" ? `${words.broken} (${words.foreign})` : words.broken;
  root.prepend(notice);
}
