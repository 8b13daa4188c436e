import {scoreWords} from "../i18n/score-words.ts";

/** The list of cards under the picture, as the picture needs it. */
export type ReadingList = {
  /** Shows the cards of these items and hides the others; says so when nothing is found, here or elsewhere. */
  show: (ids: ReadonlySet<string>, found?: number) => void;
  card: (id: string) => HTMLElement | null;
  light: (id: string | null) => void;
};

/** Binds to the cards below `root` (each with its event's id in data-event); `lit` is told what the reader points at. */
export function readingList(
  root: HTMLElement | null,
  lang: string,
  lit: (id: string | null) => void,
  reset: () => void,
): ReadingList {
  const cards = () => root?.querySelectorAll<HTMLElement>("[data-event]") ?? [];
  const cardOf = (id: string) => root?.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]`) ?? null;
  const idOf = (target: EventTarget | null) =>
    (target as Element | null)?.closest<HTMLElement>("[data-event]")?.dataset.event ?? null;
  root?.addEventListener("pointerover", (event) => event.pointerType !== "touch" && lit(idOf(event.target)));
  root?.addEventListener("pointerleave", () => lit(null));
  root?.addEventListener("focusin", (event) => lit(idOf(event.target)));
  root?.addEventListener("focusout", () => lit(null));
  let marked: HTMLElement | null = null;
  let nothing: HTMLElement | null = null;
  return {
    show(ids, found = ids.size) {
      for (const card of cards()) {
        const off = !ids.has(card.dataset.event ?? "");
        if (card.hidden !== off) card.hidden = off;
      }
      for (const group of root?.querySelectorAll<HTMLElement>("section") ?? [])
        if (group.querySelector("[data-event]")) group.hidden = !group.querySelector("[data-event]:not([hidden])");
      if (found || !root?.childElementCount) nothing?.remove();
      else root?.prepend((nothing ??= nothingFound(lang, reset)));
    },
    card: cardOf,
    light(id) {
      marked?.classList.remove("lit");
      marked = id === null ? null : cardOf(id);
      marked?.classList.add("lit");
    },
  };
}

function nothingFound(lang: string, reset: () => void): HTMLElement {
  const words = scoreWords(lang);
  const out = document.createElement("p");
  out.className = "nothing";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.reset;
  button.addEventListener("click", reset);
  out.append(`${words.nothing}. `, button);
  return out;
}
