import {type Block, find, type Inline, type Prose, words} from "./prose.ts";

/** A stretch of a document around the words of an event: `own` is the event's, the rest is context. */
export type Passage = {paragraphs: Run[][]; cutAfter: boolean};

/** How much of the text stands on each side of the words, in signs. */
const AROUND = 320;

/**
 * The paragraphs that hold an event's words, and the beginning of the next one; null where they are not marked.
 * Words that stand far apart keep what is next to them, with … for the rest between.
 */
export function passage(prose: Prose, event: string): Passage | null {
  const texts = prose.blocks.filter(
    (block): block is Block & {children: Inline[]} => "children" in block && block.kind === "paragraph",
  );
  const holds = texts.map(({children}) => find(children, "quote").some(({events}) => events.includes(event)));
  const first = holds.indexOf(true);
  const last = holds.lastIndexOf(true);
  if (first < 0) return null;
  const paragraphs = shorten(texts.slice(first, last + 1).map(({children}) => runs(children, event)));
  const next = texts[last + 1] && words(texts[last + 1]?.children ?? []);
  if (!next) return {paragraphs, cutAfter: false};
  const cut = next.length > AROUND;
  const shown = cut ? head(next) : next;
  return {paragraphs: [...paragraphs, [{text: shown, own: false}]], cutAfter: cut};
}

type Run = {text: string; own: boolean};

const head = (text: string): string => text.slice(0, text.lastIndexOf(" ", AROUND));
const tail = (text: string): string => text.slice(text.indexOf(" ", text.length - AROUND) + 1);

/**
 * Cuts long context: before the first of the event's words its end stays, after the last its beginning, between them both;
 * several paragraphs of context between its words become one …
 */
function shorten(paragraphs: Run[][]): Run[][] {
  const all = paragraphs.flat();
  const first = all.findIndex(({own}) => own);
  const last = all.findLastIndex(({own}) => own);
  let at = -1;
  const cut = paragraphs.map((line) =>
    line.map(({text, own}): Run => {
      at++;
      if (own || text.length <= 2 * AROUND + 80) return {text, own};
      if (at < first) return {text: `… ${tail(text)}`, own};
      return {text: at > last ? `${head(text)} …` : `${head(text)} … ${tail(text)}`, own};
    }),
  );
  const context = cut.map((line) => !line.some(({own}) => own));
  return cut.flatMap((line, i) => {
    if (!context[i] || !(context[i - 1] || context[i + 1])) return [line];
    return context[i - 1] ? [] : [[{text: "…", own: false}]];
  });
}

function runs(nodes: readonly Inline[], event: string): Run[] {
  const out: Run[] = [];
  const add = (text: string, own: boolean) => {
    const last = out.at(-1);
    if (last?.own === own) last.text += text;
    else if (text) out.push({text, own});
  };
  const walk = (list: readonly Inline[], own: boolean) => {
    for (const node of list) {
      if ("text" in node) add(node.text, own);
      else walk(node.children, own || (node.kind === "quote" && node.events.includes(event)));
    }
  };
  walk(nodes, false);
  return out;
}
