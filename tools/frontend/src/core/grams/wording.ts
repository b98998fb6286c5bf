/** Where one wording stands: the positions of its letter pairs, intersected. */
import { fileOf, type Postings } from "./postings.ts";
import type { LetterCounts } from "./shard.ts";
import { pairOf } from "./space.ts";

const PROBES = 3; // pairs that are enough to narrow a long wording down to few places
const CHEAP = 7; // costs of shards up to 64 KB; beside such a pair ...
const DEAR = 9; // ... shards of 128 KB or more are left until they are needed

/** What postings say of a wording. */
export interface Places {
  /** Starts of the wording; one list, or for a single letter one a pair. null: nothing is known. */
  readonly lists: readonly Uint32Array[] | null;
  /** Of a frequent letter only how often it stands where; `positions` tells more. */
  readonly counts?: LetterCounts;
  /** exact: these are the places; wider: all places are among them; narrower: there may be more. */
  readonly bound: "exact" | "wider" | "narrower";
  readonly missing: readonly string[];
}

export class Wording {
  private readonly letters: readonly number[]; // code points
  private readonly postings: Postings;
  private readonly found = new Map<number, Uint32Array>(); // offset of a pair -> its positions
  private readonly missing = new Map<number, string>(); // offset of a pair -> the file that failed
  private single: Promise<Places> | null = null;

  constructor(wording: string, postings: Postings) {
    this.letters = [...wording].map((letter) => letter.codePointAt(0) as number);
    this.postings = postings;
  }

  get isLetter(): boolean {
    return this.letters.length === 1;
  }

  /** Candidates from the cheapest few pairs; exact when these hold every letter. */
  async narrow(): Promise<Places> {
    if (this.isLetter) return this.letter();
    const cover = this.cover();
    const probes = cover.length <= PROBES ? cover : this.spread(cover);
    const cost = (at: number): number => this.postings.cost(this.pair(at));
    const cheap = probes.some((at) => cost(at) <= CHEAP);
    await this.load(probes.filter((at) => !cheap || cost(at) < DEAR));
    return this.intersected();
  }

  /** The places exactly, if no data is missing. */
  async places(): Promise<Places> {
    if (this.isLetter) return this.letter();
    await this.load(this.cover());
    if (!this.covered() && this.missing.size) await this.load(this.offsets()); // others may stand in
    return this.intersected();
  }

  /** What the exact places would take further, in KB. */
  rest(): number {
    if (this.isLetter) return this.postings.restOfLetter(this.letters[0] as number);
    const pairs = this.cover().filter((at) => !this.found.has(at)).map((at) => this.pair(at));
    return pairs.reduce((sum, pair) => sum + this.postings.rest(pair), 0);
  }

  /** Load every pair, and say of any part of the wording (two letters or more) whether it stands somewhere. */
  async prober(): Promise<(start: number, end: number) => boolean> {
    await this.load(this.offsets());
    return (start, end) => {
      const offsets = this.offsets().filter((at) => at >= start && at + 1 < end);
      const lists = offsets.map((at) => this.found.get(at));
      if (lists.some((list) => !list)) return false;
      return intersect(offsets.map((at, index) => [at - start, lists[index] as Uint32Array])).length > 0;
    };
  }

  /** The positions, where `places` has but told numbers. */
  async positions(places: Places): Promise<Places> {
    return places.counts ? this.letterByPairs() : places;
  }

  private letter(): Promise<Places> {
    const counted = async (): Promise<Places> => {
      const counts = await this.postings.countsOfLetter(this.letters[0] as number).catch(() => null);
      return counts ? { lists: null, counts, bound: "exact", missing: [] } : this.letterByPairs();
    };
    return (this.single ??= counted());
  }

  private async letterByPairs(): Promise<Places> {
    const { lists, missing } = await this.postings.positionsOfLetter(this.letters[0] as number);
    return { lists, bound: missing.length ? "narrower" : "exact", missing };
  }

  private offsets(): number[] {
    return Array.from({ length: this.letters.length - 1 }, (_, at) => at);
  }

  private pair(at: number): number {
    return pairOf(this.letters[at] as number, this.letters[at + 1] as number);
  }

  /** The cheapest pairs that together hold every letter: the first, the last, and no two letters left out. */
  private cover(): number[] {
    const best: { cost: number; before: number }[] = [];
    for (const at of this.offsets()) {
      // A pair in between costs its size; a small toll keeps the number of pairs down.
      const own = this.missing.has(at) ? Infinity : 2 ** this.postings.cost(this.pair(at)) + 2;
      const before = at === 0 ? -1 : at > 1 && (best[at - 2]?.cost ?? 0) <= (best[at - 1]?.cost ?? 0) ? at - 2 : at - 1;
      best.push({ cost: own + (best[before]?.cost ?? 0), before });
    }
    const cover: number[] = [];
    for (let at = best.length - 1; at >= 0; at = (best[at] as { before: number }).before) cover.unshift(at);
    return cover;
  }

  /** The cheapest few of a cover, those far apart first among equals. */
  private spread(cover: readonly number[]): number[] {
    const middle = cover[cover.length >> 1] as number;
    const weight = (at: number): number => {
      const edge = at === cover[0] || at === cover[cover.length - 1] || at === middle;
      return this.postings.cost(this.pair(at)) - (edge ? 0.5 : 0);
    };
    return [...cover].sort((a, b) => weight(a) - weight(b)).slice(0, PROBES);
  }

  private async load(offsets: readonly number[]): Promise<void> {
    const wanted = offsets.filter((at) => !this.found.has(at) && !this.missing.has(at));
    const one = async (at: number): Promise<void> => {
      try {
        this.found.set(at, await this.postings.positionsOf(this.pair(at)));
      } catch (error) {
        this.missing.set(at, fileOf(error));
      }
    };
    await Promise.all(wanted.map(one));
  }

  private covered(): boolean {
    return this.letters.every((_, at) => this.found.has(at) || this.found.has(at - 1));
  }

  private intersected(): Places {
    const missing = [...new Set(this.missing.values())];
    if (this.found.size === 0) return { lists: null, bound: "wider", missing };
    const places = intersect([...this.found]);
    const exact = places.length === 0 || this.covered(); // none of a few is none of all
    return { lists: [places], bound: exact ? "exact" : "wider", missing: exact ? [] : missing };
  }
}

/** Starts p such that p + offset stands in every list. */
export function intersect(lists: readonly (readonly [offset: number, positions: Uint32Array])[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a[1].length - b[1].length);
  if (!shortest) return new Uint32Array(0);
  const [first, list] = shortest;
  let starts = list;
  if (first) starts = list.subarray(lowerBound(list, first)).map((position) => position - first);
  for (const [offset, positions] of others) starts = keep(starts, offset, positions);
  return starts;
}

const SPARSE = 4; // how many times longer a list must be for leaps to beat merging

function keep(starts: Uint32Array, offset: number, positions: Uint32Array): Uint32Array {
  const kept = new Uint32Array(starts.length);
  const leap = positions.length > starts.length * SPARSE;
  let size = 0;
  let at = 0;
  for (const start of starts) {
    const wanted = start + offset;
    if (leap) at = gallop(positions, wanted, at);
    else while (at < positions.length && (positions[at] as number) < wanted) at++;
    if (positions[at] === wanted) kept[size++] = start;
  }
  return kept.subarray(0, size);
}

/** Index of the first number that is not below `wanted`, from `from` on; quick where it is near. */
export function gallop(numbers: Uint32Array, wanted: number, from: number): number {
  let step = 1;
  while (from + step < numbers.length && (numbers[from + step] as number) < wanted) step *= 2;
  return lowerBound(numbers, wanted, from, Math.min(numbers.length, from + step + 1));
}

/** Index of the first number that is not below `wanted`, from `low` up to `high`. */
function lowerBound(numbers: Uint32Array, wanted: number, low = 0, high = numbers.length): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
