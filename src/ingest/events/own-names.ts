import {contains} from "../../model/span.ts";
import {type Named} from "../names/read.ts";
import {gathered, hasActor, isOrganization, statesOf} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {nearby, type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";
import {spoken} from "./speakers.ts";

/** «на прошлогодней встрече»: the sentence is about the meeting of today, its names are the speaker's. */
export const isFormer = (h: Happening): boolean => h.date?.rule === "year-adjective" && h.when === null;

/** The names in the words that tell of an event: its stretch, the rest of its sentence where that is about it, its other sentences. */
export function ownNames(text: string, h: Happening, scene: Scene): Named[] {
  const former = isFormer(h);
  const names = former ? h.stretch.named.filter((n) => n.entity.kind === "topic") : [...h.stretch.named];
  if (!former) names.push(...ofSentence(h, scene, names));
  names.push(...ofHeadings(h, scene, names));
  if (!former) names.push(...whoMetInHeading(h, scene, names));
  return gathered.has(h.type) && h.type !== "meeting" ? withoutSpeakers(text, h, names) : names;
}

// A programme's sentence may be about anything; of its names only the organisations are the programme's.
function ofSentence(h: Happening, scene: Scene, names: readonly Named[]): Named[] {
  const [first] = h.sentences;
  if (!first) return [];
  const whole = !hasActor(names) && h.stretch !== first && !h.rules.includes("listed-operation");
  const loose = h.type !== "strategy" && !h.rules.some((r) => r === "stage" || r === "elliptic");
  const rest = whole
    ? first.named.filter(
        (n) => (loose && !ofAnother(n, first, h, scene)) || n.entity.kind === "organization" || n.entity.kind === "topic",
      )
    : [];
  const some =
    h.rules.includes("elliptic") && ![...names, ...rest].some(isOrganization) ? first.named.filter(isOrganization) : [];
  return [...rest, ...some];
}

// «Первый этап начался в январе, второй прошёл в Астрахани»: where the other was held.
const ofAnother = (n: Named, first: Sentence, h: Happening, scene: Scene): boolean =>
  n.entity.kind === "place" &&
  n.span.start >= h.stretch.span.end &&
  nearby(scene, h).some((o) => o !== h && o.sentences[0] === first && o.stretch !== first && contains(o.stretch.span, n.span));

// The heading and the lead tell the same event; a heading adds no country to an event that names its own.
function ofHeadings(h: Happening, scene: Scene, names: readonly Named[]): Named[] {
  const placed = names.some((n) => n.entity.kind === "country");
  return h.sentences
    .slice(1)
    .flatMap((s) =>
      s.named.filter(
        (n) =>
          (!(s.isTitle && n.entity.kind === "country" && placed) && !scene.own.has(s.index) && s !== h.naming) ||
          n.entity.kind === "organization" ||
          n.entity.kind === "topic",
      ),
    );
}

// … but «Кыргызстан и Россия провели переговоры» over «делегация встретилась в Москве» names both who met.
function whoMetInHeading(h: Happening, scene: Scene, names: readonly Named[]): readonly Named[] {
  if (!h.sentences[0] || !gathered.has(h.type)) return [];
  if (scene.places.get(h) !== 0 && !h.sentences.some((s) => s.isTitle)) return [];
  const own = new Set(statesOf(names));
  const heading = statesOf(scene.states);
  return heading.length >= 2 && heading.some((id) => own.has(id)) ? scene.states : [];
}

// Who tells the press of an operation or exercise took no part in it by that.
function withoutSpeakers(text: string, h: Happening, names: readonly Named[]): Named[] {
  const aside = h.sentences.flatMap((s) => spoken(text, s));
  return names.filter((n) => !(n.entity.kind === "person" && aside.some((a) => contains(a, n.span))));
}
