import {type Sentence} from "./sentence.ts";

// «● АСТАНА. …», «🔹 В Минске …», «1) завершила …», «2.1. Провести …»: each point of a digest or report.
const mark = /^\s*(?:[●•▪■◆►▶✔➡🔹🔸🔷🔶📌]|\d{1,2}\)\s|\d{1,2}\.(?:\d{1,2}\.?)?\s+(?=\p{Lu}|[«"„]))/u;

/** How many points make a digest: fewer are a list within a news item. */
const fewest = 3;

/**
 * Numbers of the paragraphs of a digest's points, and of all that follow the first of them. What one point tells, and who
 * is in it, says nothing of the next: «● БИШКЕК. …» begins a piece of news of its own.
 */
export function pointsOf(text: string, sentences: readonly Sentence[]): ReadonlySet<number> {
  const marked = new Set<number>();
  let last = -1;
  for (const s of sentences) {
    if (s.paragraph !== last && mark.test(text.slice(s.span.start, s.span.start + 8))) marked.add(s.paragraph);
    last = s.paragraph;
  }
  if (marked.size < fewest) return new Set();
  const from = Math.min(...marked);
  return new Set(sentences.flatMap((s) => (s.paragraph >= from && !s.isTitle ? [s.paragraph] : [])));
}
