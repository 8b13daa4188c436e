declare module "edtf" {
  /** The package has no types of its own; the tests need this much. */
  export function parse(text: string): unknown;
}
