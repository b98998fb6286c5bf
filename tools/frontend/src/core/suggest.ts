/** What the reader may mean: formulations and titles that hold the typed letters, or come near them. */

import type { Stands } from "./tier.ts";

/** Someone who speaks. */
export interface Person {
  readonly text: string;
  readonly letters: string;
  /** In how many documents. */
  readonly documents: number;
}

/** A wording with a page of its own. */
export interface Candidate extends Person {
  /** Site-relative address of its page. */
  readonly url: string;
}

const NEAR = 0.25; // Dice coefficient of letter pairs below which a wording is no help

/** Candidates that hold the letters: those that begin with them first, then by number of documents. */
export function completions<C extends Person>(candidates: readonly C[], letters: string, limit: number): C[] {
  if (!letters) return [];
  return candidates
    .filter((candidate) => candidate.letters.includes(letters))
    .sort(
      (a, b) =>
        Number(b.letters.startsWith(letters)) - Number(a.letters.startsWith(letters)) ||
        b.documents - a.documents ||
        a.letters.length - b.letters.length,
    )
    .slice(0, limit);
}

/** Candidates most like the letters, by Dice's coefficient over letter pairs. */
export function nearest(candidates: readonly Candidate[], letters: string, limit: number): Candidate[] {
  const wanted = pairs(letters);
  return candidates
    .map((candidate) => ({ candidate, likeness: dice(wanted, pairs(candidate.letters)) }))
    .filter(({ likeness }) => likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness || b.candidate.documents - a.candidate.documents)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function pairs(letters: string): Set<string> {
  const result = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) result.add(letters.slice(at, at + 2));
  return result;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return a.size + b.size ? (2 * common) / (a.size + b.size) : 0;
}

const RUN = /^[0-9a-z]$/u; // folded digits and Latin letters: a number or a word of them is told whole or not at all

/** A part without what it has of a number or a Latin word that goes on beside it. */
function uncut(letters: readonly string[], start: number, end: number): { start: number; end: number } {
  const within = (at: number): boolean => RUN.test(letters[at - 1] ?? "") && RUN.test(letters[at] ?? "");
  let [first, last] = [start, end];
  while (first < last && within(first)) first++;
  while (last > first && within(last)) last--;
  return { start: first, end: last };
}

/** The longest stretches of `letters` that stand somewhere and cut no number, longest first, none inside another. */
export async function findableParts(letters: readonly string[], stands: Stands, limit: number): Promise<string[]> {
  const parts: { start: number; end: number }[] = [];
  let end = 0;
  for (let start = 0; start < letters.length; start++) {
    end = Math.max(end, start);
    const before = end;
    while (end < letters.length && (end === start || (await stands(start, end + 1)))) end++;
    const whole = end > before ? uncut(letters, start, end) : null;
    if (whole && whole.end - whole.start > 1) parts.push(whole);
  }
  return parts
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .slice(0, limit)
    .map((part) => letters.slice(part.start, part.end).join(""));
}
