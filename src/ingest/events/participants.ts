import {contains} from "../../model/span.ts";
import {type Item} from "../item.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {gathered, isActor, isOrganization} from "./actors.ts";
import {type Participants, collect} from "./collected.ts";
import {byCommonNoun} from "./common-noun.ts";
import {countedSides} from "./counted-sides.ts";
import {following} from "./following.ts";
import {cameToSomebody} from "./guests.ts";
import {type Happening} from "./happening.ts";
import {contingentsBefore, whereJustBefore, whoBroughtResults} from "./just-before.ts";
import {carriedOrganizations, inheriting, lentActors} from "./lent.ts";
import {sameCityBefore, unnamedCountry} from "./national.ts";
import {sidesOfPaper} from "./of-paper.ts";
import {adoptersOf, sidesOfProgramme} from "./of-programme.ts";
import {isFormer, ownNames} from "./own-names.ts";
import {isOwnReport} from "./own-report.ts";
import {type Scene, isBeforeFounding} from "./scene.ts";
import {type Sentence} from "./sentence.ts";
import {onlyTeller, spoken} from "./speakers.ts";

/** The entities of one event: its own words first, then its sentence, then what goes on about it, then the item's subject. */
export function participants(
  text: string,
  item: Item,
  h: Happening,
  scene: Scene,
  g: Gazetteer,
): {who: Participants; sources: Sentence[]; rules: string[]} {
  const names = ownNames(text, h, scene);
  const sources = [...h.sentences];
  const rules: string[] = [];
  const add = (more: readonly Named[], rule?: string) => {
    names.push(...more);
    if (more.length && rule) rules.push(rule);
  };
  const [first] = h.sentences;
  if (!first) return {who: collect(text, item, h, names, g), sources, rules};
  const former = isFormer(h);
  const nobody = !names.some(isActor);
  for (const s of following(text, first, h, scene)) {
    names.push(...takingPart(text, s));
    sources.push(s);
    rules.push("goes-on");
  }
  if (!former) {
    add(sidesOfProgramme(text, h, first, scene));
    add(whereJustBefore(text, h, first, scene, names));
    add(whoBroughtResults(h, first, scene));
    add(contingentsBefore(text, h, first, scene, names));
    add(sidesOfPaper(text, h, first, scene, names));
    add(countedSides(text, h, scene, names, g), "counted-sides");
    if (!names.some(isOrganization)) add(byCommonNoun(text, first, h, scene), "common-noun");
    add(adoptersOf(h, first, scene, names));
  }
  if (inheriting.has(h.type) && !h.operation?.organization) {
    const lent = lentActors(text, first, h, scene, names, former);
    const unnamedHosts = nobody && !rules.includes("common-noun") && !lent.actors.length;
    const hosts = unnamedHosts ? hostsOf(text, h, first, scene, names, former) : [];
    const ours = (list: readonly Named[]) => list.filter((n) => !isBeforeFounding(h.when, n, scene));
    add(ours(lent.series));
    add(ours([...lent.actors, ...hosts]), "from-subject");
  }
  if (!former) {
    if (!h.operation?.organization) {
      if (cameToSomebody(text, h, names) || !names.some(isOrganization))
        add(
          carriedOrganizations(text, first, h, scene).filter((n) => !isBeforeFounding(h.when, n, scene)),
          "carried-subject",
        );
      if (isWorkOfPolice(h) && !names.some(isOrganization)) add(onlyTeller(text, scene.sentences), "only-teller");
    }
    if (!h.operation?.countries.length && !names.some(isSomewhere))
      add(unnamedPlace(text, h, first, scene, g), "unnamed-country");
  }
  const who = collect(text, item, h, names, g);
  const {house} = scene;
  if (house && !who.countries.includes(house.id) && isOwnReport(text, h, first, scene, who.countries)) {
    who.countries.push(house.id);
    rules.push("own-report");
  }
  return {who, sources, rules};
}

/** Who takes part by a sentence that goes on about an event; who speaks in it does not. */
function takingPart(text: string, s: Sentence): Named[] {
  const aside = spoken(text, s);
  return s.named.filter(
    (n) => n.entity.kind !== "operation" && n.entity.kind !== "topic" && !aside.some((a) => contains(a, n.span)),
  );
}

// «Сам совет соберётся в октябре. Примет участие и МОМ»: guests come to somebody, whom the sentence before them leaves out.
function hostsOf(text: string, h: Happening, first: Sentence, scene: Scene, names: readonly Named[], former: boolean): Named[] {
  if (!gathered.has(h.type) || !names.some(isOrganization)) return [];
  const others = names.filter((n) => !isActor(n));
  return lentActors(text, first, h, scene, others, former).actors.filter(isOrganization);
}

// A meeting names who met; an arrest is nobody's operation.
const isWorkOfPolice = (h: Happening) =>
  h.type !== "meeting" && gathered.has(h.type) && (h.subject !== null || h.operation !== null);

const isSomewhere = (n: Named) => n.entity.kind === "country" || n.entity.kind === "place";

function unnamedPlace(text: string, h: Happening, first: Sentence, scene: Scene, g: Gazetteer): Named[] {
  const city = sameCityBefore(text, h, first, scene.sentences, scene.opening);
  return city.length ? city : unnamedCountry(text, h, first, scene.sentences, g, scene.house);
}
