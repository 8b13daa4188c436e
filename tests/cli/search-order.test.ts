import {gunzipSync, gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {inOrder} from "../../src/cli/search-order.ts";

const text = (words: string) => Buffer.concat([Buffer.from([0x60 + Buffer.byteLength(words)]), Buffer.from(words)]);
const list = (...items: Buffer[]) => Buffer.concat([Buffer.from([0x80 + items.length]), ...items]);
const small = (n: number) => Buffer.from([n]);
const packed = (value: Buffer) => gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), value]));

function index(years: string[], filters: [string, string][]) {
  const values = years.map((year) => list(text(year), list(small(1), small(2))));
  return [
    {path: "filter/ru_aaaaaaa.pf_filter", content: packed(list(text("year"), list(...values)))},
    {path: "filter/ru_bbbbbbb.pf_filter", content: packed(list(text("kind"), list(list(text("x"), list(small(3))))))},
    {
      path: "pagefind.ru_cccccccccc.pf_meta",
      content: packed(
        list(text("1"), list(), list(), list(...filters.map(([name, file]) => list(text(name), text(file)))), list(), list()),
      ),
    },
    {path: "pagefind-entry.json", content: Buffer.from('{"version":"1","languages":{"ru":{"hash":"ru_cccccccccc"}}}')},
  ];
}

test("two indexes that differ in the order of a hash table become one, with all names in step", () => {
  const one = inOrder(
    index(
      ["2008", "2011"],
      [
        ["year", "ru_aaaaaaa"],
        ["kind", "ru_bbbbbbb"],
      ],
    ),
  );
  const two = inOrder(
    index(
      ["2011", "2008"],
      [
        ["kind", "ru_bbbbbbb"],
        ["year", "ru_aaaaaaa"],
      ],
    ),
  );
  const plain = (files: typeof one) =>
    files
      .map(({path, content}) => [path, (path.endsWith(".json") ? Buffer.from(content) : gunzipSync(content)).toString("latin1")])
      .sort();
  expect(plain(one)).toEqual(plain(two));
  const meta = one.find(({path}) => path.endsWith(".pf_meta"));
  const filters = one
    .filter(({path}) => path.endsWith(".pf_filter"))
    .map(({path}) => path.slice("filter/".length, -".pf_filter".length));
  for (const name of filters) expect(gunzipSync(meta?.content ?? "").toString()).toContain(name);
  expect(Buffer.from(one.at(-1)?.content ?? "").toString()).toContain(
    (meta?.path ?? "").slice("pagefind.".length, -".pf_meta".length),
  );
});
