import type {MarkKind} from "../i18n/messages.ts";
import type {Edtf} from "../model/edtf.ts";
import type {Status} from "../model/event.ts";
import {asImage, parts} from "./draw.ts";
import {shelfOf} from "./draw-shelf.ts";
import {el, type El} from "./el.ts";
import {DAY, type Extent} from "./extent.ts";
import type {Lane, TimelineData} from "./item.ts";
import {scoreScene} from "./layout.ts";
import {organizationLanes} from "./pair.ts";
import type {Window} from "./scale.ts";
import {type Stage, stage} from "./stage.ts";
import {stripScene} from "./strip.ts";
import {markup} from "./svg.ts";
import {wholeView} from "./view.ts";

/** A row of the mark grammar: a date and a status, and how the score draws them for one organisation and for two, as SVG. */
export type GrammarRow = {kind: MarkKind; when: Edtf | null; status: Status; one: string; two: string};

/** What tells the ways to draw a date or a status apart, in the order of the grammar. */
const samples: {kind: MarkKind; when: Edtf | null; status?: Status}[] = [
  {kind: "day", when: "2015-10-27"},
  {kind: "month", when: "2008-09"},
  {kind: "year", when: "2016"},
  {kind: "about", when: "2016-01-21~"},
  {kind: "uncertain", when: "2011-12-14?"},
  {kind: "both", when: "2011-12-14%"},
  {kind: "lasts", when: "2012/2013"},
  {kind: "ends", when: "2012~/2013~"},
  {kind: "doubtfulEnd", when: "2012/2013?"},
  {kind: "unknownEnd", when: "2014/"},
  {kind: "until", when: "../2023-12-13"},
  {kind: "since", when: "2014/.."},
  {kind: "undated", when: null},
  {kind: "planned", when: "2020-12-05", status: "planned"},
  {kind: "ongoing", when: "2024-05-13", status: "ongoing"},
  {kind: "cancelled", when: "2019-06-10", status: "cancelled"},
  {kind: "plannedAbout", when: "2016-01-21~", status: "planned"},
  {kind: "plannedLasts", when: "2021/2025", status: "planned"},
  {kind: "uncertainYear", when: "2009?"},
];

/** Stand-ins where the content has fewer than two organisations; the stage gives them shape and ink. */
const spare = ["one", "two"].map((id): Lane => ({id, name: "", shape: "dot", ink: 0, href: null}));

/** The mark grammar for the first organisation of some lanes and for the first two. `example`: title of the undated event. */
export function grammar(lang: string, lanes: readonly Lane[], example: string): GrammarRow[] {
  const two = [...organizationLanes(lanes), ...spare].slice(0, 2);
  return samples.map(({kind, when, status = "happened"}) => {
    const drawn = (on: Lane[]) => {
      const ids = on.map(({id}) => id);
      const words = {type: "other", title: example, short: example, href: ""} as const;
      const item = {id: kind, when, notAfter: null, status, lanes: ids, organizations: ids, countries: [], topics: [], ...words};
      const names = {organizations: {}, countries: {}, topics: {}, types: {}};
      return markup(picture({lang, title: "", lanes: on, items: [item], names}, `${kind}-${on.length}`));
    };
    return {kind, when, status, one: drawn(two.slice(0, 1)), two: drawn(two)};
  });
}

/** Size of a picture, and the pitch of two lanes in it, CSS px. */
const WIDTH = 156;
const HEIGHT = 68;
const PITCH = 40;

/** The only event of the data as the score has it, on its lanes or on the shelf: an image, not a way to the event. */
function picture(data: TimelineData, id: string): El {
  const s = stage(data, wholeView);
  const [dated] = s.dated;
  return dated ? onLanes(s, windowOf(dated.extent), id) : onShelf(s);
}

function onLanes(s: Stage, window: Window, id: string): El {
  const laneHeight = (2 * PITCH) / s.lanes.length;
  const size = {width: WIDTH, laneHeight, head: 1, p0: 6, p1: WIDTH - 4, names: false, axis: false, full: true};
  // Without years under it a line on the axis says nothing.
  const drawn = parts({...stripScene(s, window, size), ticks: []}, id);
  return cutOut("strip", 0, PITCH - HEIGHT / 2, drawn);
}

function onShelf(s: Stage): El {
  const {shelf, rows} = scoreScene(s, null, {width: 700, labels: false});
  const [row] = rows;
  if (!shelf || !row) throw new Error("a score without a shelf");
  // The title stands above the ground, which begins 12 px before the words.
  const [x, y, bottom] = [shelf.x - 12, row.y - 42, row.y - 42 + HEIGHT];
  return cutOut("score", x, y, [shelfOf({...shelf, width: WIDTH - 12}, {rows, top: y + 16, height: bottom})]);
}

const cutOut = (form: "score" | "strip", x: number, y: number, drawn: El[]): El => {
  const box = {width: WIDTH, height: HEIGHT, viewBox: `${x} ${y} ${WIDTH} ${HEIGHT}`};
  return el(
    "svg",
    {class: `${form} d-labels`, ...box, "aria-hidden": "true"},
    drawn.map((part) => asImage(part)),
  );
};

/** Time about a sample: so much that a month and a year differ, more for what lasts longer. */
function windowOf({from, to, tail}: Extent): Window {
  const length = Math.max(860 * DAY, (to - from) * 1.8);
  // What goes on needs its room on the right.
  const middle = (from + to) / 2 + (tail === "since" ? length / 4 : 0);
  return {from: middle - length / 2, to: middle + length / 2};
}
