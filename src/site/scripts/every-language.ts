// The timeline for pages of others speaks whatever language its data are in, from one file, and brings its own controls.
import type {ControlWords} from "../../i18n/control-words.ts";
import {know, type Language, type PictureWords} from "../../i18n/languages.ts";

const pictures = import.meta.glob<PictureWords>(
  ["../../i18n/[a-z][a-z].ts", "../../i18n/[a-z][a-z][a-z].ts", "../../i18n/[a-z][a-z]-*.ts"],
  {eager: true, import: "picture"},
);
const controls = import.meta.glob<ControlWords>(
  ["../../i18n/[a-z][a-z].ts", "../../i18n/[a-z][a-z][a-z].ts", "../../i18n/[a-z][a-z]-*.ts"],
  {eager: true, import: "controls"},
);
know(
  Object.fromEntries(Object.entries(pictures).map(([file, picture]) => [file, {picture, controls: controls[file]} as Language])),
);
