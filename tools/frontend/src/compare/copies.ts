/** How copies of one text belong together: detect tells no parallels of them, only that they are copies. Pure. */
import type { Parallel } from "../data/records.ts";
import { difference } from "./diff.ts";

type Paragraphs = readonly (readonly [string, string, string])[];
const ALIKE = 0.5; // of the letter pairs: then a changed paragraph is still the same one

/** A paragraph's letters, and the pairs of them, made once and only if they are asked for. */
class Letters {
  readonly all: string;
  private made: ReadonlySet<string> | null = null;

  constructor(text: string) {
    this.all = text.replace(/[^\p{L}\p{N}]/gu, "");
  }

  get pairs(): ReadonlySet<string> {
    const letters = this.made ? [] : [...this.all];
    return (this.made ??= new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)));
  }
}

/** Paragraphs that say the same, whatever their marks (kind 0); between them, in order, those that are much alike (1). */
export function sameParagraphs(a: Paragraphs, b: Paragraphs): Parallel[] {
  const [here, there] = [a, b].map((side) => side.map(([, , text]) => new Letters(text))) as [Letters[], Letters[]];
  const known = equals(here, there);
  const same = known.map((other) => other >= 0);
  const taken = new Set(known);
  let low = -1; // the furthest paragraph there that one above belongs to
  known.forEach((other, at) => {
    if (other < 0) {
      const high = following(known, at, low) ?? b.length;
      for (let next = low + 1; next < high; next += 1) {
        if (taken.has(next) || alike(here[at] as Letters, there[next] as Letters) < ALIKE) continue;
        known[at] = next;
        taken.add(next);
        break;
      }
    }
    low = Math.max(low, known[at] as number);
  });
  return known.flatMap((other, at) => (other < 0 ? [] : [paired(a, at, b, other, same[at] as boolean)]));
}

/** For each paragraph here the first one there with the same letters that is still free; -1 for none. */
function equals(here: readonly Letters[], there: readonly Letters[]): number[] {
  const free = new Map<string, number[]>();
  for (let at = there.length - 1; at >= 0; at -= 1) {
    const { all } = there[at] as Letters;
    const others = free.get(all);
    if (others) others.push(at);
    else free.set(all, [at]);
  }
  return here.map(({ all }) => free.get(all)?.pop() ?? -1);
}

/** The paragraph there of the next one here that belongs behind `low`. */
function following(known: readonly number[], at: number, low: number): number | undefined {
  for (let next = at + 1; next < known.length; next += 1) if ((known[next] as number) > low) return known[next];
  return undefined;
}

function paired(a: Paragraphs, paragraph: number, b: Paragraphs, at: number, equal: boolean): Parallel {
  const [match = "", , here = ""] = a[paragraph] ?? [];
  const [otherParagraph = "", , there = ""] = b[at] ?? [];
  const stretches = here === there ? [] : difference(here, there);
  return { match, paragraph, start: 0, end: here.length, other: 0, otherParagraph, otherStart: 0, before: "", there, after: "", kind: equal ? 0 : 1, similarity: 100, earlier: 0, stretches };
}

/** Dice's coefficient of the letter pairs of two paragraphs. */
function alike(here: Letters, there: Letters): number {
  const [few, many] = [here.pairs, there.pairs].sort((x, y) => x.size - y.size) as [ReadonlySet<string>, ReadonlySet<string>];
  const both = few.size + many.size;
  if (both === 0 || 2 * few.size < ALIKE * both) return 0; // even if all of the fewer were shared
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  return (2 * shared) / both;
}
