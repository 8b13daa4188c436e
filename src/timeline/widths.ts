/*
 * Advance widths of Source Sans 3, regular and semibold, in thousandths of an em, two base-36 digits a character.
 * Measured from the font files the site serves; a browser test measures them again. Kerning is left out, so that a line
 * is at most wider than computed by nothing and narrower by a hair.
 */
const characters =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxy" +
  "z{|}~\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóô" +
  "õö÷øùúûüýþÿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэю" +
  "яѐёђѓєѕіїјљњћќѝўџҐґ–—‘’“”„…№−≈→←↑↓\u202f\u2009";
const regular =
  "5k81budtdtmwgx6x8f8fbmdt6x8n6x9qdtdtdtdtdtdtdtdtdtdt6x6xdtdtdtbtnjf3gcfvh3endqh5i47bdbg3dik7hzigfqigfteuewhxeb" +
  "lue9d8ez8f9q8fdtdwf2e0fdcoffds84e0f46u6vdr73n1f7f2ffff9nbn9ef4czjzceczbt8f6p8fdt5k81dtdtdtdt6pdtf2ko9lbxdt00br" +
  "f297dta7a7f2fmfk6xf2a7a5bxlpmgm4btf4f4f4f4f4f4mufvenenenen7b7b7b7bhrhzigigigigigdtighxhxhxhxd8g7g0e0e0e0e0e0e0" +
  "lmcodsdsdsds6u6u6u6uf4f7f2f2f2f2f2dtf2f4f4f4f4czffczenenj3dufveu7b7bdcoxptjcg3i8eahxf4g4gcduhqenn2faiai8g3hik7" +
  "i4ighxfqfveweakce9hugmodogk0m6g4fvp8g6e0f4e4bfetdsj4cofpfpdrerhlfmf2fdffcocsczkecefie8ktl5gkiqdncokiebdsdsfkbf" +
  "cobn6u6u6vkfl2f4drfpczfidubkdcm86x6xbububuqcotdtf9rsrsh7h72s2s";
const semibold =
  "5k8rdee9e9ndhr7n9090c6e97n8y7n9ke9e9e9e9e9e9e9e9e9e97n7ne9e9e9ccobfiglg0hdeye6hgif7udqgldykpi9iqg6iqggf5f6i7ew" +
  "m8f1dxf0909k90e9dwf9ecfncufoe38tegfi7a7bei7jnffkf9fofoadbza1fgdrksdddrcb907390e95k8re9e9e9e973e9f9kr9scne900cb" +
  "f99oe9acacf9g2gn7nf9aca9cnm3mzmfccfifififififin6g0eyeyeyey7u7u7u7ui3i8iqiqiqiqiqe9iqi7i7i7i7dxgogsecececececec" +
  "locue3e3e3e37a7a7a7afcfkf9f9f9f9f9e9f9fgfgfgfgdrfodreyeyjae6g0f57u7udqp2pvjngliievi6figegle6i6eynpfdimiiglhwkp" +
  "ifiqi6g6g0f6evksf1i8h2owp4k5mygeg0ptgoecfdeebqfje3k6cyfyfyeifchzfwf9fofocud8drl1ddg1erllm4gyjne0cul1eqe3e3fsbq" +
  "cubz7a7a7bl2lifieifydrfse6btdcm87n7ndededeqspve9f9rsrsh6h62s2s";

const table = (digits: string): Map<string, number> =>
  new Map([...characters].map((c, i) => [c, parseInt(digits.slice(2 * i, 2 * i + 2), 36)]));
const tables = {400: table(regular), 600: table(semibold)};

/** Width of a line of interface text, CSS px. Characters outside the table count as a wide one: room is kept, never short. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const widths = tables[weight];
  let sum = 0;
  for (const c of text) sum += widths.get(c) ?? 760;
  return (sum * size) / 1000;
}

/**
 * Breaks text into at most `lines` lines of `max` px, at blanks that break; what does not fit ends in an ellipsis.
 * One word longer than a line is cut as well, so no line is ever wider than `max`.
 */
export function wrap(text: string, size: number, max: number, lines: number): string[] {
  const out: string[] = [];
  let rest = text.trim();
  while (rest && out.length < lines) {
    const last = out.length === lines - 1;
    let line = "";
    let at = 0;
    for (const word of rest.split(/[ \t\n]+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (textWidth(longer, size) > max) break;
      line = longer;
      at = rest.indexOf(word, at) + word.length;
    }
    if (at === rest.length) return [...out, line];
    if (last || !line) return [...out, cut(last ? rest : rest, size, max)];
    out.push(line);
    rest = rest.slice(at).trimStart();
  }
  return out;
}

/** The longest beginning that fits with an ellipsis. */
export function cut(text: string, size: number, max: number): string {
  if (textWidth(text, size) <= max) return text;
  const letters = [...text];
  let width = textWidth("…", size);
  let n = 0;
  for (; n < letters.length; n++) {
    width += textWidth(letters[n] ?? "", size);
    if (width > max) break;
  }
  return (
    letters
      .slice(0, n)
      .join("")
      .replace(/[\s,;:–—-]+$/u, "") + "…"
  );
}
