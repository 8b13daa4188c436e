// Pictures speak the page's language: the browser fetches the words of that one and of no other.
import {learnFrom, type PictureWords} from "../../i18n/languages.ts";

learnFrom(
  import.meta.glob<PictureWords>(["../../i18n/[a-z][a-z].ts", "../../i18n/[a-z][a-z][a-z].ts", "../../i18n/[a-z][a-z]-*.ts"], {
    import: "picture",
  }),
);
