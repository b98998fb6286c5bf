/** Loads shards as they are needed, and keeps those that were used last. */
import { type Load, MissingData } from "../tier.ts";
import { type Shard, unpackShard } from "./shard.ts";
import { pairOf, type Space } from "./space.ts";

const KEPT = 6_000_000; // positions in memory, four bytes each
const FIRST_OF_NEXT = 1;

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

  /** Positions of a pair, ascending. Rejects with MissingData. */
  async positionsOf(pair: number): Promise<Uint32Array> {
    const shard = this.space.shardOf(pair);
    if (shard < 0) return new Uint32Array(0);
    return (await this.shard(shard)).get(pair) ?? new Uint32Array(0);
  }

  /** Positions of a letter: those of all pairs that begin with it, each list ascending; and what is missing. */
  async positionsOfLetter(letter: number): Promise<{ lists: Uint32Array[]; missing: string[] }> {
    const { space } = this;
    const from = Math.max(0, space.shardOf(pairOf(letter, 0)));
    const to = space.shardOf(pairOf(letter + FIRST_OF_NEXT, 0) - 1);
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
    const name = `grams/${this.stem}-${number}.js`;
    const packed = await this.load<string>(name);
    let shard: Shard;
    try {
      shard = unpackShard(packed);
    } catch {
      throw new MissingData(`search/${name}`);
    }
    let positions = 0;
    for (const list of shard.values()) positions += list.length;
    this.keep(number, { shard, positions });
    return shard;
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
