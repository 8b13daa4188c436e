// The timeline for pages of others speaks whatever language its data are in, from one file.
import {learnFrom, type PictureWords} from "../../i18n/languages.ts";

const all = import.meta.glob<PictureWords>(
  ["../../i18n/[a-z][a-z].ts", "../../i18n/[a-z][a-z][a-z].ts", "../../i18n/[a-z][a-z]-*.ts"],
  {eager: true, import: "picture"},
);
learnFrom(Object.fromEntries(Object.entries(all).map(([file, words]) => [file, () => Promise.resolve(words)])));
