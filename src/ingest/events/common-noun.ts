import {isOrganization} from "./actors.ts";
import {type Named} from "../names/read.ts";
import {type Happening} from "./happening.ts";
import {type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";

// «Организация провела тренинг», «Комитет утвердил план»: a body by its common noun, with a capital in the middle of a text or not.
const noun =
  /^[\s«"–—-]*(?:(?:в|во|на|за)\s[^,.;]{1,30}\s)?(Организаци|Ассамбле|Совет|Комитет|Комисси|Бюро|Управлени|Содружеств|Агентств|Секретариат|Союз|Объединени)\p{L}{0,3}\s(?=(?:также\s|уже\s|ранее\s|\d{1,2}\s|в\s|на\s)?[\p{Ll}\d][^,.;]{0,40}(?:л|ла|ло|ли|ет|ит|ут|ят)(?!\p{L}))/u;

/** Sentences a body is still the one spoken of. */
const reach = 8;

/** The body named last before that the common noun a sentence opens with stands for, by the noun in its full name. */
export function byCommonNoun(text: string, first: Sentence, h: Happening, scene: Scene): Named[] {
  const stem = noun.exec(text.slice(h.stretch.span.start, h.stretch.span.start + 80))?.[1]?.toLowerCase();
  if (!stem || first.isTitle) return [];
  const isSo = ({entity}: Named) => {
    const head = entity.names.ru?.toLowerCase().split(/\s(?:по|в|при|для)\s/)[0] ?? "";
    return head.includes(stem);
  };
  for (let i = first.index - 1; i >= Math.max(0, first.index - reach); i--) {
    const found = scene.sentences[i]?.named.filter((n) => isOrganization(n) && !n.inner && isSo(n)) ?? [];
    const last = found.at(-1);
    if (last) return [last];
  }
  return [];
}
