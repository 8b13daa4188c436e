import {controlWords} from "../i18n/control-words.ts";
import {el} from "./el.ts";
import {gradients} from "./gradients.ts";
import type {TimelineData} from "./item.ts";
import {legend} from "./legend.ts";
import {node} from "./nodes.ts";

type Children = (Node | string)[];

function html(tag: string, attrs: Record<string, string>, children: Children = []): HTMLElement {
  const out = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) out.setAttribute(name, value);
  out.append(...children);
  return out;
}

/** Makes what a bare element lacks: the pictures' places, the period's fields, the buttons of zoom, the legend. */
export function furnish(root: HTMLElement, data: TimelineData): void {
  const inks = [0, 1, 2, 3, 4, 5, 6, 7, 8, "x"] as const;
  const figure = (form: string, picture: string) =>
    html("figure", {class: form}, [
      html("div", {class: "stage"}, [node(el("svg", {class: picture, role: "group", "aria-label": data.title}))]),
    ]);
  root.append(
    node(el("svg", {class: "defs", width: 0, height: 0, "aria-hidden": "true"}, [gradients(inks)])),
    controls(data.lang),
    figure("desk", "score"),
    figure("phone", "strip"),
    html("div", {class: "brush desk"}, [node(el("svg", {class: "strip"}))]),
    key(data.lang),
  );
}

function controls(lang: string): HTMLElement {
  const words = controlWords(lang);
  const field = (name: "from" | "to") =>
    html("label", {}, [
      html("span", {"aria-hidden": "true"}, [words[name]]),
      html("input", {
        type: "text",
        name,
        inputmode: "numeric",
        autocomplete: "off",
        "aria-label": name === "from" ? words.fromFull : words.toFull,
        title: words.periodHint,
      }),
    ]);
  const button = (what: string, sign: string, label: string) =>
    html("button", {type: "button", "data-do": what, "aria-label": label, title: words.hint}, [sign]);
  return html("form", {class: "filters", "aria-label": words.controls}, [
    html("span", {class: "push"}),
    html("span", {class: "period"}, [field("from"), field("to")]),
    html("span", {class: "zoom"}, [
      button("out", "−", words.zoomOut),
      button("in", "+", words.zoomIn),
      html("button", {type: "button", "data-do": "whole"}, [words.whole]),
    ]),
  ]);
}

function key(lang: string): HTMLElement {
  const {title, samples} = legend(lang);
  return html("p", {class: "legend desk"}, [
    html("b", {}, [title]),
    ...samples.map(({drawn, word}) => html("span", {}, [node(drawn), word])),
  ]);
}
