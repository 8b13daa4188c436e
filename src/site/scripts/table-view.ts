// Shows of the table what the view in the address shows of the timeline; without one, all of it.
import "./words.ts";
import {learn} from "../../i18n/languages.ts";
import type {TimelineData} from "../../timeline/item.ts";
import {stage} from "../../timeline/stage.ts";
import {shownItems} from "../../timeline/table.ts";
import {decodeView, encodeView} from "../../timeline/url.ts";
import {wholeView} from "../../timeline/view.ts";

const note = document.querySelector<HTMLElement>("[data-viewed]");
const file = document.querySelector("[data-events]")?.textContent;
const view = {...decodeView(location.search), selected: null};
const query = encodeView(view);
if (note && file && query !== encodeView(wholeView)) {
  const data = JSON.parse(file) as TimelineData;
  void learn(data.lang).then(() => show(data, note));
}

function show(data: TimelineData, note: HTMLElement): void {
  // Those without a date stand beside any period, here as there.
  const shown = new Set(shownItems(stage(data, view), view.window).map(({id}) => id));
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-event]")) row.hidden = !shown.has(row.dataset.event ?? "");
  const said = (note.dataset.viewed ?? "").replace("…", new Intl.NumberFormat(data.lang).format(shown.size));
  document.querySelector(".events-table caption")?.replaceChildren(said);
  for (const link of note.querySelectorAll<HTMLAnchorElement>("a[data-view]")) link.search = query;
  note.hidden = false;
}
