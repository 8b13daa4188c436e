/** Nodes of a picture that wait while a canvas draws what they show: hidden ones would still cost each frame their styles. */
export type Aside = {
  readonly away: boolean;
  /** Takes all of a picture away but its lanes and its shelf. */
  take: (svg: SVGSVGElement) => void;
  /** Puts them back where they were taken from. */
  bring: () => void;
};

export function aside(): Aside {
  let from: SVGSVGElement | null = null;
  let nodes: Element[] = [];
  return {
    get away() {
      return from !== null;
    },
    take(svg) {
      if (from) return;
      from = svg;
      nodes = [...svg.children].filter((child) => !child.matches(".rows, .shelf"));
      for (const node of nodes) node.remove();
    },
    bring() {
      from?.append(...nodes);
      from = null;
      nodes = [];
    },
  };
}
