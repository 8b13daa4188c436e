import {card, gutter as lines, html} from "./card.ts";
import {between, gutter} from "./gutter.ts";
import {headingYear} from "./heading.ts";
import type {TimelineData, TimelineItem} from "./item.ts";

/** The list under the picture of a set too large to be here: cards for the events of a window that are. */
export type WindowList = {
  /** Puts up the cards of dated events, in order of time; null: the list the page came with. */
  fill: (items: readonly TimelineItem[] | null) => void;
  /** What is said above the list: sentences, and a link. */
  say: (sentences: readonly string[], link: {text: string; href: string} | null) => void;
};

export function windowList(root: HTMLElement | null, data: TimelineData): WindowList {
  const chronicle = root?.querySelector<HTMLElement>(".chronicle") ?? null;
  const own = [...(chronicle?.querySelectorAll<HTMLElement>(":scope > section:not(.shelf)") ?? [])];
  const cards = new Map(own.flatMap((section) => [...section.querySelectorAll<HTMLElement>("[data-event]")].map(named)));
  const after = chronicle?.querySelector(":scope > .gutter-head") ?? null;
  const note = html("p", "meta window-note");
  note.hidden = true;
  chronicle?.before(note);
  let up: readonly HTMLElement[] = own;
  let shown = "";

  function sections(items: readonly TimelineItem[]): HTMLElement[] {
    const rows = gutter(
      items,
      data.lanes.map(({id}) => id),
    );
    const made: HTMLElement[] = [];
    let last: string | null = null;
    items.forEach((item, i) => {
      const row = rows[i];
      const year = headingYear(item) ?? "";
      if (!row) return;
      if (year !== last || !made.length) {
        const heading = html("h2", "", [year]);
        heading.id = `y-${year}`;
        const section = html("section", "", [html("div", "year", [lines(data.lanes, null, between(rows[i - 1], row)), heading])]);
        section.setAttribute("aria-labelledby", heading.id);
        made.push(section);
        last = year;
      }
      made.at(-1)?.append(copy(item.id, lines(data.lanes, row)) ?? card(item, row, data));
    });
    return made;
  }

  /** A card of the page's own, with its quotation, beside the marks it has among these neighbours. */
  function copy(id: string, marks: HTMLElement): HTMLElement | null {
    const made = cards.get(id)?.cloneNode(true) as HTMLElement | undefined;
    if (!made) return null;
    made.hidden = false;
    made.querySelector(".gutter")?.replaceWith(marks);
    return made;
  }

  return {
    fill(items) {
      const key = items ? items.map(({id}) => id).join() : "";
      if (key === shown && (items !== null) === (up !== own)) return;
      shown = key;
      const next = items ? sections(items) : own;
      for (const section of up) section.remove();
      // Cards that come while the picture moves are laid out when they are near.
      if (items) chronicle?.classList.add("long");
      after?.after(...next);
      up = next;
    },
    say(sentences, link) {
      note.hidden = !sentences.length && !link;
      const parts: (Node | string)[] = [sentences.join(" ")];
      if (link) {
        const a = html("a", "", [link.text]) as HTMLAnchorElement;
        a.href = link.href;
        parts.push(" ", a);
      }
      note.replaceChildren(...parts);
    },
  };
}

const named = (element: HTMLElement): [string, HTMLElement] => [element.dataset.event ?? "", element];
