import type {Move} from "./stops.ts";
import type {Action} from "./view.ts";

/** What a key does on the picture: move among stops, change the view, open the stop, filter by its lane. */
export type KeyMeaning = {move: Move} | {act: Action} | {open: true} | {lane: true};
export type Key = {key: string; shift: boolean; command: boolean};

const moves: Record<string, Move> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  PageDown: "leap",
  PageUp: "leap-back",
};

/** Null for keys that are none of the picture's business. */
export function keyMeaning({key, shift, command}: Key): KeyMeaning | null {
  if (command) return null;
  if (shift && key === "ArrowRight") return {act: {do: "pan", share: 0.2}};
  if (shift && key === "ArrowLeft") return {act: {do: "pan", share: -0.2}};
  const by = moves[key];
  if (by) return {move: by};
  if (key === "+" || key === "=") return {act: {do: "zoom", factor: 1.8}};
  if (key === "-" || key === "_") return {act: {do: "zoom", factor: 1 / 1.8}};
  if (key === "0") return {act: {do: "window", window: null}};
  if (/^[1-9]$/.test(key)) return {move: Number(key) / 10};
  if (key === "Enter") return {open: true};
  if (key === " ") return {lane: true};
  return null;
}
