import {know, type Language} from "../i18n/languages.ts";

// Every file there that is named like a language is one.
know(
  import.meta.glob<Language>(["../i18n/[a-z][a-z].ts", "../i18n/[a-z][a-z][a-z].ts", "../i18n/[a-z][a-z]-*.ts"], {eager: true}),
);
