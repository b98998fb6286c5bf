/** Where paragraphs end, loaded for groups of documents. */
import { type Load, MissingData } from "../tier.ts";
import { gallop } from "./intersect.ts";
import { fileOf } from "./postings.ts";
import { unpackBreaks, unpackLongest } from "./shard.ts";
import { LEADS, type Space, ZONES } from "./space.ts";

type Zones = readonly Uint32Array[];

/** Neighbouring paragraphs: their ends, counted from `base`; null where they are not known or do not count. */
interface Run {
  readonly ends: Uint32Array | null;
  readonly base: number;
  readonly until: number;
}

/** Letters from `from` to `to`; the next place of interest is at `passed` or behind it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly passed: number;
}

export class Breaks {
  private readonly space: Space;
  private readonly load: Load;
  private readonly stem: string;
  private readonly group: number;
  private readonly groups = new Map<number, Zones>();
  private lengths: Promise<Uint32Array | null> | null = null;

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
        this.groups.set(group, await this.unpack(`b${group}`, (packed) => unpackBreaks(packed, ZONES)));
      } catch (error) {
        missing.push(fileOf(error));
      }
    };
    await Promise.all(this.absent(documents).map(one));
    return missing;
  }

  /** How long each document's longest paragraph is at most, in letters; null if that cannot be loaded. */
  longest(): Promise<Uint32Array | null> {
    return (this.lengths ??= this.unpack("w", (packed) => unpackLongest(packed, this.space.documents)).catch((error: unknown) => {
      fileOf(error);
      this.lengths = null;
      return null; // only a convenience
    }));
  }

  /** Marks those of the documents in which one paragraph holds every wording; run-in headings are passed over. */
  together(wordings: readonly (readonly Uint32Array[])[], within: Uint8Array): Uint8Array {
    let run: Run = { ends: null, base: 0, until: 0 };
    let inRun = 0;
    return this.holding(wordings, within, (position) => {
      if (position >= run.until) {
        run = this.runAt(position);
        inRun = 0;
      }
      if (!run.ends) return null;
      inRun = gallop(run.ends, position - run.base, inRun);
      const from = inRun ? run.base + (run.ends[inRun - 1] as number) : run.base;
      const to = run.base + (run.ends[inRun] as number);
      return { from, to, passed: to };
    });
  }

  /** Marks those of the documents in which every wording stands so near the rarest that one paragraph may hold them. */
  near(wordings: readonly (readonly Uint32Array[])[], within: Uint8Array, longest: Uint32Array): Uint8Array {
    const { documents, starts } = this.space;
    return this.holding(wordings, within, (position, slot) => {
      const reach = longest[slot % documents] as number;
      const from = Math.max(starts[slot] as number, position - reach);
      return { from, to: Math.min(starts[slot + 1] as number, position + reach), passed: position + 1 };
    });
  }

  /** Marks the documents in which the stretch around a place of the rarest wording holds a place of every other. */
  private holding(
    wordings: readonly (readonly Uint32Array[])[],
    within: Uint8Array,
    around: (position: number, slot: number) => Stretch | null,
  ): Uint8Array {
    const holds = new Uint8Array(within.length);
    const [rarest, ...others] = wordings.map(merged).sort((a, b) => a.length - b.length);
    if (!rarest) return holds;
    const reached = others.map(() => 0);
    for (let at = 0; at < rarest.length; ) {
      const position = rarest[at] as number;
      const slot = this.space.slotAt(position);
      const document = slot % this.space.documents;
      let passed = this.space.starts[slot + 1] as number; // all of the slot, unless its paragraphs must be looked at
      if (within[document] && !holds[document]) {
        const stretch = around(position, slot);
        if (stretch) {
          const all = others.every((positions, each) => {
            const next = (reached[each] = gallop(positions, stretch.from, reached[each] as number));
            return (positions[next] as number) < stretch.to;
          });
          if (all) holds[document] = 1;
          else if (stretch.passed > position) passed = stretch.passed;
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

  private async unpack<T>(file: string, unpacked: (packed: string) => T): Promise<T> {
    const name = `grams/${this.stem}-${file}.js`;
    const packed = await this.load<string>(name);
    try {
      return unpacked(packed);
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
