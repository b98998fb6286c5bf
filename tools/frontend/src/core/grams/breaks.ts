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

  /** Numbers of the files that these documents need and that are not there. */
  absent(documents: Iterable<number>): number[] {
    const wanted = new Set([...documents].map((document) => Math.floor(document / this.group)));
    return [...wanted].filter((group) => !this.groups.has(group));
  }

  /** Load what these documents need; returns the files that failed. */
  async prepare(documents: Iterable<number>): Promise<string[]> {
    const missing: string[] = [];
    const one = async (group: number): Promise<void> => {
      try {
        this.groups.set(group, await this.unpack(group));
      } catch (error) {
        missing.push(fileOf(error));
      }
    };
    await Promise.all(this.absent(documents).map(one));
    return missing;
  }

  /** Marks those of the documents in which one paragraph holds every wording; run-in headings are passed over. */
  together(wordings: readonly (readonly Uint32Array[])[], within: Uint8Array): Uint8Array {
    const holds = new Uint8Array(within.length);
    const [rarest, ...others] = wordings.map(merged).sort((a, b) => a.length - b.length);
    if (!rarest) return holds;
    const reached = others.map(() => 0);
    let run: Run = { ends: null, base: 0, until: 0 };
    let inRun = 0;
    for (let at = 0; at < rarest.length; ) {
      const position = rarest[at] as number;
      const slot = this.space.slotAt(position);
      const document = slot % this.space.documents;
      let passed = this.space.starts[slot + 1] as number; // all of the slot, unless its paragraphs must be looked at
      if (within[document] && !holds[document]) {
        if (position >= run.until) {
          run = this.runAt(position);
          inRun = 0;
        }
        if (run.ends) {
          inRun = gallop(run.ends, position - run.base, inRun);
          const from = inRun ? run.base + (run.ends[inRun - 1] as number) : run.base;
          const to = run.base + (run.ends[inRun] as number);
          const all = others.every((positions, each) => {
            const next = (reached[each] = gallop(positions, from, reached[each] as number));
            return (positions[next] as number) < to;
          });
          if (all) holds[document] = 1;
          else if (to > position) passed = to;
        }
      }
      at = gallop(rarest, passed, at);
    }
    return holds;
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

/** One ascending list of several. */
function merged(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0] as Uint32Array;
  const all = new Uint32Array(lists.reduce((size, list) => size + list.length, 0));
  lists.reduce((at, list) => (all.set(list, at), at + list.length), 0);
  return all.sort();
}
