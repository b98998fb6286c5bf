/** Loads shards as they are needed, and keeps those that were used last. */
import { type Load, MissingData } from "../tier.ts";
import { type LetterCounts, type Shard, unpackCounts, unpackShard } from "./shard.ts";
import { countsName, pairOf, type Space } from "./space.ts";

const KEPT = 6_000_000; // positions in memory, four bytes each
const COUNTED = 50; // letters and pairs whose counts are kept, eight bytes a document
const FIRST_OF_NEXT = 1;
const ASKING = 10; // KB

interface Kept {
  readonly shard: Shard;
  readonly positions: number;
}

export class Postings {
  readonly space: Space;
  private readonly load: Load;
  private readonly stem: string;
  private readonly kept = new Map<number, Kept>(); // in the order of use
  private readonly loading = new Map<number, Promise<Shard>>();
  private readonly counts = new Map<number, Promise<LetterCounts>>();
  private positions = 0;

  constructor(space: Space, load: Load, stem: string) {
    this.space = space;
    this.load = load;
    this.stem = stem;
  }

  /** What loading a pair costs: nothing if it is there, else the size of its shard as a power of two. */
  cost(pair: number): number {
    const shard = this.space.shardOf(pair);
    return shard < 0 || this.kept.has(shard) ? 0 : 1 + (this.space.sizes[shard] as number);
  }

  /** What loading a pair takes, in KB; asking for a file takes as long as some of them. */
  rest(pair: number): number {
    const cost = this.cost(pair);
    return cost && ASKING + 2 ** (cost - 1);
  }

  /** Positions of a pair, ascending. Rejects with MissingData. */
  async positionsOf(pair: number): Promise<Uint32Array> {
    const shard = this.space.shardOf(pair);
    if (shard < 0) return new Uint32Array(0);
    return (await this.shard(shard)).get(pair) ?? new Uint32Array(0);
  }

  /** What loading the counts of a letter or a pair takes, in KB. */
  restOfCounts(counted: number): number {
    return this.counts.has(counted) ? 0 : 2 * ASKING;
  }

  /** What the positions of a letter take, in KB. */
  restOfLetter(letter: number): number {
    const [from, to] = this.shardsOf(letter);
    let sum = 0;
    for (let shard = from; shard <= to; shard++) {
      if (!this.kept.has(shard)) sum += ASKING + 2 ** (this.space.sizes[shard] as number);
    }
    return sum;
  }

  /** Where a letter or a pair stands how often, if it has a file of its own. Rejects with MissingData. */
  async countsOf(counted: number): Promise<LetterCounts | null> {
    if (!this.space.counted.has(counted)) return null;
    let counts = this.counts.get(counted);
    if (!counts) {
      counts = this.unpackWith(countsName(counted), unpackCounts);
      counts.catch(() => this.counts.delete(counted));
      this.counts.set(counted, counts);
      const oldest = this.counts.keys().next().value;
      if (this.counts.size > COUNTED && oldest !== undefined) this.counts.delete(oldest);
    }
    return counts;
  }

  /** Positions of a letter: those of all pairs that begin with it, each list ascending; and what is missing. */
  async positionsOfLetter(letter: number): Promise<{ lists: Uint32Array[]; missing: string[] }> {
    const [from, to] = this.shardsOf(letter);
    const lists: Uint32Array[] = [];
    const missing: string[] = [];
    const one = async (shard: number): Promise<void> => {
      try {
        for (const [pair, positions] of await this.shard(shard)) {
          if (pair >= pairOf(letter, 0) && pair < pairOf(letter + FIRST_OF_NEXT, 0)) lists.push(positions);
        }
      } catch (error) {
        missing.push(fileOf(error));
      }
    };
    await Promise.all(Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => one(from + at)));
    return { lists, missing };
  }

  /** The first and the last shard that may hold pairs beginning with a letter. */
  private shardsOf(letter: number): [number, number] {
    const { space } = this;
    return [Math.max(0, space.shardOf(pairOf(letter, 0))), space.shardOf(pairOf(letter + FIRST_OF_NEXT, 0) - 1)];
  }

  private shard(number: number): Promise<Shard> {
    const kept = this.kept.get(number);
    if (kept) {
      this.kept.delete(number);
      this.kept.set(number, kept);
      return Promise.resolve(kept.shard);
    }
    let promise = this.loading.get(number);
    if (!promise) {
      promise = this.unpack(number).finally(() => this.loading.delete(number));
      this.loading.set(number, promise);
    }
    return promise;
  }

  private async unpack(number: number): Promise<Shard> {
    const shard = await this.unpackWith(String(number), unpackShard);
    let positions = 0;
    for (const list of shard.values()) positions += list.length;
    this.keep(number, { shard, positions });
    return shard;
  }

  private async unpackWith<T>(file: string, unpacked: (packed: string) => T): Promise<T> {
    const name = `grams/${this.stem}-${file}.js`;
    const packed = await this.load<string>(name);
    try {
      return unpacked(packed);
    } catch {
      throw new MissingData(`search/${name}`);
    }
  }

  private keep(number: number, kept: Kept): void {
    this.kept.set(number, kept);
    this.positions += kept.positions;
    for (const [oldest, { positions }] of this.kept) {
      if (this.positions <= KEPT || oldest === number) return;
      this.kept.delete(oldest);
      this.positions -= positions;
    }
  }
}

/** The file that an error is about. */
export function fileOf(error: unknown): string {
  if (error instanceof MissingData) return error.file;
  throw error;
}
