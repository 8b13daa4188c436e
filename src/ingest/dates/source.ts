import {type Token} from "./tokens.ts";
import {type Word} from "./words.ts";
import {type Reading} from "./reading.ts";

/** A text with its date words. Grammar functions take it with the number of a token and answer a `Hit` or null. */
export type Source = {text: string; tokens: Token[]};

/** What a grammar function made of the tokens up to `next`. */
export type Hit<R extends Reading = Reading> = {
  reading: R;
  /** The first token not used. */
  next: number;
  /** Offset past the words, the dot of an abbreviation included. */
  end: number;
  rule: string;
  /** A number alone, which is a date only in good company. */
  weak?: boolean;
  wrong?: string;
};

/** The word of token `i` if it is of kind `t`. */
export function word<T extends Word["t"]>(s: Source, i: number, t: T): Extract<Word, {t: T}> | null {
  const w = s.tokens[i]?.word;
  return w?.t === t ? (w as Extract<Word, {t: T}>) : null;
}

/** Token `i` if it is a number, else null. */
export function number(s: Source, i: number): Token | null {
  const token = s.tokens[i];
  return token && !token.word ? token : null;
}

/** The signs before token `i`, less a dot already taken by what ends at `end`; a blank line counts as a sign. */
export function sepAt(s: Source, i: number, end: number): string {
  const token = s.tokens[i];
  if (!token) return "§";
  if (token.lines > 1) return "¶";
  return token.sep.startsWith(".") && s.text[end - 1] === "." ? token.sep.slice(1) : token.sep;
}

/** Whether token `i` follows with nothing but blanks, or one of the given signs, before it. */
export const follows = (s: Source, i: number, end: number, signs: readonly string[] = [""]): boolean =>
  signs.includes(sepAt(s, i, end));

/** Offset past token `i`, and past the dot of an abbreviation. */
export function endOf(s: Source, i: number, abbreviated = false): number {
  const end = s.tokens[i]?.end ?? 0;
  return abbreviated && s.text[end] === "." ? end + 1 : end;
}

/** Whether the line around the offsets holds nothing else. */
export function aloneOnLine(text: string, start: number, end: number): boolean {
  let a = start;
  while (a > 0 && text[a - 1] !== "\n" && /\s/.test(text.charAt(a - 1))) a--;
  let b = end;
  while (b < text.length && text[b] !== "\n" && /[\s.]/.test(text.charAt(b))) b++;
  return (a === 0 || text[a - 1] === "\n") && (b >= text.length || text[b] === "\n");
}

/** Whether a sign of a number or of copyright stands before the offset: № 2015, © 2015. */
export const afterSign = (s: Source, start: number): boolean => /[№#©] ?$/.test(s.text.slice(Math.max(0, start - 2), start));

export const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";

/** 1 when token `i` is an ending written to the number before it («18-е», «24го»), else 0. */
export function suffixAt(s: Source, i: number): number {
  const token = s.tokens[i];
  return token && !token.spaced && (token.sep === "" || token.sep === "-") && token.word?.t === "suffix" ? 1 : 0;
}

/** Whether the number at `start` is the tail of something: 2,5 · A20 · 1.2.3 · №12. */
export function glued(s: Source, start: number): boolean {
  const c = s.text[start - 1];
  if (c === undefined) return false;
  if (/[A-Za-z#№_@=&%$€\\]/.test(c)) return true;
  return /[.,:/]/.test(c) && isDigit(s.text[start - 2]);
}

/** Whether what is told was moved from the date whose preposition stands at the offset: «перенесли заседание с 5 мая». */
export const movedFrom = (text: string, at: number): boolean =>
  /(?<!\p{L})(?:перен(?:ес|ёс|ос)\p{L}*|сдвинут\p{L}*|сдвинул\p{L}*|отложен\p{L}*|отложил\p{L}*|postponed|moved|rescheduled)(?: \p{L}+){0,2} $/iu.test(
    text.slice(Math.max(0, at - 60), at),
  );
