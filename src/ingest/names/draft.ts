import {type Entity, type EntityKind} from "../../model/entity.ts";

/** An entity found in a text and on no page yet: a page for a person to look at. */
export function draftEntity(kind: EntityKind, id: string, name: string, known: Partial<Entity> = {}): Entity {
  return {
    kind,
    id,
    names: {[/\p{Script=Cyrillic}/u.test(name) ? "ru" : "en"]: name},
    short: {},
    aliases: [],
    parent: null,
    countries: [],
    post: null,
    organization: null,
    members: [],
    signals: [],
    ...known,
    draft: true,
  };
}
