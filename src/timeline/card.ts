import {el} from "./el.ts";
import {glyph} from "./glyph.ts";
import type {Bar, GutterRow} from "./gutter.ts";
import type {Lane, TimelineData, TimelineItem} from "./item.ts";
import {dateOf} from "./names.ts";
import {node} from "./nodes.ts";
import {scoreWords} from "../i18n/score-words.ts";

/** An element of the page: classes and children, no other attribute. */
export function html(tag: string, cls: string, children: (Node | string)[] = [], lang?: string): HTMLElement {
  const out = document.createElement(tag);
  if (cls) out.className = cls;
  if (lang) out.lang = lang;
  out.append(...children);
  return out;
}

/** The card of an event that came with a tile, in the form of the cards the build made; it has no quotation, tiles carry none. */
export function card(item: TimelineItem, row: GutterRow, data: TimelineData): HTMLElement {
  const words = scoreWords(data.lang);
  const status = words.status[item.status];
  const link = html("a", "", [item.title], item.titleLang) as HTMLAnchorElement;
  link.href = item.href;
  link.dir = "auto";
  const meta = [data.names.types[item.type] ?? item.type, item.topics.map((id) => data.names.topics[id] ?? id).join(", ")];
  const out = html("article", "card", [
    gutter(data.lanes, row),
    html("div", "when", [
      html("time", item.when === null && item.notAfter === null ? "undated" : "", [dateOf(item, data.lang)]),
      ...(status ? [html("span", "tag", [status])] : []),
    ]),
    html("div", "what", [
      html("p", "eye", [chord(item, data.lanes), html("span", "meta", [meta.filter(Boolean).join(" · ")])]),
      html("h3", "title", [link]),
    ]),
    ...(item.countries.length
      ? [html("div", "side", [html("p", "", [item.countries.map((id) => data.names.countries[id] ?? id).join(", ")])])]
      : []),
  ]);
  out.dataset.event = item.id;
  return out;
}

function chord(item: TimelineItem, lanes: readonly Lane[]): HTMLElement {
  const own = lanes.filter((lane) => item.lanes.includes(lane.id));
  const party = (lane: Lane) => html("span", "party", [head("glyph", lane, 14, 7.5), html("span", "", [lane.name])]);
  return html(
    "span",
    "chord",
    own.flatMap((lane, i) => [...(i ? [html("span", "join", [html("span", "visually-hidden", [", "])])] : []), party(lane)]),
  );
}

const head = (cls: string, {shape, ink}: Lane, size: number, reach: number): SVGElement =>
  node(
    el(
      "svg",
      {
        class: cls ? `${cls} lane-${ink}` : null,
        width: size,
        height: size,
        viewBox: `${-reach} ${-reach} ${2 * reach} ${2 * reach}`,
        "aria-hidden": "true",
      },
      [el("path", {class: "head", d: glyph(shape, 0, 0)})],
    ),
  );

/** The row of the vertical score beside a card; beside a heading there are bars alone. */
export function gutter(lanes: readonly Lane[], row: GutterRow | null, bars: readonly Bar[][] = row?.bars ?? []): HTMLElement {
  const doubt = `${row?.hollow ? " hollow" : ""}${row?.doubtful ? " doubtful" : ""}`;
  const out = html("div", "gutter", [
    ...lanes.map((lane, i) =>
      html(
        "i",
        `line lane-${lane.ink} col-${i}`,
        (bars[i] ?? []).map((bar) =>
          html("b", `bar slot-${bar.slot}${bar.hollow ? " hollow" : ""}${bar.starts ? " starts" : ""}`),
        ),
      ),
    ),
    ...(row?.join
      ? [html("i", `stem col-${row.join.from} len-${row.join.to - row.join.from} slot-${row.join.slot}${doubt}`)]
      : []),
    ...(row?.heads ?? []).flatMap(({lane, slot}) => {
      const own = lanes[lane];
      return own
        ? [
            html("span", `mark lane-${own.ink} col-${lane} slot-${slot} tail-${row?.tail ?? "none"}${doubt}`, [
              head("", own, 16, 8),
            ]),
          ]
        : [];
    }),
  ]);
  out.setAttribute("aria-hidden", "true");
  return out;
}
