/** The wording of either text with the five kinds of stretches told apart. */
import type { Ignored, Piece } from "../data/pieces.ts";
import { EQUAL, MOVED, REPLACED, type TextData } from "../data/records.ts";
import { element } from "../element.ts";
import { type Aligned, type Pair, sidePieces } from "./align.ts";

export type Side = "a" | "b";
type Texts = Readonly<Record<Side, TextData>>;

/** A paragraph of one side: pairs with their differences, the rest plain. */
export function paragraphOf(texts: Texts, at: number, side: Side, aligned: Aligned, ignored: Ignored): HTMLElement {
  const [id, kind, wording] = texts[side].paragraphs[at] as readonly [string, string, string];
  const made = element("p", { class: `hj-cp hj-cp--${kind}`, "data-id": id });
  for (const segment of aligned[side][at] ?? []) {
    const pair = aligned.pairs[segment.pair];
    made.append(pair ? pairOf(texts, pair, side, ignored) : wording.slice(segment.start, segment.end));
  }
  return made;
}

/** What one side says in a pair. */
export function pairOf(texts: Texts, pair: Pair, side: Side, ignored: Ignored): HTMLElement {
  const { parallel } = pair;
  const here = (texts.a.paragraphs[parallel.paragraph]?.[2] ?? "").slice(parallel.start, parallel.end);
  const whole = side === "a" ? here : parallel.there;
  const pieces = sidePieces(pair, here, side, ignored);
  const complete = pieces.map((piece) => piece.there).join("") === whole; // an alignment that does not tile is not trusted
  return element("span", { class: "hj-pair", "data-pair": pair.number }, ...(complete ? pieces.map((piece) => shown(piece, side)) : [whole]));
}

function shown({ kind, here, there }: Piece, side: Side): Node | string {
  if (kind === EQUAL) return there;
  if (kind === MOVED) return element("span", { class: "hj-moved", title: "两篇次序不同" }, there);
  const replaced = kind === REPLACED || here !== "";
  return element(side === "a" ? "del" : "ins", { class: replaced ? "hj-replaced" : "hj-alone", title: replaced ? `另一篇作：${here}` : "另一篇没有" }, there);
}
