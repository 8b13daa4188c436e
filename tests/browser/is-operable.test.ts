import {expect, test} from "vitest";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();
const types = Object.entries<string>(pageTypes);

/**
 * Targets smaller than 24 px that WCAG 2.5.8 does not excuse: an area of 24 px around the middle of each must touch no
 * other target, and no other small target's area. Excused are links within a sentence, and marks of a picture whose
 * event has a link of full size on the same page.
 */
function crowded(): string[] {
  const visible = (node: Element) => node.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const inSentence = (node: Element) =>
    getComputedStyle(node).display === "inline" &&
    [...(node.parentElement?.childNodes ?? [])].some(
      (other) => other.nodeType === 3 && (other.textContent ?? "").trim().length > 1,
    );
  const equivalent = (node: Element) =>
    node instanceof SVGElement &&
    [...document.querySelectorAll("main a[href]")].some(
      (other) => !(other instanceof SVGElement) && other.getAttribute("href") === node.getAttribute("href"),
    );
  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [role=slider]")]
    .filter((node) => visible(node) && !node.closest(".visually-hidden, [aria-hidden=true]"))
    .map((node) => ({node, box: node.getBoundingClientRect()}))
    .filter(({box}) => box.width > 0 && box.height > 0 && box.right > 0);
  const small = ({box}: {box: DOMRect}) => box.width < 23.5 || box.height < 23.5;
  const middle = ({left, top, width, height}: DOMRect) => [left + width / 2, top + height / 2] as const;
  const far = (box: DOMRect, [x, y]: readonly [number, number]) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return targets
    .filter((one) => small(one) && !inSentence(one.node) && !equivalent(one.node))
    .filter((one) =>
      targets.some((other) => {
        if (other === one || other.node.contains(one.node) || one.node.contains(other.node)) return false;
        const here = middle(one.box);
        const there = middle(other.box);
        return far(other.box, here) < 11.5 || (small(other) && Math.hypot(here[0] - there[0], here[1] - there[1]) < 23.5);
      }),
    )
    .map(({node, box}) => `${node.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`);
}

test.each(types.flatMap(([name, path]) => [390, 1440].map((width) => [name, width, path] as const)))(
  "%s at %d px: every target is large enough or stands apart, and all that takes focus has a name",
  async (_, width, path) => {
    const {page, close} = await visit(path, {viewport: {width, height: 900}, reducedMotion: "reduce"});
    expect(await page.evaluate(crowded)).toEqual([]);
    const tree = await page.context().newCDPSession(page);
    const {nodes} = await tree.send("Accessibility.getFullAXTree");
    const nameless = nodes.filter(
      ({ignored, role, name, properties}) =>
        !ignored &&
        role?.value !== "RootWebArea" &&
        properties?.some((property) => property.name === "focusable" && property.value.value === true) &&
        !String(name?.value ?? "").trim(),
    );
    // `main` takes the focus of the skip link; a landmark needs no name.
    expect(nameless.filter(({role}) => role?.value !== "main").map(({role}) => String(role?.value))).toEqual([]);
    await close();
  },
);

const spaced = `* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
p {margin-block-end: 2em !important}`;

test.each(types)("%s (/%s) at 320 px, which is 400 %% zoom: no sideways scroll, with wide text spacing too", async (_, path) => {
  const {page, close} = await visit(path, {viewport: {width: 320, height: 640}, bypassCSP: true});
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(320);
  await page.addStyleTag({content: spaced});
  expect(await width()).toBeLessThanOrEqual(320);
  await close();
});

test.each([
  ["home", "", 1440],
  ["home", "", 390],
  ["event", pageTypes.event, 1440],
  ["document", pageTypes.document, 390],
] as const)("%s (/%s) at %d px: what has the focus is in sight, framed and not covered", async (_, path, width) => {
  const {page, close} = await visit(path, {viewport: {width, height: 900}, reducedMotion: "reduce"});
  const hidden: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate(() => {
      const node = document.activeElement;
      if (!node || node === document.body) return "end";
      const box = node.getBoundingClientRect();
      const inside = (x: number, y: number) => {
        const top = document.elementFromPoint(x, y);
        return (
          top !== null &&
          (node.contains(top) || top.contains(node) || top.closest("a, button, label") === node.closest("a, button, label"))
        );
      };
      const rects = [...node.getClientRects()];
      const seen =
        rects.some((r) => inside(r.left + r.width / 2, r.top + r.height / 2)) ||
        inside(box.left + box.width / 2, box.top + box.height / 2);
      // Heads of the score show the focus by a shape of their own.
      const style = getComputedStyle(node);
      const framed = node instanceof SVGElement || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
      return seen && (framed || node.matches("input, main"))
        ? ""
        : `${seen ? "no frame" : "covered"}: ${node.outerHTML.slice(0, 80)}`;
    });
    if (state === "end") break;
    if (state) hidden.push(state);
  }
  expect(hidden).toEqual([]);
  await close();
});
