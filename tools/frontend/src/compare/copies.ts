/** How copies of one text belong together: detect tells no parallels of them, only that they are copies. Pure. */
import type { Parallel } from "../data/records.ts";
import { difference } from "./diff.ts";

type Paragraphs = readonly (readonly [string, string, string])[];
const ALIKE = 0.5; // of the letter pairs: then a changed paragraph is still the same one

/** Paragraphs that say the same, whatever their marks; between them, in order, those that are much alike. */
export function sameParagraphs(a: Paragraphs, b: Paragraphs): Parallel[] {
  const free = new Map<string, number[]>();
  b.forEach(([, , text], at) => free.set(lettersOf(text), [...(free.get(lettersOf(text)) ?? []), at]));
  const known = a.map(([, , text]) => free.get(lettersOf(text))?.shift() ?? -1);
  const taken = new Set(known);
  known.forEach((other, at) => {
    if (other >= 0) return;
    const low = Math.max(-1, ...known.slice(0, at));
    const high = known.slice(at + 1).find((each) => each > low) ?? b.length;
    for (let next = low + 1; next < high; next += 1) {
      if (taken.has(next) || alike(a[at]?.[2] ?? "", b[next]?.[2] ?? "") < ALIKE) continue;
      known[at] = next;
      taken.add(next);
      return;
    }
  });
  return known.flatMap((other, at) => (other < 0 ? [] : [paired(a, at, b, other)]));
}

function paired(a: Paragraphs, paragraph: number, b: Paragraphs, at: number): Parallel {
  const [match = "", , here = ""] = a[paragraph] ?? [];
  const [otherParagraph = "", , there = ""] = b[at] ?? [];
  const same = here === there;
  return { match, paragraph, start: 0, end: here.length, other: 0, otherParagraph, otherStart: 0, before: "", there, after: "", kind: same ? 0 : 1, similarity: 100, earlier: 0, stretches: same ? [] : difference(here, there) };
}

/** Dice's coefficient of the letter pairs of two paragraphs. */
function alike(here: string, there: string): number {
  const [x, y] = [pairsOf(here), pairsOf(there)];
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size ? (2 * shared) / (x.size + y.size) : 0;
}

function pairsOf(text: string): Set<string> {
  const letters = [...lettersOf(text)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
