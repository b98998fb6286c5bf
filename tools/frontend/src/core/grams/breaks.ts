/** Where paragraphs end, loaded for groups of documents. */
import { type Load, MissingData } from "../tier.ts";
import { fileOf } from "./postings.ts";
import { unpackBreaks } from "./shard.ts";
import { LEADS, type Space, ZONES } from "./space.ts";
import { gallop } from "./wording.ts";

type Zones = readonly Uint32Array[];

/** Neighbouring paragraphs: their ends, counted from `base`; null where they are not known or do not count. */
interface Run {
  readonly ends: Uint32Array | null;
  readonly base: number;
  readonly until: number;
}

export class Breaks {
  private readonly space: Space;
  private readonly load: Load;
  private readonly stem: string;
  private readonly group: number;
  private readonly groups = new Map<number, Zones>();

  constructor(space: Space, load: Load, stem: string, group: number) {
    this.space = space;
    this.load = load;
    this.stem = stem;
    this.group = group;
  }

  /** Load what these documents need; returns the files that failed. */
  async prepare(documents: Iterable<number>): Promise<string[]> {
    const wanted = new Set([...documents].map((document) => Math.floor(document / this.group)));
    const missing: string[] = [];
    const one = async (group: number): Promise<void> => {
      try {
        this.groups.set(group, await this.unpack(group));
      } catch (error) {
        missing.push(fileOf(error));
      }
    };
    await Promise.all([...wanted].filter((group) => !this.groups.has(group)).map(one));
    return missing;
  }

  /** Ends of the paragraphs in which positions lie, ascending, none twice; run-in headings are passed over. */
  paragraphs(lists: readonly Uint32Array[]): Uint32Array {
    if (lists.length === 1) return this.endsOf(lists[0] as Uint32Array);
    const all = new Uint32Array(lists.reduce((size, list) => size + list.length, 0));
    lists.reduce((at, list) => (all.set(list, at), at + list.length), 0);
    return this.endsOf(all.sort());
  }

  private endsOf(positions: Uint32Array): Uint32Array {
    const ends = new Uint32Array(positions.length);
    let size = 0;
    let run: Run = { ends: null, base: 0, until: 0 };
    let at = 0;
    let last = -1; // end of the paragraph before
    for (const position of positions) {
      if (position <= last) continue;
      if (position >= run.until) {
        run = this.runAt(position);
        at = 0;
      }
      if (!run.ends) continue;
      at = gallop(run.ends, position - run.base, at);
      last = run.base + (run.ends[at] as number);
      ends[size++] = last;
    }
    return ends.subarray(0, size);
  }

  /** The paragraph ends of one zone of the group of documents in which a position lies. */
  private runAt(position: number): Run {
    const { documents, starts } = this.space;
    const slot = this.space.slotAt(position);
    const zone = Math.floor(slot / documents);
    const group = Math.floor((slot % documents) / this.group);
    const first = zone * documents + group * this.group;
    const until = starts[Math.min(first + this.group, (zone + 1) * documents)] as number;
    const ends = zone === LEADS ? null : (this.groups.get(group)?.[zone] ?? null);
    return { ends, base: starts[first] as number, until };
  }

  private async unpack(group: number): Promise<Zones> {
    const name = `grams/${this.stem}-b${group}.js`;
    const packed = await this.load<string>(name);
    try {
      return unpackBreaks(packed, ZONES);
    } catch {
      throw new MissingData(`search/${name}`);
    }
  }
}
