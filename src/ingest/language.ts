import {franc} from "franc";

const tags: Record<string, string> = {
  rus: "ru",
  eng: "en",
  ukr: "uk",
  bel: "be",
  kaz: "kk",
  kir: "ky",
  tgk: "tg",
  uzn: "uz",
  hye: "hy",
  bul: "bg",
  srp: "sr",
};

// Letters of the other Cyrillic alphabets. Without them, and without the hard sign and the small words of Bulgarian, small Russian
// words tell Russian from Kyrgyz and Kazakh: franc (a third of the time of reading a text, and often wrong about a sentence alone)
// need not be asked.
const foreign = /[іїєґўәғқңөұүһҳҷӣӯђјљњћџѓќѕ]/i;
// The first letter is asked for before what stands in front of it, for an engine finds out slowly whether that is a letter.
const bulgarian = /ъ(?![еёюя])|ият(?!\p{L})|(?=[счщпбт])(?<!\p{L})(?:се|са|че|ще|през|беше|бяха|това)(?!\p{L})/iu;
const smallWords = /(?<!\p{L})(?:в|на|с|и|по|о|об|из|для|к|не|от|что|за|при)(?!\p{L})/iu;

// Asked of every text: the letters of Russian and English, nearly all there are, are told by their numbers.
function lettersOf(text: string): {letters: number; cyrillic: number} {
  let [latin, russian] = [0, 0];
  let others = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x410 && code <= 0x44f) russian++;
    else if (code >= 0x80) others += text.charAt(i);
    else if ((code | 32) >= 0x61 && (code | 32) <= 0x7a) latin++;
  }
  const rest = (sign: RegExp) => others.match(sign)?.length ?? 0;
  return {letters: latin + russian + rest(/\p{L}/gu), cyrillic: russian + rest(/\p{Script=Cyrillic}/gu)};
}

/** BCP 47 tag of a text. Under thirty letters nobody is sure: Cyrillic is Russian then. */
export function languageOf(text: string): string {
  const sample = text.length > 20000 ? text.slice(0, 20000) : text;
  const {letters, cyrillic} = lettersOf(sample);
  if (cyrillic > letters * 0.7 && !foreign.test(sample) && !bulgarian.test(sample) && smallWords.test(sample)) return "ru";
  if (letters < 30) return cyrillic || !letters ? "ru" : "en";
  return tags[franc(sample, {only: Object.keys(tags)})] ?? (cyrillic * 2 >= letters ? "ru" : "en");
}
