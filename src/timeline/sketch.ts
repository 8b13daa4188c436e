import {canvas, type Palette, TOKENS} from "./canvas.ts";
import type {Scene} from "./scene.ts";

/** A canvas over the picture, for what moves in it. `hide` gently: it fades, and goes when it is asked again. */
export type Sketch = {node: HTMLCanvasElement; draw: (scene: Scene) => void; hide: (gently: boolean) => void};

/** px the canvas grows by, so that a picture that grows a little does not make it anew with every frame. */
const STEP = 40;
/** px of the plot's edge that heads reach over, and the words at the axis's left end. */
const OVER = 80;

/** `root` carries the colours as custom properties; they are read once a movement, for reading styles costs more than drawing. */
export function sketch(root: Element): Sketch {
  const node = document.createElement("canvas");
  node.hidden = true;
  const pen = node.getContext("2d");
  let colours: Palette | null = null;
  let size = {left: -1, width: 0, height: 0, ratio: 0};

  function fit({p0, p1, height, bins}: Scene): void {
    // Rows of sets have their signs left of the plot.
    const left = bins ? 0 : p0 - OVER;
    const next = {left, width: p1 + OVER - left, height: size.height, ratio: devicePixelRatio || 1};
    if (height > size.height) next.height = Math.ceil(height / STEP) * STEP;
    if ((["left", "width", "height", "ratio"] as const).every((k) => next[k] === size[k])) return;
    size = next;
    node.width = Math.round(size.width * size.ratio);
    node.height = Math.round(size.height * size.ratio);
    node.style.left = `${size.left}px`;
    node.style.width = `${size.width}px`;
    node.style.height = `${size.height}px`;
  }

  return {
    node,
    draw(scene) {
      if (!pen) return;
      fit(scene);
      colours ??= palette(root);
      const {ratio, left} = size;
      pen.setTransform(ratio, 0, 0, ratio, -left * ratio, 0);
      pen.clearRect(left, 0, size.width, size.height);
      canvas(scene, pen, colours);
      node.classList.remove("ghost");
      node.hidden = false;
    },
    hide(gently) {
      if (gently && !node.hidden) node.classList.add("ghost");
      else node.hidden = true;
      colours = null;
    },
  };
}

function palette(root: Element): Palette {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tokens = Object.fromEntries(TOKENS.map((name) => [name, token(name)])) as Omit<Palette, "lanes">;
  return {...tokens, lanes: Array.from({length: 9}, (_, i) => token(`lane-${i}`))};
}
