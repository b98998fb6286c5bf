/** Two texts set side by side: which stretches of each belong together, and how they differ. Pure. */
import type { Parallel } from "../data/records.ts";
import { type Ignored, judged, type Piece, piecesOf } from "../data/pieces.ts";

/** A stretch of one side's paragraph; `pair` is -1 where the other side has nothing. */
export interface Segment {
  readonly pair: number;
  readonly start: number;
  readonly end: number;
}

export interface Pair {
  readonly number: number;
  readonly parallel: Parallel;
  readonly otherParagraph: number;
}

export interface Aligned {
  readonly pairs: readonly Pair[];
  /** Per paragraph of either side, segments that tile it. */
  readonly a: readonly (readonly Segment[])[];
  readonly b: readonly (readonly Segment[])[];
}

type Paragraphs = readonly (readonly [string, string, string])[];

/** Align two documents; of parallels that overlap on either side the longer one counts. */
export function align(a: Paragraphs, b: Paragraphs, parallels: readonly Parallel[]): Aligned {
  const index = new Map(b.map(([id], at) => [id, at]));
  const takenA: Segment[][] = a.map(() => []);
  const takenB: Segment[][] = b.map(() => []);
  const chosen: Pair[] = [];
  const byLength = [...parallels].sort((x, y) => y.there.length - x.there.length || x.paragraph - y.paragraph || x.start - y.start);
  for (const parallel of byLength) {
    const otherParagraph = index.get(parallel.otherParagraph) ?? -1;
    const [there, here] = [takenB[otherParagraph], takenA[parallel.paragraph]];
    const otherEnd = parallel.otherStart + parallel.there.length;
    if (!there || !here || overlaps(here, parallel.start, parallel.end) || overlaps(there, parallel.otherStart, otherEnd)) continue;
    const number = chosen.length;
    chosen.push({ number, parallel, otherParagraph });
    here.push({ pair: number, start: parallel.start, end: parallel.end });
    there.push({ pair: number, start: parallel.otherStart, end: otherEnd });
  }
  return { pairs: chosen, a: tiled(a, takenA), b: tiled(b, takenB) };
}

/** The pieces of a pair as one side shows them: in its own order, without what it does not have. */
export function sidePieces(pair: Pair, here: string, side: "a" | "b", ignored: Ignored): Piece[] {
  const pieces = judged(piecesOf(side === "a" ? turned(pair.parallel.stretches) : pair.parallel.stretches, ...wordings(pair, here, side)), ignored);
  return pieces.filter((piece) => piece.there);
}

/** Pairs in the order of the first text. */
export function inOrder(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort((x, y) => x.parallel.paragraph - y.parallel.paragraph || x.parallel.start - y.parallel.start);
}

function wordings(pair: Pair, here: string, side: "a" | "b"): [string, string] {
  return side === "b" ? [here, pair.parallel.there] : [pair.parallel.there, here];
}

/** The same alignment seen from the other side; inserted (2) and deleted (3) change places. */
function turned(flat: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i + 5 <= flat.length; i += 5) {
    const [kind, a, b, c, d] = flat.slice(i, i + 5) as [number, number, number, number, number];
    out.push(kind === 2 ? 3 : kind === 3 ? 2 : kind, c, d, a, b);
  }
  return out;
}

function overlaps(taken: readonly Segment[], start: number, end: number): boolean {
  return taken.some((each) => each.start < end && each.end > start);
}

function tiled(paragraphs: Paragraphs, taken: readonly Segment[][]): Segment[][] {
  return paragraphs.map(([, , text], at) => {
    const segments: Segment[] = [];
    let reach = 0;
    for (const each of [...(taken[at] ?? [])].sort((x, y) => x.start - y.start)) {
      if (each.start > reach) segments.push({ pair: -1, start: reach, end: each.start });
      segments.push(each);
      reach = each.end;
    }
    if (reach < text.length || !segments.length) segments.push({ pair: -1, start: reach, end: text.length });
    return segments;
  });
}
