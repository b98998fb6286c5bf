/** Where one wording stands: the positions of its letter pairs, intersected. */
import { intersect } from "./intersect.ts";
import { fileOf, type Postings } from "./postings.ts";
import type { LetterCounts } from "./shard.ts";
import type { Stands } from "../tier.ts";
import { pairOf } from "./space.ts";

const PROBES = 3; // pairs that are enough to narrow a long wording down to few places
const CHEAP = 7; // costs of shards up to 64 KB; beside such a pair ...
const TRIED = 3; // documents in which a part is looked for before dear pairs are loaded
const DEAR = 9; // ... shards of 128 KB or more are left until they are needed

/** What postings say of a wording. */
export interface Places {
  /** Starts of the wording; one list, or for a single letter one a pair. null: nothing is known. */
  readonly lists: readonly Uint32Array[] | null;
  /** Of a frequent letter or pair only how often it stands where; `positions` tells more. */
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
  private whole: Promise<Places> | null = null; // of a letter or a pair

  constructor(wording: string, postings: Postings) {
    this.letters = [...wording].map((letter) => letter.codePointAt(0) as number);
    this.postings = postings;
  }

  get isLetter(): boolean {
    return this.letters.length === 1;
  }

  /** The letter or pair that this is, if it has a file of counts. */
  private get counted(): number | null {
    const [first, second] = this.letters as [number, number?];
    const key = second === undefined ? first : pairOf(first, second);
    return this.letters.length <= 2 && this.postings.space.counted.has(key) ? key : null;
  }

  /** Candidates from the cheapest few pairs; exact when these hold every letter. */
  async narrow(): Promise<Places> {
    if (this.isLetter || this.counted) return this.counts();
    const cover = this.cover();
    const probes = cover.length <= PROBES ? cover : this.spread(cover);
    const cost = (at: number): number => this.postings.cost(this.pair(at));
    const cheap = probes.some((at) => cost(at) <= CHEAP);
    await this.load(probes.filter((at) => !cheap || cost(at) < DEAR));
    return this.intersected();
  }

  /** The places exactly, if no data is missing. */
  async places(): Promise<Places> {
    if (this.isLetter || this.counted) return this.counts();
    if (this.found.size) {
      const known = this.intersected();
      if (known.bound === "exact") return known; // none, as a rule
    }
    await this.load(this.cover());
    if (!this.covered() && this.missing.size) await this.load(this.offsets()); // others may stand in
    return this.intersected();
  }

  /** What the exact places would take further, in KB. */
  rest(): number {
    const { counted } = this;
    if (counted) return this.postings.restOfCounts(counted);
    if (this.isLetter) return this.postings.restOfLetter(this.letters[0] as number);
    const pairs = this.cover().filter((at) => !this.found.has(at)).map((at) => this.pair(at));
    return pairs.reduce((sum, pair) => sum + this.postings.rest(pair), 0);
  }

  /**
   * Say of any part of the wording (two letters or more) whether it stands somewhere.
   *
   * Pairs in large shards are left until nothing else will do: where the others leave few places, `stands` is asked
   * whether the part stands in the document that holds such a place.
   */
  async prober(stands: (part: string, position: number) => Promise<boolean>): Promise<Stands> {
    await this.load(this.offsets().filter((at) => this.postings.cost(this.pair(at)) <= CHEAP));
    return async (start, end) => {
      const inside = this.offsets().filter((at) => at >= start && at + 1 < end);
      const places = this.placesOf(inside, start);
      if (places && (places.length === 0 || this.covered(start, end))) return places.length > 0;
      const part = String.fromCodePoint(...this.letters.slice(start, end));
      for (const position of (places ?? []).slice(0, TRIED)) if (await stands(part, position)) return true;
      await this.load(inside);
      return this.covered(start, end) && (this.placesOf(inside, start) as Uint32Array).length > 0;
    };
  }

  /** Where a part may start that begins at `start` and has these pairs, by those that are loaded; null if none is. */
  private placesOf(offsets: readonly number[], start: number): Uint32Array | null {
    const loaded = offsets.filter((at) => this.found.has(at));
    return loaded.length ? intersect(loaded.map((at) => [at - start, this.found.get(at) as Uint32Array])) : null;
  }

  /** The positions, where `places` has but told numbers. */
  async positions(places: Places): Promise<Places> {
    if (!places.counts) return places;
    if (this.isLetter) return this.letterByPairs();
    await this.load(this.offsets());
    return this.intersected();
  }

  /** What it takes to know the positions where `places` has but told numbers, in KB. */
  restOfPositions(places: Places): number {
    if (!places.counts) return 0;
    if (!this.isLetter) return this.postings.rest(this.pair(0));
    return this.postings.restOfLetter(this.letters[0] as number);
  }

  private counts(): Promise<Places> {
    const told = async (): Promise<Places> => {
      const { counted } = this;
      const counts = counted ? await this.postings.countsOf(counted).catch(() => null) : null;
      if (counts) return { lists: null, counts, bound: "exact", missing: [] };
      if (this.isLetter) return this.letterByPairs();
      await this.load(this.offsets());
      return this.intersected();
    };
    return (this.whole ??= told());
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

  /** Whether the pairs that are loaded hold every letter of a part. */
  private covered(start = 0, end = this.letters.length): boolean {
    for (let at = start; at < end; at++) {
      const held = (at + 1 < end && this.found.has(at)) || (at > start && this.found.has(at - 1));
      if (!held) return false;
    }
    return true;
  }

  private intersected(): Places {
    const missing = [...new Set(this.missing.values())];
    if (this.found.size === 0) return { lists: null, bound: "wider", missing };
    const places = intersect([...this.found]);
    const exact = places.length === 0 || this.covered(); // none of a few is none of all
    return { lists: [places], bound: exact ? "exact" : "wider", missing: exact ? [] : missing };
  }
}
