import {type Named} from "../names/read.ts";
import {isActor, isOrganization} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {nearby, type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";

/** Whose a programme, a plan or a project is, and where it runs, where its own words leave that to those around them. */
export const sidesOfProgramme = (text: string, h: Happening, first: Sentence, scene: Scene): Named[] => [
  ...adoptedBy(text, h, first),
  ...ownersOfProject(text, h, first, scene),
  ...reaching(text, h, first),
];

// «… на 2016–2018 годы, которую приняла страна»
const adoptedBy = (text: string, h: Happening, first: Sentence): Named[] =>
  h.type === "strategy" && /^,\s*(?:which|that|котор)/iu.test(text.slice(h.stretch.span.end, h.stretch.span.end + 10))
    ? first.named.filter(
        (n) => n.entity.kind === "country" && n.span.start >= h.stretch.span.end && n.span.start < h.stretch.span.end + 60,
      )
    : [];

// «Проект стартовал 1 сентября» after «по проекту МОМ отремонтировали»
function ownersOfProject(text: string, h: Happening, first: Sentence, {sentences}: Scene): Named[] {
  if (!/^проект$|^программа$/.test(h.subject?.word.form ?? "") || h.subject?.at !== first.from) return [];
  if (h.stretch.named.some(isOrganization)) return [];
  const isOwner = (n: Named) =>
    isOrganization(n) && /(?:проект|программ)\p{L}{0,3}\s+$/iu.test(text.slice(n.span.start - 14, n.span.start));
  return sentences.slice(Math.max(0, first.index - 3), first.index).flatMap((s) => s.named.filter(isOwner));
}

// «Она охватит Казахстан и Кыргызстан и продлится до 2027 года»
const reaching = (text: string, h: Happening, first: Sentence): Named[] =>
  h.rules.includes("programme-continued") && /(?<!\p{L})охва[тч]/iu.test(text.slice(first.span.start, first.span.end))
    ? first.named.filter((n) => n.entity.kind === "country")
    : [];

/** A plan adopted in its own sentence belongs to those who adopted it. */
export function adoptersOf(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (h.type !== "strategy" || names.some(isActor)) return [];
  const adopted = nearby(scene, h).find((o) => o !== h && o.type === "agreement" && o.sentences[0] === first);
  return adopted?.stretch.named.filter(isOrganization) ?? [];
}
