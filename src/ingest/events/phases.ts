import {type Happening} from "./happening.ts";

/** Sentences an exercise is still the one spoken of. */
const near = 2;

/**
 * «Готовится учение «Барс-2020». Активная фаза пройдёт 4–10 июля»: where nothing else says when an exercise is, its active phase is
 * the exercise. It keeps its words and takes the date.
 */
export function withActivePhase(text: string, happenings: readonly Happening[]): Happening[] {
  const gone = new Set<Happening>();
  const out = happenings.map((h) => {
    if (h.type !== "exercise" || h.date !== null || (h.when !== null && h.note !== "item-date")) return h;
    const at = h.sentences.find((s) => !s.isTitle)?.index;
    const phase = happenings.find((o) => {
      const own = o.sentences[0]?.index;
      return (
        o.type === "exercise" &&
        o.date !== null &&
        isPlanned(o) === isPlanned(h) &&
        active(text, o) &&
        at !== undefined &&
        own !== undefined &&
        own > at &&
        own - at <= near
      );
    });
    if (!phase || gone.has(phase)) return h;
    gone.add(phase);
    const {when, date, basis, note} = phase;
    return {
      ...h,
      when,
      date,
      basis,
      note,
      sentences: [...new Set([...h.sentences, ...phase.sentences])],
      rules: [...h.rules, "active-phase"],
    };
  });
  return out.filter((h) => !gone.has(h));
}

const isPlanned = (h: Happening) => h.status === "planned";

const active = (text: string, {subject, stretch}: Happening) =>
  subject !== null &&
  subject.word.form.startsWith("фаз") &&
  /^[\s«"–—-]*(?:сам[аи]\s+)?(?:(?:е[её]|его|их)\s+)?(?:активн|основн|практическ)\p{L}*\s+$/iu.test(
    text.slice(stretch.span.start, subject.word.start),
  );
