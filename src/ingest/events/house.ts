import {type Entity} from "../../model/entity.ts";
import {type Item} from "../item.ts";
import {disambiguate} from "../names/disambiguate.ts";
import {findNames} from "../names/find.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {words} from "../names/words.ts";

// A state's own body: «Министерство внутренних дел Республики Армения», «Полиция …», «Федеральная служба … Российской Федерации».
const body =
  /^[\s«"]*(?:министерств|(?:главн\p{L}*\s)?управлени\p{L}*\s+(?:федеральн|министерств|внутренних|по\s)|комитет\p{L}*\s+(?:национальн|государственн)|сенат\s|полици|милици|(?:государственн|федеральн|национальн|генеральн)\p{L}*\s+(?:\p{Ll}+\s+)?(?:служб|комитет|прокуратур|агентств|гвард)|погранич\p{L}*\s+(?:служб|войск)|прокуратур|госкомитет)\p{L}*\s/iu;

// «Штаб ОДКБ | канал», «Новости МОМ | Telegram»: a name and what kind of page it is, no menu.
const ownChannel =
  /^[^|]+\|\s*(?:(?:официальн|главн)\p{L}+\s)?(?:канал|страница|сайт|новости|пресс-служба|telegram|телеграм|вконтакте|official|channel|news|press)[^|]{0,20}$/iu;

/** How far down a page its masthead may reach, in UTF-16 units. */
const deep = 500;

/**
 * The organisation whose page this is: «АТЦ СНГ. Пресс-релиз № 14», «Секретариат Шанхайской организации сотрудничества». Only
 * lines above the title that name one organisation and little else; a menu or a list of partners is nobody's masthead.
 */
export function mastheadOf(text: string, item: Item, g: Gazetteer): Entity | null {
  const end = Math.min(item.span.start + deep, item.title?.start ?? item.sentences[0]?.start ?? item.span.start);
  let start = item.span.start;
  let house: Entity | null = null;
  for (const line of text.slice(start, end).split("\n")) {
    const span = {start, end: start + line.length};
    start = span.end + 1;
    if (!line.trim() || /[→/]|\d{2}:\d{2}/.test(line) || (line.includes("|") && !ownChannel.test(line))) continue;
    const list = words(text, span);
    const found = disambiguate(findNames(list, g), list).found.filter((f) => f.entity.kind === "organization" && !f.inner);
    const [only] = found;
    if (!only || list.length - (only.to - only.from) > 6) continue;
    if (found.length > 1 || (house && house.id !== only.entity.id)) return null;
    house = only.entity;
  }
  return house;
}

/** The state whose body's page this is, by the masthead above the first sentence or by the title itself; null where it names none or several. */
export function houseOf(text: string, item: Item, g: Gazetteer): Entity | null {
  const first = item.sentences.find((s) => s.start !== item.title?.start) ?? item.span;
  const end = Math.min(item.span.start + deep, Math.max(first.start, item.title?.end ?? 0));
  let start = item.span.start;
  for (const line of text.slice(start, end).split("\n")) {
    const span = {start, end: start + line.length};
    start = span.end + 1;
    if (line.length > 120 || !body.test(line) || /[.!?]\s*$/.test(line)) continue;
    const list = words(text, span);
    const {found} = disambiguate(findNames(list, g), list);
    // «Управление Федеральной миграционной службы по Оренбургской области»
    const ids = new Set(found.flatMap(({entity: e}) => (e.kind === "country" ? [e.id] : e.kind === "place" ? e.countries : [])));
    const [only] = ids;
    const state = ids.size === 1 && only ? g.entities.get(`country/${only}`) : undefined;
    if (state) return state;
  }
  return null;
}
