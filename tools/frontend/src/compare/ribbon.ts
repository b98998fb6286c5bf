/** The whole of both texts at a glance: a band for each pair, to jump to it. */
import type { TextData } from "../data/records.ts";
import type { Aligned } from "./align.ts";

const HEIGHT = 1000;
const WIDTH = 60;

export function ribbon(a: TextData, b: TextData, aligned: Aligned, jump: (pair: number) => void): SVGElement {
  const svg = make("svg", { class: "hj-ribbon", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const [left, right] = [starts(a), starts(b)];
  for (const { number, parallel, otherParagraph } of aligned.pairs) {
    const top = left.scale((left.at[parallel.paragraph] ?? 0) + parallel.start);
    const bottom = left.scale((left.at[parallel.paragraph] ?? 0) + parallel.end);
    const otherTop = right.scale((right.at[otherParagraph] ?? 0) + parallel.otherStart);
    const otherBottom = right.scale((right.at[otherParagraph] ?? 0) + parallel.otherStart + parallel.there.length);
    const band = make("polygon", { points: `0,${top} ${WIDTH},${otherTop} ${WIDTH},${Math.max(otherBottom, otherTop + 2)} 0,${Math.max(bottom, top + 2)}`, class: `hj-band hj-band--${parallel.kind}` });
    band.addEventListener("click", () => jump(number));
    svg.append(band);
  }
  return svg;
}

function starts(text: TextData): { at: number[]; scale: (offset: number) => number } {
  const at: number[] = [];
  let all = 0;
  for (const [, , wording] of text.paragraphs) {
    at.push(all);
    all += wording.length;
  }
  return { at, scale: (offset) => Math.round((offset / Math.max(1, all)) * HEIGHT) };
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(document.querySelector("svg")?.namespaceURI ?? null, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
