import {expect, test} from "vitest";
import {pointer, select} from "../../src/timeline/one-node.ts";

test("a listener under a name takes the place of the one before; null takes it away; other names stay", () => {
  const node = new EventTarget();
  const heard: string[] = [];
  const hear = (what: string) => () => heard.push(what);
  select(node).on("wheel.zoom", hear("first")).on("wheel.tip", hear("tip")).on("down.zoom up.zoom", hear("both"));
  select(node).on("wheel.zoom", hear("second"));
  for (const type of ["wheel", "down", "up"]) node.dispatchEvent(new Event(type));
  expect(heard).toEqual(["tip", "second", "both", "both"]);
  select(node).on("down.zoom up.zoom", null).on("wheel.zoom", null);
  for (const type of ["wheel", "down", "up"]) node.dispatchEvent(new Event(type));
  expect(heard.slice(4)).toEqual(["tip"]);
});

test("a node that does not fit is left alone", () => {
  const node = new EventTarget();
  let heard = 0;
  select(node)
    .filter(() => false)
    .on("touchstart.zoom", () => heard++)
    .property("__zoom", 1);
  node.dispatchEvent(new Event("touchstart"));
  expect([heard, "__zoom" in node]).toEqual([0, false]);
});

test("a property may be told by a function of the node", () => {
  const node = Object.assign(new EventTarget(), {k: 2});
  select(node).property("__zoom", function (this: {k: number}) {
    return this.k * 3;
  });
  expect(node).toMatchObject({__zoom: 6});
});

test("pointer(event) lies in the node that listens, pointer(touch, node) in the node given", () => {
  const box = (left: number, top: number) => ({getBoundingClientRect: () => ({left, top})}) as unknown as Element;
  const event = {clientX: 30, clientY: 20, currentTarget: box(10, 5)} as unknown as MouseEvent;
  expect(pointer(event)).toEqual([20, 15]);
  expect(pointer(event, box(1, 1))).toEqual([29, 19]);
});
