/**
 * Stands in the browser's bundle for `d3-selection` (see `src/site/stand-ins.ts`), of which d3-zoom and d3-drag use what
 * follows, on one node: the real package brings joins, transitions' ground and every way to change a document, a twelfth of
 * the page's script. Same names, same arguments.
 */
type Listener = (this: EventTarget, event: Event, datum: unknown) => void;
type Node = EventTarget & {style?: CSSStyleDeclaration};

/** Listeners by node, then by the name they were given, e.g. `wheel.zoom`. */
const heard = new WeakMap<EventTarget, Map<string, () => void>>();

export function select(node: Node | null) {
  const selection = {
    property(name: string, value: unknown) {
      if (node) (node as unknown as Record<string, unknown>)[name] = typeof value === "function" ? value.call(node) : value;
      return selection;
    },
    /** Listens under names `type.name`, parted by blanks, in place of what listened under them before. */
    on(names: string, listener: Listener | null, options?: AddEventListenerOptions | boolean) {
      if (!node) return selection;
      const own = heard.get(node) ?? new Map<string, () => void>();
      heard.set(node, own);
      for (const name of names.split(" ")) {
        own.get(name)?.();
        own.delete(name);
        if (!listener) continue;
        const type = name.replace(/\..*/, "");
        const hear = (event: Event) => listener.call(node, event, undefined);
        node.addEventListener(type, hear, options);
        own.set(name, () => node.removeEventListener(type, hear, options));
      }
      return selection;
    },
    filter: (keep: (this: Node) => unknown) => (node && keep.call(node) ? selection : select(null)),
    style(name: string, value: string) {
      node?.style?.setProperty(name, value);
      return selection;
    },
    datum: () => undefined,
    call(act: (given: unknown) => void) {
      act(selection);
      return selection;
    },
  };
  return selection;
}

/** Where an event or a touch lies in a node, by default the one that listens, CSS px from its top left corner. */
export function pointer(at: MouseEvent | Touch, node = (at as MouseEvent).currentTarget as Element): [number, number] {
  const {left, top} = node.getBoundingClientRect();
  return [at.clientX - left, at.clientY - top];
}
