/** Which lines of a document are shared, and with whom. Pure. */
import type { Parallel } from "../data/records.ts";
import type { Places } from "./places.ts";

const LINE = 40; // characters: about a line of the text

/** A line's shared part. */
export interface Band {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly generic: boolean;
  /** Indices of the other documents, those that share most of this document first. */
  readonly documents: readonly number[];
}

/** All bands by paragraph and place; 套话 and distinctive sharing are bands of their own. */
export function bandsOf(places: Places): Band[] {
  const found = new Map<string, Parallel[]>();
  for (const each of places.parallels) {
    const key = `${each.paragraph}:${Math.floor(each.start / LINE)}:${places.isGeneric(each)}`;
    const known = found.get(key);
    if (known) known.push(each);
    else found.set(key, [each]);
  }
  return [...found.values()]
    .map((parallels) => ({
      paragraph: (parallels[0] as Parallel).paragraph,
      start: Math.min(...parallels.map((each) => each.start)),
      end: Math.max(...parallels.map((each) => each.end)),
      generic: places.isGeneric(parallels[0] as Parallel),
      documents: [...new Set(parallels.map((each) => each.other))].sort((a, b) => a - b),
    }))
    .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
