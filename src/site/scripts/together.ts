// Counts and draws «who with whom» for a chosen period; the whole period is what the page holds.
import "./words.ts";
import {learn} from "../../i18n/languages.ts";
import type {Window} from "../../timeline/scale.ts";
import type {TimelineItem} from "../../timeline/item.ts";
import {shownIn} from "../../timeline/layout.ts";
import {node} from "../../timeline/nodes.ts";
import {cellsOf, organizationLanes, pairDrawing} from "../../timeline/pair.ts";
import {readPeriodField, writePeriodField} from "../../timeline/period.ts";
import {type Dated, stage} from "../../timeline/stage.ts";
import {decodeView, encodeView} from "../../timeline/url.ts";
import {wholeView} from "../../timeline/view.ts";
import type {PairsData} from "../pairs.ts";

const form = document.querySelector<HTMLFormElement>("[data-period]");
const file = document.querySelector("[data-pairs]")?.textContent;
if (form && file) {
  const data = JSON.parse(file) as PairsData;
  void learn(data.lang).then(() => period(form, data));
}

function period(form: HTMLFormElement, data: PairsData): void {
  const {lang, words} = data;
  const names = {organizations: {}, countries: {}, topics: {}, types: {}};
  const whole = stage({lang, title: "", lanes: data.lanes, items: data.items as TimelineItem[], names}, wholeView);
  const lanes = organizationLanes(data.lanes);
  const order = lanes.map(({id}) => id);
  const digits = new Intl.NumberFormat(lang, {useGrouping: "min2"});
  const plural = new Intl.PluralRules(lang);
  const fields = {from: input("from"), to: input("to")};
  const button = form.querySelector("button");
  const full = whole.limits.period;
  const started = decodeView(location.search).window;
  let chosen: Window | null = null;

  function input(name: string): HTMLInputElement | null {
    return form.querySelector(`[name=${name}]`);
  }

  /** What the page said at first comes back for the whole period. */
  const first = new Map<Element, Node[]>();
  function put(parent: Element, ...children: (Node | string)[]): void {
    if (!first.has(parent)) first.set(parent, [...parent.childNodes]);
    parent.replaceChildren(...children);
  }

  function show(): void {
    const window = chosen ?? full;
    const shown = shownIn(whole, window).flatMap((i) => whole.dated[i] ?? []);
    const cells = new Map<string, Dated[]>();
    const counts = new Map<string, number>();
    for (const d of shown) {
      for (const key of cellsOf(order, d.item.lanes)) cells.set(key, [...(cells.get(key) ?? []), d]);
      for (const country of d.item.countries)
        for (const id of d.item.lanes) counts.set(`${id} ${country}`, (counts.get(`${id} ${country}`) ?? 0) + 1);
    }
    for (const cell of document.querySelectorAll<HTMLElement>("[data-cell]"))
      drawCell(cell, cells.get(cell.dataset.cell ?? "") ?? [], window);
    for (const section of document.querySelectorAll<HTMLElement>("[data-pair]")) {
      const ids = new Set((cells.get(section.dataset.pair ?? "") ?? []).map(({item}) => item.id));
      section.hidden = chosen !== null && ids.size === 0;
      for (const event of section.querySelectorAll<HTMLElement>("[data-event]"))
        event.hidden = chosen !== null && !ids.has(event.dataset.event ?? "");
      const count = section.querySelector("[data-count]");
      if (count && chosen)
        put(count, `${digits.format(ids.size)}\u00a0${data.forms[plural.select(ids.size)] ?? data.forms.other ?? ""}`);
    }
    for (const cell of document.querySelectorAll<HTMLElement>("[data-country]")) {
      const n = counts.get(cell.dataset.country ?? "");
      if (chosen) put(cell, n ? linked(cell, digits.format(n)) : "—");
    }
    if (!chosen) {
      for (const [parent, children] of first) parent.replaceChildren(...children);
      first.clear();
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-view]")) {
      const view = decodeView(link.search);
      const query = encodeView({...view, window: chosen});
      if (link.search !== `?${query}`) link.search = query;
    }
    if (button) button.disabled = chosen === null;
    for (const [name, field] of Object.entries(fields))
      if (field && field !== document.activeElement) field.value = writePeriodField(window[name as "from" | "to"], name === "to");
  }

  function drawCell(cell: HTMLElement, marks: Dated[], window: Window): void {
    const [a, b] = (cell.dataset.cell ?? "").split(" ");
    const alone = a === b;
    const lane = (alone && lanes.find(({id}) => id === a)) || null;
    const [count, said, picture] = ["[data-n]", "[data-said]", "[data-picture]"].map((name) => cell.querySelector(name));
    const none = chosen ? marks.length === 0 : cell.dataset.none === "";
    cell.classList.toggle("none", none);
    // A link to a section that is not shown leads nowhere.
    cell.dataset.href ??= cell.getAttribute("href") ?? "";
    if (none || !cell.dataset.href) cell.removeAttribute("href");
    else cell.setAttribute("href", cell.dataset.href);
    if (!chosen) return;
    if (count) put(count, marks.length || alone ? digits.format(marks.length) : "—");
    if (said) put(said, alone ? words.alone : marks.length ? words.joint : words.none);
    if (picture) put(picture, node(pairDrawing(marks, window, lang, lane)));
  }

  /** The number, with the link that stands in its cell. */
  function linked(cell: Element, words: string): Node | string {
    const link = first.get(cell)?.find((child) => child instanceof HTMLAnchorElement) ?? cell.querySelector("a");
    if (!link) return words;
    const copy = link.cloneNode() as HTMLAnchorElement;
    copy.textContent = words;
    return copy;
  }

  function choose(next: Window | null): void {
    chosen = next && next.from <= full.from && next.to >= full.to ? null : next;
    const query = encodeView({...wholeView, window: chosen}, location.search);
    history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({target}) => {
    const field = target as HTMLInputElement;
    const end = field.name === "to";
    const t = readPeriodField(field.value, end);
    const next = t === null ? null : {...(chosen ?? full), [field.name]: t};
    const wrong = field.value !== "" && (!next || next.from >= next.to);
    field.setAttribute("aria-invalid", String(wrong));
    if (!wrong) choose(next);
  });
  button?.addEventListener("click", () => choose(null));
  form.classList.remove("waiting");
  if (started) chosen = started;
  show();
}
