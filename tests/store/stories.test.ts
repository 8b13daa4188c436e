import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {place} from "../../src/model/problem.ts";
import {checkStories} from "../../src/store/stories.ts";

const known = new Set(["events/e", "organizations/cis", "countries/BY", "topics/drugs"]);

const story = ({
  title = "{ru: Т, en: T}",
  view = '""',
  text = "{ru: С., en: S.}",
  events = "[e]",
  more = "",
  body = "",
}: Partial<Record<"title" | "view" | "text" | "events" | "more" | "body", string>>) =>
  `---
title: ${title}
lead: {ru: Л, en: L}
steps:
  - title: {ru: Ш, en: S}
    view: ${view}
    sentences:
      - text: ${text}
        events: ${events}
${more}---
${body}`;

const check = (text: string) => checkStories([{path: "stories/s.mdx", text}], known, ["ru", "en"]);
const found = (text: string) =>
  check(text).map(({rule, span, severity}) => {
    const {line, column} = place(text, span?.start ?? 0);
    return `${line}:${column} ${severity} ${rule}`;
  });

test.each([
  ["the whole period", '""'],
  ["years, meant whole", '"from=2008&to=2014"'],
  ["one year", '"from=2008&to=2008"'],
  ["days and lanes", '"from=2008-01-01&to=2014-02-28&with=cis,states"'],
  ["lanes of another kind", '"by=countries&with=BY"'],
  ["lanes that are no pages", '"by=types&with=meeting"'],
  ["every filter", '"joint=1&country=BY&topic=drugs&type=meeting&status=planned&dates=sure&q=план&event=e"'],
])("a view of %s: nothing wrong", (_, view) => {
  expect(found(story({view}))).toEqual([]);
});

test.each([
  ["an event that is not there", {events: "[e, gone]"}, ["9:21 error check/no-such-page"]],
  ["a sentence that rests on nothing", {events: "[]"}, ["9:17 error check/value"]],
  ["a field of no view", {view: '"from=2008&to=2014&org=cis"'}, ["6:30 error check/view"]],
  ["a field said twice", {view: '"with=cis&with=cis"'}, ["6:12 error check/view"]],
  ["a lane that is not there", {view: '"with=nato"'}, ["6:12 error check/no-such-page"]],
  ["an organisation among countries", {view: '"by=countries&with=cis"'}, ["6:25 error check/no-such-page"]],
  ["a date that is none", {view: '"from=2008-13&to=2014"'}, ["6:12 error check/view"]],
  ["a period with one end", {view: '"from=2008"'}, ["6:12 error check/view"]],
  ["a period that ends before it begins", {view: '"from=2014&to=2008"'}, ["6:12 error check/view"]],
  ["a type that is none", {view: '"joint=1&type=party"'}, ["6:20 error check/view"]],
  ["a view that is no text", {view: "2008"}, ["6:11 error check/type"]],
  ["words in one language alone", {text: "{ru: С.}"}, ["8:15 warning check/not-translated"]],
  ["a field we do not know", {more: "layout: x\n"}, ["10:1 error check/unknown-field"]],
  ["text below the steps", {body: "\nТекст\n"}, ["12:1 warning check/not-shown"]],
  ["front matter that is not YAML", {title: '"x'}, ["5:10 error store/front-matter"]],
])("%s", (_, fields, expected) => {
  const all = found(story(fields));
  if (_.includes("YAML")) expect(all.every((line) => line.endsWith("error store/front-matter"))).toBe(true);
  else expect(all).toEqual(expected);
});

test("every finding says what to do", () => {
  for (const {fix} of check(story({view: '"org=x&from=1"', events: "[gone]", text: "{ru: С.}"}))) expect(fix).toMatch(/\.$/);
});

test("the story of the site is sound in form", () => {
  const text = readFileSync("content/stories/five-documents.mdx", "utf8");
  const ids = [...text.matchAll(/events:\s*\[([^\]]*)\]|^ {10}- "?([\w-]+)"?$/gm)].flatMap(
    (m) => (m[1] ?? m[2] ?? "").match(/[\w-]+/g) ?? [],
  );
  const all = new Set([
    ...ids.map((id) => `events/${id}`),
    "organizations/cis",
    "organizations/iom",
    "organizations/csto",
    "topics/drugs",
  ]);
  expect(checkStories([{path: "stories/five-documents.mdx", text}], all, ["ru", "en"])).toEqual([]);
});
