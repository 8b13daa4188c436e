import {scoreWords} from "../i18n/score-words.ts";
import {node} from "./nodes.ts";
import {el} from "./el.ts";
import {glyph} from "./glyph.ts";
import type {TimelineData, TimelineItem} from "./item.ts";
import {dateOf, participants} from "./names.ts";

const QUOTE = 170;

const html = (tag: string, cls: string, children: (Node | string)[], lang?: string): HTMLElement => {
  const out = document.createElement(tag);
  out.className = cls;
  if (lang) out.lang = lang;
  out.append(...children);
  return out;
};

/** Fills a tooltip: date, title, who with whom and in what role, the source's words in yellow, figures. */
export function fillTip(tip: HTMLElement, item: TimelineItem, data: TimelineData): void {
  const words = scoreWords(data.lang);
  const status = words.status[item.status];
  const children = [
    html("span", "tip-date", [dateOf(item, data.lang) + (status ? ` · ${status}` : "")]),
    html("div", "tip-title", [item.title], item.titleLang),
    html("div", "tip-who", who(item, data)),
  ];
  if (item.figures?.length) children.push(html("p", "tip-figures", [item.figures.join("; ")], item.sourceLang));
  if (item.quote) children.push(quotation(item.quote, item.sourceLang));
  tip.replaceChildren(...children);
}

function who(item: TimelineItem, data: TimelineData): Node[] {
  const words = scoreWords(data.lang);
  return participants(item, data).flatMap(({name, lane, role}, i) => {
    const icon = node(
      el("svg", {width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true"}, [
        el("path", {class: `head lane-${lane.ink}`, d: glyph(lane.shape, 0, 0, 0.92)}),
      ]),
    );
    const told = html("span", "", [name, ...(role && role !== "participant" ? [" ", html("i", "", [words.roles[role]])] : [])]);
    return [...(i ? [html("span", "with", [])] : []), icon, told];
  });
}

/** The exact words; what is cut off is a grey … outside the yellow. */
function quotation(quote: string, lang: string | undefined): HTMLElement {
  const long = quote.length > QUOTE;
  const text = long ? quote.slice(0, QUOTE).replace(/\s+\S*$/, "") : quote;
  const cut = () => html("span", "cut", ["…"]);
  const inner = [
    ...(/^\p{Ll}/u.test(text) ? [cut(), " "] : []),
    html("mark", "", [text]),
    ...(long || !/[.!?…]["»”]?$/.test(text) ? [" ", cut()] : []),
  ];
  return html("p", "tip-quote", inner, lang);
}
