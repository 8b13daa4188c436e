import {digest} from "./digest.ts";
import {slug} from "../model/slug.ts";

/**
 * File names for new pages of one folder: the one they would like, with a short digest behind it where that is taken.
 * Names of ASCII small letters, digits and hyphens, at most 80 bytes, so that no system confuses two of them.
 */
export function namer(taken: Iterable<string>): (liked: string, key: string) => string {
  const used = new Set([...taken].map((id) => id.normalize("NFC").toLowerCase()));
  return (liked, key) => {
    let name = slug(liked);
    for (let again = 0; used.has(name); again++) name = `${slug(liked, 71)}-${digest(again ? [key, again] : key)}`;
    used.add(name);
    return name;
  };
}

/** A record's key as the document's part and the rest, e.g. `a.txt#1` and `:3f2a`; a key of another form has no document. */
export function splitKey(key: string): {document: string; rest: string} {
  const parts = /^(.*#\d+)(.*)$/s.exec(key);
  return parts ? {document: parts[1] ?? "", rest: parts[2] ?? ""} : {document: "", rest: key};
}
