/** Where paragraphs end, loaded for groups of documents. */
import { type Load, MissingData } from "../tier.ts";
import { fileOf } from "./postings.ts";
import { unpackBreaks } from "./shard.ts";
import { type Space, ZONES } from "./space.ts";
import { lowerBound } from "./wording.ts";

type Zones = readonly Uint32Array[];

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

  /** A number that tells the paragraph of a position in a slot; -1 if the data is missing. */
  paragraph(position: number, slot: number): number {
    const { space } = this;
    const zone = Math.floor(slot / space.documents);
    const group = Math.floor((slot % space.documents) / this.group);
    const ends = this.groups.get(group)?.[zone];
    if (!ends) return -1;
    const base = space.starts[zone * space.documents + group * this.group] as number;
    return base + (ends[lowerBound(ends, position - base)] ?? 0);
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
