import {type Entity} from "../../model/entity.ts";
import {type Candidate} from "./find.ts";
import {type Name} from "./gazetteer.ts";
import {type Word} from "./words.ts";

/** A name settled on one entity. */
export type Found = {entity: Entity; from: number; to: number; inner: boolean; rule: string};

/** A candidate that context left open. */
export type Open = {from: number; to: number; entities: Entity[]};

// Words of office: what follows them is a state, «президент РТ», «министр внутренних дел РК».
const office =
  /^(мвд|мид|мчс|кнб|гкнб|фсб|снб|кгб|прокуратур|правительств|президент|премьер|министр|министерств|глав|генштаб|генпрокур|погранслужб|погранвойск|пограничник|госкомитет|агентств|служб|департамент|госслужб|полици|милици|сенат|нацгварди|указ|кодекс|закон|вооружён|посол|послы|послу|послом|парламент|граждан|территори|конституци|посольств|вооруженн|минюст|минобороны|совбез|гражданств|делегаци|ведомств)/;

/**
 * Settles homonyms by their context: abbreviations of states count beside one another, after an office, or once the
 * item has spelt one out; «Организация», «Содружество» stand for the last such body named before.
 */
export function disambiguate(candidates: readonly Candidate[], list: readonly Word[]): {found: Found[]; open: Open[]} {
  const found: Found[] = [];
  const open: Open[] = [];
  const settled = new Set<string>();
  const lastNamed = new Map<string, number>();
  candidates.forEach((c, i) => {
    const plain = c.names.filter((n) => !n.only);
    const pick = (name: Name, rule: string) => {
      found.push({entity: name.entity, from: c.from, to: c.to, inner: c.inner, rule});
      const e = name.entity;
      if (e.kind !== "topic") {
        lastNamed.set(e.id, c.from);
        if (e.parent) lastNamed.set(e.parent, c.from);
      }
    };
    if (plain.length) {
      for (const name of distinct(plain)) pick(name, c.to - c.from > 1 ? "name-of-words" : name.upper ? "abbreviation" : "name");
      return;
    }
    const beside = c.names.filter((n) => n.only === "together");
    for (const name of beside) {
      const id = name.entity.id;
      const rule = settled.has(id) ? "spelt-out-before" : stateRule(c, i, candidates, list, name);
      if (!rule) {
        open.push({from: c.from, to: c.to, entities: [name.entity]});
        continue;
      }
      settled.add(id);
      pick(name, rule);
      return;
    }
    const after = c.names.filter((n) => n.only === "after-name");
    if (!after.length) return;
    // «Organization» within «International Organization for Migration» is that name's own.
    if (c.inner) return;
    const first = list[c.from];
    // A generic word that several bodies share opens a sentence as an ordinary noun: «Организация встречи …».
    const initial = first ? !list[c.from - 1] || !first.joins : true;
    const owners = distinct(after)
      .map((n) => ({
        n,
        at: Math.max(lastNamed.get(n.entity.id) ?? -1, n.entity.parent ? (lastNamed.get(n.entity.parent) ?? -1) : -1),
      }))
      .filter((o) => o.at >= 0)
      .sort((a, b) => b.at - a.at);
    const owner = owners[0];
    if (owner && !(initial && after.length > 1)) pick(owner.n, "after-name");
    else if (!initial || after.length === 1) open.push({from: c.from, to: c.to, entities: after.map((n) => n.entity)});
  });
  return {found, open};
}

function distinct(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter((n) => !seen.has(n.entity.kind + n.entity.id) && seen.add(n.entity.kind + n.entity.id));
}

function stateRule(c: Candidate, i: number, all: readonly Candidate[], list: readonly Word[], name: Name): string | null {
  const near = (other: Candidate | undefined, gap: number) =>
    !!other &&
    gap <= 1 &&
    other.names.some((n) => n.entity.id !== name.entity.id && n.entity.kind === "country" && (n.only === "together" || n.upper));
  const before = all[i - 1];
  const next = all[i + 1];
  if (near(before, before ? c.from - before.to : 9) || near(next, next ? next.from - c.to : 9)) return "beside-states";
  // «Республика Казахстан (РК)», «Республики Казахстан (далее – РК)».
  if (before && c.from - before.to <= 1 && before.names.some((n) => n.entity.id === name.entity.id)) return "expansion";
  for (let k = c.from - 1; k >= Math.max(0, c.from - 3); k--) if (office.test(list[k]?.form ?? "")) return "after-office";
  const previous = list[c.from - 1];
  if (previous?.shape === "upper" && list[c.from]?.joins) return "after-agency";
  return null;
}
