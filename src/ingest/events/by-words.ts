import {type EventType} from "../../model/event.ts";
import {type Happening} from "./happening.ts";

// What is done at an exercise, an operation, a training: words that tell the kind where no noun names it.
const words: [EventType, RegExp][] = [
  [
    "exercise",
    /(?<!\p{L})(?:полигон|условн|десант|штурм|ман[её]вр|бригад|батальон|рот[аыу](?!\p{L})|танк|артиллер|стрельб|боев|противник|учебн\p{L}+ тревог|высад)\p{L}*/giu,
  ],
  [
    "operation",
    /(?<!\p{L})(?:нелегал|контрабанд|нарушител|наркотик|героин|гашиш|опи(?:й|ум|я)|изъя|задерж|пойма|рейд|патрул|обыск|прочес|прочёс|облав|досм[ао]тр|дежур|наряд|оперативник|розыск|перекры)\p{L}*/giu,
  ],
  [
    "training",
    /(?<!\p{L})(?:обуч|учил|учат|учёб|учеб|слушател|инструктор|преподава|лекци|курсант|курс(?!\p{L})|стаж[её]р|подготовк[уи]|навык|занима|экзамен|тренер|выпуск|выпускник|кинолог|академи|эксперт)\p{L}*/giu,
  ],
];

// A centre that opens, a law, a person in office: what lasts is no exercise whatever it is for.
const lasting =
  /(?<!\p{L})(?:откры|созда|центр|отделени|пункт|закон|назнач|председательств|работает|действует|прию?т|суд(?:а|ом)?(?!\p{L})|приговор)\p{L}*/iu;

/** Two different words of one kind, and none of another, tell the kind of what was held or done by a verb that tells none. */
export function byItsWords(text: string, h: Happening): Happening {
  if (h.type !== "other" || h.about || !h.rules.some((r) => r === "verb-by-look" || r === "held-unnamed")) return h;
  const said = text.slice(h.stretch.span.start, h.stretch.span.end);
  if (lasting.test(said)) return h;
  const told = words.flatMap(([type, kind]): [EventType, number][] => {
    const stems = new Set([...said.matchAll(kind)].map(([word]) => word.slice(0, 5).toLowerCase()));
    return stems.size ? [[type, stems.size]] : [];
  });
  const [only] = told;
  return only && told.length === 1 && only[1] >= 2 ? {...h, type: only[0], rules: [...h.rules, "by-its-words"]} : h;
}
