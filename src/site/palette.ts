import type {Lane} from "../timeline/item.ts";
import {contrast} from "./colour.ts";
import tokens from "./styles/tokens.css?raw";

/** A lane with its ink in a theme, `#rrggbb`, and the ink's contrast to the ground: «5,1:1». */
export type Swatch = Lane & {colour: string; contrast: string};

/** Lanes in both themes, as the style sheet draws them. */
export function palette(lanes: readonly Lane[], language: string): {theme: "light" | "dark"; swatches: Swatch[]}[] {
  const {format} = new Intl.NumberFormat(language, {minimumFractionDigits: 1, maximumFractionDigits: 1});
  return (["light", "dark"] as const).map((theme) => {
    const colourOf = colours(theme);
    const swatches = lanes.map((lane) => {
      const colour = colourOf(`lane-${lane.ink}`);
      return {...lane, colour, contrast: `${format(contrast(colour, colourOf("paper")))}:1`};
    });
    return {theme, swatches};
  });
}

/** What the style sheet says of a theme, by the token's name. */
function colours(theme: "light" | "dark"): (name: string) => string {
  const rule = tokens.slice(tokens.indexOf(`.${theme}-inks {`)).split("}")[0] ?? "";
  const all = new Map([...rule.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = "", colour = ""]) => [name, colour]));
  return (name) => {
    const colour = all.get(name);
    if (colour === undefined) throw new Error(`styles/tokens.css: no --${name} in .${theme}-inks`);
    return colour;
  };
}
