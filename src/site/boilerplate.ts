import {type Block, find, type Inline, lines, words} from "./prose.ts";

/** A paragraph of a document's text, or a run of its lines; `boilerplate` ones belong to the page, not to the news. */
export type Part = {block: Block; boilerplate: boolean};

type Line = {nodes: Inline[]; text: string; gap: number};
/** What is known of places: a quotation's event and where its words begin in the seed. */
type Anchors = ReadonlyMap<string, number>;

/**
 * Parts the blocks of a body into news and boilerplate. `spans` are offsets into the seed's text, of which the document
 * is the stretch `whole`; the body has lost the blanks between its lines, so each line's place is reckoned from the
 * fixed points on either side of it: the ends of the document, and quotations whose place is known.
 */
export function partBoilerplate(
  blocks: readonly Block[],
  whole: readonly [number, number] | null,
  spans: readonly (readonly [number, number])[],
  anchors: Anchors,
): Part[] {
  if (!whole || !spans.length) return blocks.map((block) => ({block, boilerplate: false}));
  const rows = blocks.map((block) => (block.kind === "paragraph" ? toLines(block.children) : []));
  const flat = rows.flat();
  flat.forEach((line, i) => (line.gap = i === 0 ? 0 : 1));
  rows.forEach(([first], i) => {
    if (first && i > 0) first.gap = 2;
  });
  const middles = reckon(flat, whole, anchors);
  const inside = (at: number) => spans.some(([start, end]) => start <= at && at < end);
  return blocks.flatMap((block, i): Part[] => {
    if (block.kind !== "paragraph") return [{block, boilerplate: false}];
    const parts: {lines: Line[]; boilerplate: boolean}[] = [];
    for (const line of rows[i] ?? []) {
      const boilerplate = inside(middles.get(line) ?? -1);
      const last = parts.at(-1);
      if (last?.boilerplate === boilerplate) last.lines.push(line);
      else parts.push({lines: [line], boilerplate});
    }
    return parts.map((part) => ({block: {...block, children: join(part.lines)}, boilerplate: part.boilerplate}));
  });
}

const join = (lines: readonly Line[]): Inline[] =>
  lines.flatMap(({nodes}, i) => (i === 0 ? nodes : [{kind: "text" as const, text: "\n"}, ...nodes]));

const toLines = (nodes: readonly Inline[]): Line[] => lines(nodes).map((nodes) => ({nodes, text: words(nodes), gap: 0}));

/** Middle of each line in the seed: between two fixed points, what is missing is shared out over the gaps. */
function reckon(lines: readonly Line[], [start, end]: readonly [number, number], anchors: Anchors): Map<Line, number> {
  const least: number[] = [];
  let at = start;
  for (const line of lines) {
    at += line.gap;
    least.push(at);
    at += line.text.length;
  }
  const fixed: {line: number; drift: number}[] = [{line: 0, drift: 0}];
  lines.forEach((line, i) => {
    const quote = find(line.nodes, "quote").find(({events}) => events.some((id) => anchors.has(id)));
    const place = quote && anchors.get(quote.events.find((id) => anchors.has(id)) ?? "");
    if (!quote || place === undefined) return;
    const drift = place - (least[i] ?? 0) - line.text.indexOf(words([quote]));
    if (drift >= (fixed.at(-1)?.drift ?? 0)) fixed.push({line: i, drift});
  });
  fixed.push({line: lines.length, drift: Math.max(end - at, fixed.at(-1)?.drift ?? 0)});
  const middles = new Map<Line, number>();
  let next = 1;
  lines.forEach((line, i) => {
    while (next < fixed.length - 1 && (fixed[next]?.line ?? 0) < i) next++;
    const [a, b] = [fixed[next - 1], fixed[next]];
    const share = a && b && b.line > a.line ? Math.min(1, Math.max(0, (i - a.line) / (b.line - a.line))) : 0;
    const drift = a && b ? a.drift + (b.drift - a.drift) * share : 0;
    middles.set(line, (least[i] ?? 0) + drift + line.text.length / 2);
  });
  return middles;
}
