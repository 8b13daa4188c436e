// A stemmer cuts the cases of one noun to different stems (Snowball: «Казахстан» → «казахста», «Казахстане» →
// «казахстан») and of different words to one («Мали», «мал»). Names are few and texts are long, so we go the other
// way and spell out the forms of each word of a name once, when the gazetteer is built.

const cyrillic = /^[а-яё]+$/i;
const soft = /[жчшщц]$/;

/** What is known of a word that is to be inflected. */
export type Inflection = {
  /** A proper name: no plural, and -и, -е, -у at its end belong to the word («Дели», «Душанбе», «Баку»). */
  proper: boolean;
};

/** Every case form of a Russian noun or adjective given in the nominative, itself first; other words stand alone. */
export function caseForms(word: string, {proper}: Inflection): string[] {
  if (!cyrillic.test(word)) return [word];
  const w = word.toLowerCase().replaceAll("ё", "е");
  if (w.length < 2) return [w];
  if (isAbbreviation(word)) return abbreviation(w);
  const forms = new Set([w]);
  for (const form of adjective(w) ?? noun(w, proper)) forms.add(form);
  return [...forms];
}

const isAbbreviation = (word: string) => word.length > 1 && word === word.toUpperCase();

// «в МИДе», «с ТАССом»: only what can be spoken as a word takes endings.
function abbreviation(w: string): string[] {
  const spoken = /[аеиоуыэюя][^аеиоуыэюя]$/.test(w) && w.length > 2;
  return spoken ? [w, w + "а", w + "у", w + "ом", w + "е"] : [w];
}

const hardEndings = "ый ого ому ым ом ая ой ую ою ое ые ых ыми".split(" ");
const velarEndings = "ий ого ому им ом ая ой ую ою ое ие их ими".split(" ");
const softEndings = "ий его ему им ем яя ей юю ею ее ие их ими".split(" ");

/** Forms of an adjective in any gender, or null when the word does not look like one. */
export function adjective(w: string): string[] | null {
  const m = /^(.{2,}?)(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/.exec(w);
  if (!m) return null;
  const [, base = "", ending = ""] = m;
  const last = base.charAt(base.length - 1);
  // «ситуация», «участие», «музей» are nouns; «ских», «ных», «ших» are adjectives.
  if (ending === "ие" && !/[кгхшжнч]$/.test(base)) return null;
  if (ending === "ой" && !/[нкгхдтвлрмшж]$/.test(base)) return null;
  if (ending === "ие" && /(ан|ен|ин|ян|он)$/.test(base)) return null;
  if (ending === "ее" && !/[нжшщч]$/.test(base)) return null;
  if (ending === "ий" && /(ар|ор|ер|ал|ел|ол)$/.test(base)) return null;
  if (ending === "яя" && last !== "н") return null;
  if (ending === "ая" && /[жшщч]$/.test(base)) return softEndings.map((e) => base + e.replace("яя", "ая").replace("юю", "ую"));
  // «большой», «чужой»: stressed, so not «большего».
  if (/[жшщч]$/.test(base) && ending === "ой") return ["ой", ...velarEndings.slice(1)].map((e) => base + e);
  if (/[кгх]$/.test(base)) return velarEndings.map((e) => base + e);
  if (/[жшщч]$/.test(base)) return softEndings.map((e) => base + e.replace("яя", "ая").replace("юю", "ую"));
  const isSoft = ending === "ий" || ending === "яя" || ending === "ее" || ending === "ие";
  return (isSoft ? softEndings : hardEndings).map((e) => base + e);
}

function noun(w: string, proper: boolean): string[] {
  const base = w.slice(0, -1);
  const add = (stem: string, ...endings: string[]) => endings.map((e) => stem + e);
  const many = (stem: string, ...endings: string[]) => (proper ? [] : add(stem, ...endings));
  if (w.endsWith("ия")) return [...add(base, "и", "ю", "ей", "ею"), ...many(base, "й", "ям", "ями", "ях")];
  if (w.endsWith("ие") || w.endsWith("ье"))
    return proper ? add(base, "я", "ю", "ем", "и") : add(base, "я", "ю", "ем", "и", "й", "ям", "ями", "ях");
  switch (w.charAt(w.length - 1)) {
    case "а":
      return [
        ...add(base, "ы", "и", "е", "у", "ой", "ей", "ою"),
        ...many(base, "", "ам", "ами", "ах"),
        ...(proper ? [] : filled(base)),
      ];
    case "я":
      return [...add(base, "и", "е", "ю", "ей", "ею"), ...many(base, "ь", "й", "ям", "ями", "ях")];
    case "о":
      // «Жданко», «Токио» stand; «Домодедово» may go either way.
      return [...add(base, "а", "у", "ом", "е"), ...many(base, "", "ам", "ами", "ах")];
    case "е":
      return proper ? [] : [...add(base, "я", "а", "ю", "у", "ем"), ...many(base, "й", "ям", "ами", "ями", "ях")];
    case "ы":
      return add(base, "", ...plural(base), "ам", "ами", "ах");
    case "и":
      return proper ? [] : add(base, "", "ов", "ей", "ам", "ям", "ами", "ями", "ах", "ях");
    case "ь":
      return [...add(base, "я", "ю", "ем", "е", "и", "ью"), ...many(base, "ей", "ям", "ями", "ях")];
    case "й": {
      const locative = w.endsWith("ий") ? ["и"] : [];
      return [...add(base, "я", "ю", "ем", "е", ...locative), ...many(base, "и", "ев", "ям", "ями", "ях")];
    }
    case "у":
    case "э":
    case "ю":
      return [];
    default: {
      const instrumental = soft.test(w) ? ["ем", "ом"] : ["ом"];
      const possessive = proper && /(ов|ев|ин|ын)$/.test(w) ? ["ым"] : [];
      const shortened = /[^аеиоуыэюяйь](ец|ок|ек)$/.test(w) ? w.slice(0, -2) + w.slice(-1) : null;
      const stems = shortened ? [w, shortened] : [w];
      return stems.flatMap((s) => [
        ...add(s, "а", "у", "е", ...instrumental, ...possessive),
        ...many(s, "ы", "и", ...plural(s), "ей", "ам", "ами", "ах"),
      ]);
    }
  }
}

// «казахстанцев», «таможенников»
const plural = (stem: string) => (stem.endsWith("ц") ? ["ев", "ов"] : ["ов"]);

// «граница» keeps its stem, «поставка» → «поставок», «группировка» → «группировок».
function filled(base: string): string[] {
  const m = /^(.*[^аеиоуыэюяьй])([^аеиоуыэюяьй])$/.exec(base);
  return m ? [`${m[1]}о${m[2]}`, `${m[1]}е${m[2]}`] : [];
}
