/** Class of a heading by the length of its words: a title that is a whole sentence stands in smaller type. */
export function titleSize(words: string): "long" | "longest" | undefined {
  if (words.length > 170) return "longest";
  return words.length > 80 ? "long" : undefined;
}
