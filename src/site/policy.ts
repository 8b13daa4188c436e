const rules = (search: boolean) => [
  "default-src 'none'",
  `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ""}`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${search ? "default" : "'none'"}`,
];

/** The Content-Security-Policy of every page; only the search page may compile the WebAssembly of its index, and start its worker. */
export const policy = rules(false).join("; ");
export const searchPolicy = rules(true).join("; ");
