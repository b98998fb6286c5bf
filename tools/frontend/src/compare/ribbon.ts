/** The whole of both texts at a glance: a band for each pair, to jump to it, and what of either is seen. Only for the eye. */
import type { TextData } from "../data/records.ts";
import { picture } from "../element.ts";
import type { Aligned } from "./align.ts";
import type { Side } from "./wording.ts";

const HEIGHT = 1000;
const WIDTH = 60;
const EDGE = 6; // width of either text
const LEAST = 2;
const LONG = 30; // characters: from here on a band is drawn strongly

export interface Ribbon {
  readonly svg: SVGElement;
  /** Mark a pair's band. */
  now(pair: number): void;
  /** Frame what is seen of a text, given as shares of its height. */
  see(side: Side, seen: readonly [number, number]): void;
}

export function ribbon(texts: Readonly<Record<Side, TextData>>, aligned: Aligned, jump: (pair: number) => void): Ribbon {
  const svg = picture("svg", { class: "hj-ribbon", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const [left, right] = [scaleOf(texts.a), scaleOf(texts.b)];
  const edge = (x: number, name: string): SVGElement => picture("rect", { x, y: 0, width: EDGE, height: HEIGHT, class: name });
  const frames = { a: edge(0, "hj-ribbon-seen"), b: edge(WIDTH - EDGE, "hj-ribbon-seen") };
  svg.append(edge(0, "hj-ribbon-text"), edge(WIDTH - EDGE, "hj-ribbon-text"), frames.a, frames.b);
  const bands = aligned.pairs.map(({ number, parallel, otherParagraph }) => {
    const [top, bottom] = [left(parallel.paragraph, parallel.start), left(parallel.paragraph, parallel.end)];
    const [otherTop, otherBottom] = [right(otherParagraph, parallel.otherStart), right(otherParagraph, parallel.otherStart + parallel.there.length)];
    const [low, otherLow] = [Math.max(bottom, top + LEAST), Math.max(otherBottom, otherTop + LEAST)];
    const points = `0,${top} ${EDGE},${top} ${WIDTH - EDGE},${otherTop} ${WIDTH},${otherTop} ${WIDTH},${otherLow} ${WIDTH - EDGE},${otherLow} ${EDGE},${low} 0,${low}`;
    const strength = Math.min(1, (parallel.end - parallel.start) / LONG);
    const band = picture("polygon", { points, class: `hj-band hj-band--${parallel.kind}`, "fill-opacity": (0.12 + 0.4 * strength).toFixed(2) });
    band.addEventListener("click", () => jump(number));
    svg.append(band);
    return band;
  });
  return {
    svg,
    now: (pair) => bands.forEach((band, number) => band.classList.toggle("hj-band--now", number === pair)),
    see: (side, [from, to]) => {
      frames[side].setAttribute("y", String(Math.round(from * HEIGHT)));
      frames[side].setAttribute("height", String(Math.max(LEAST, Math.round((to - from) * HEIGHT))));
    },
  };
}

/** Leads from a place in a text to the drawing. */
function scaleOf(text: TextData): (paragraph: number, offset: number) => number {
  const starts: number[] = [];
  let all = 0;
  for (const [, , wording] of text.paragraphs) {
    starts.push(all);
    all += wording.length;
  }
  return (paragraph, offset) => Math.round((((starts[paragraph] ?? 0) + offset) / Math.max(1, all)) * HEIGHT);
}
