/** What is written the same in every language: formats, files, digests, codes, and the mark of the language switch. */
const names =
  /https?:\S+|[\w.-]+\.(csv|ics|jsonld|json|bib|rss|atom|txt)\b|\b[0-9a-f]{64}\b|\b(BY|KZ|EDTF|RSS|Atom|JSON|Schema|Feed|CSV|CSL|BibTeX|UTF|BCP|ISO|SHA|Wikidata|schema|TimelineJS|JavaScript|Ctrl|SVG|PNG|EN|Q\d+|UTC)\b/g;

/** Whether words of the interface are English where they should not be. Sources may quote what they like between words of their own. */
export const isEnglish = (text: string): boolean =>
  /[a-z]{2}/i.test(text.replace(names, "")) && !/\p{Script=Cyrillic}/u.test(text);

/** Elements in which words of two languages cannot be parted: a reference to copy, code, what is printed on keys, and pictures, whose marks are named as a whole. */
export const isWhole = (element: string): boolean => /^(title|pre|code|kbd|svg)\b|\.cite\b/.test(element);
