import {type Named} from "../names/read.ts";
import {gathered, isOrganization, statesOf} from "./actors.ts";
import {type Happening} from "./happening.ts";

/** Whether none of the organisations named did it alone: guests came to somebody, partners did it together with somebody. */
export function cameToSomebody(text: string, h: Happening, names: readonly Named[]): boolean {
  const bodies = names.filter(isOrganization);
  return (
    (gathered.has(h.type) && bodies.every((n) => isGuest(text, n, h))) ||
    (!statesOf(names).length && bodies.every((n) => isPartner(text, n, h)))
  );
}

// «представителя МОМ пригласили», «с участием ОБСЕ»
const isGuest = (text: string, n: Named, h: Happening) =>
  /\((?:совместно|вместе)\sс(?:о)?\s[^()]{0,40}$|(?<!\p{L})(?:с участием|при участии|приглас\p{L}+|приглаш\p{L}+|наблюдател\p{L}+)\s[^.;:]{0,60}$/iu.test(
    text.slice(Math.max(h.stretch.span.start, n.span.start - 80), n.span.start),
  ) ||
  /^[^.;:,]{0,20}(?<!\p{L})(?:приглас(?:или|ят)|приглаш[её]н|присутств|наблюда)\p{L}*/iu.test(
    text.slice(n.span.end, Math.min(n.span.end + 40, h.stretch.span.end)),
  );

// «вместе с МОМ провели семинар», «меморандум с УНП ООН продлён»: the other side, which the words do not name.
const isPartner = (text: string, n: Named, h: Happening) =>
  /(?<!\p{L})(?:(?:совместн\p{L}+|вместе|во взаимодействии|в партн[её]рстве|в сотрудничестве|together|jointly|in partnership)|(?:меморандум|соглашени|договор|протокол|документ|memorandum|agreement)\p{L}*(?: о \p{L}+)?)\s(?:со?|with)\s(?:\p{L}+\s){0,2}[«"(]?$/iu.test(
    text.slice(Math.max(h.stretch.span.start, n.span.start - 80), n.span.start),
  );
