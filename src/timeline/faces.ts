/**
 * The `@font-face` rules of the page for some families, each file's bytes inside it, so that a saved picture carries the
 * letters it was laid out with. Rules of style sheets from elsewhere cannot be read, and are left out like files that do not come.
 */
export async function faces(families: ReadonlySet<string>): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => fontRules(sheet)).filter(({style}) => families.has(familyOf(style)));
  const written = await Promise.all(rules.map((rule) => inlined(rule)));
  return written.join("");
}

const familyOf = (style: CSSStyleDeclaration): string => style.getPropertyValue("font-family").replace(/["']/g, "");

function fontRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

async function inlined({style, parentStyleSheet}: CSSFontFaceRule): Promise<string> {
  const [, address = ""] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue("src")) ?? [];
  try {
    const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
    if (!answer.ok) return "";
    const told = ["font-family", "font-weight", "unicode-range"].map((name) => `${name}:${style.getPropertyValue(name)}`);
    return `@font-face{${told.join(";")};src:url(${await dataUri(await answer.blob())}) format("woff2")}`;
  } catch {
    return "";
  }
}

const dataUri = (file: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^data:[^;,]*/, "data:font/woff2"));
    reader.onerror = () => failed(new Error("unreadable"));
    reader.readAsDataURL(file);
  });
