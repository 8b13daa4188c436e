import {type Document, visit} from "yaml";
import {type Span} from "../model/span.ts";

/** Why YAML cannot be read, where, and what a person who never heard of YAML can do. */
export type Fault = {message: string; fix: string; span: Span};

export const YAML_FIX = "Correct the line; the text between the two lines of three dashes is YAML.";

const quote = 'Put the value in quotation marks, e.g. title: "…", with a backslash before each " in it.';
const close = "Close the quotation mark or bracket that the value opens.";

/** By the code of our reader: what to say where its own words are of no help, and what to do. */
const words: Record<string, {message?: string; fix: string}> = {
  BAD_DQ_ESCAPE: {message: "A backslash stands before a letter it means nothing with", fix: "Write two backslashes for one."},
  BAD_INDENT: {fix: close},
  BAD_SCALAR_START: {fix: quote},
  BLOCK_AS_IMPLICIT_KEY: {message: "A value holds a colon with a blank behind it", fix: quote},
  DUPLICATE_KEY: {message: "The same field stands twice", fix: "Keep one of the two lines."},
  MISSING_CHAR: {fix: close},
  MULTILINE_IMPLICIT_KEY: {message: "A line names no field", fix: "Write «field: value», with a blank behind the colon."},
  TAB_AS_INDENT: {message: "A line begins with a tab", fix: "Use blanks instead."},
  UNEXPECTED_TOKEN: {message: "Something stands behind the end of a value", fix: quote},
};

/** The values of a document, or what is wrong with it, in order; `offset`: where it stands in its file. */
export function valuesOf(document: Document, offset = 0): {values: unknown; faults: Fault[]} {
  const at = ([start, end]: readonly [number, number, ...number[]]): Span => ({start: offset + start, end: offset + end});
  if (document.errors.length)
    return {
      values: null,
      faults: document.errors.map(({code, message, pos}) => ({
        message: words[code]?.message ?? message.replace(/\s+/g, " ").replace(/\.$/, ""),
        fix: words[code]?.fix ?? YAML_FIX,
        span: at(pos),
      })),
    };
  // References are looked up only now: a title that begins with an asterisk is one to nothing.
  try {
    return {values: document.toJS(), faults: []};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let span = at([0, 0]);
    visit(document, {
      Alias: (_, node) => {
        if (node.resolve(document) || !node.range) return undefined;
        span = at(node.range);
        return visit.BREAK;
      },
    });
    const message = "A value begins with an asterisk, which YAML takes for a reference";
    return {values: null, faults: [{message, fix: quote, span}]};
  }
}
