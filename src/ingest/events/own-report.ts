import {gathered, isOrganization} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {isPoint, type Scene} from "./scene.ts";
import {type Sentence} from "./sentence.ts";

/** Whether the state whose body's page this is took part itself: in what a point of its digest tells, or in what it did with others. */
export const isOwnReport = (text: string, h: Happening, first: Sentence, scene: Scene, countries: readonly string[]): boolean =>
  isPoint(first, scene) || withOthers(text, h, first) || (!countries.length && byHouse.test(wordsOf(text, h)));

const wordsOf = (text: string, {stretch}: Happening) => text.slice(stretch.span.start, stretch.span.end);

// «Совместно с пограничниками Казахстана проведена операция»: who reports it on its own page was the other side.
const withOthers = (text: string, h: Happening, first: Sentence) =>
  h.status === "happened" &&
  (gathered.has(h.type) || h.type === "other") &&
  !h.stretch.named.some((n) => isOrganization(n) && !n.inner && n.span.start - first.span.start < 20) &&
  /(?<!\p{L})(?:(?:совместно|вместе|во взаимодействии)\s+с|взаимодействия\s+с)(?!\p{L})/iu.test(wordsOf(text, h));

// «Управление приняло участие в операции»: whose page it is.
const byHouse =
  /(?<!\p{L})(?:[Уу]правлени|[Мм]инистерств|[Вв]едомств|[Дд]епартамент|[Сс]лужб|[Кк]омитет|[Пп]олици|[Мм]илици)(?:е|о|а|я|ом|ем|ой|ей|ам|ами)?(?=\s\p{Ll})(?!\s(?:министр|глав|секретар|национальн|по\s))/u;
