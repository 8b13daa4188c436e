// Shows of the table what the view in the address shows of the timeline; without one, all of it.
import {type TimelineData} from "../../timeline/item.ts";
import {stage} from "../../timeline/stage.ts";
import {shownItems} from "../../timeline/table.ts";
import {decodeView, encodeView} from "../../timeline/url.ts";
import {wholeView} from "../../timeline/view.ts";

const note = document.querySelector<HTMLElement>("[data-viewed]");
const file = document.querySelector("[data-events]")?.textContent;
const view = {...decodeView(location.search), selected: null};
const query = encodeView(view);
if (note && file && query !== encodeView(wholeView)) {
  const items = stage(JSON.parse(file) as TimelineData, view);
  // Those without a date stand beside any period, here as there.
  const shown = new Set(shownItems(items, view.window).map(({id}) => id));
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-event]")) row.hidden = !shown.has(row.dataset.event ?? "");
  note.hidden = false;
  const said = (note.dataset.viewed ?? "").replace("…", new Intl.NumberFormat(document.documentElement.lang).format(shown.size));
  document.querySelector(".events-table caption")?.replaceChildren(said);
  for (const link of note.querySelectorAll<HTMLAnchorElement>("a[data-view]")) link.search = query;
}
