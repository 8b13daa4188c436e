import {join} from "node:path";
import {type Entity} from "../../src/model/entity.ts";
import {type Seed} from "../../src/model/document.ts";
import {entitiesOf} from "../../src/store/entities.ts";
import {readPages} from "../../src/store/files.ts";

/** The project's own entity pages. */
export const ownEntities = (): Entity[] => entitiesIn(join(import.meta.dirname, "../../content"));

export function entitiesIn(folder: string): Entity[] {
  const {entities, problems} = entitiesOf(readPages(folder));
  if (problems.length) throw new Error(problems.map((p) => p.message).join("\n"));
  return entities;
}

/** A seed made of words. */
export const seedOf = (text: string, file = "test.txt"): Seed => ({file, text, sha256: "0".repeat(64), encoding: "utf-8"});

/** An entity from the few fields a test is about. */
export function entity(kind: Entity["kind"], id: string, names: Partial<Entity> & {ru?: string; en?: string}): Entity {
  const {ru, en, ...rest} = names;
  return {
    kind,
    id,
    names: {...(ru && {ru}), ...(en && {en})},
    short: {},
    aliases: [],
    parent: null,
    countries: [],
    post: null,
    organization: null,
    members: [],
    signals: [],
    draft: false,
    ...rest,
  };
}
