/** The space in which postings count: see hujian/search/space.py and directory.py, which write it. */
import { BitReader } from "../bits.ts";

/** What the manifest tells of this tier. */
export interface GramManifest {
  readonly documents: number;
  readonly pages: number;
  /** Begins the names of all postings files. */
  readonly grams: string;
  /** Number of all positions: the index must come to the same. */
  readonly positions: number;
  /** Number of shards. */
  readonly shards: number;
  /** Number of letters and of pairs that are counted in files of their own. */
  readonly letters: number;
  readonly pairs: number;
  /** Order of the codes of each zone's lengths. */
  readonly orders: readonly number[];
  /** Documents a file of paragraph ends. */
  readonly group: number;
}

export const TITLE = 0;
export const NAME = 1;
export const HEADING = 2;
export const LEADS = 3;
export const BODY = 4;
export const ZONES = 5;

const NAME_BITS = 30;
const NAME_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const FIRST_ORDER = 3;
const SECOND_ORDER = 13;
const LETTER_ORDER = 5;
const BUCKET = 8; // positions share a bucket that agree but for so many bits

/** Documents by position, and shards by pair. */
export class Space {
  readonly documents: number;
  /** A slot is one zone of one document: zone * documents + document. Where each begins, and the end. */
  readonly starts: Uint32Array;
  /** Size of each shard, as a power of two. */
  readonly sizes: Uint8Array;
  /** Letters (by code point) and pairs that are counted in files of their own. */
  readonly counted: ReadonlySet<number>;
  private readonly buckets: Uint32Array;
  private readonly names: Uint32Array;
  private readonly firsts: Float64Array;

  /** Throws RangeError when the index is damaged. */
  constructor(manifest: GramManifest, packed: string) {
    const reader = new BitReader(packed);
    this.documents = manifest.documents + manifest.pages;
    this.starts = new Uint32Array(ZONES * this.documents + 1);
    manifest.orders.forEach((order, zone) => this.starts.set(reader.golombs(this.documents, order), 1 + zone * this.documents));
    for (let slot = 1; slot < this.starts.length; slot++) this.starts[slot]! += this.starts[slot - 1] as number;
    if (this.starts[this.starts.length - 1] !== manifest.positions) throw new RangeError("damaged data");
    this.names = new Uint32Array(this.documents);
    for (let document = 0; document < this.documents; document++) this.names[document] = reader.number(NAME_BITS);
    const steps = reader.golombs(manifest.shards, FIRST_ORDER);
    const seconds = reader.golombs(manifest.shards, SECOND_ORDER);
    this.firsts = new Float64Array(manifest.shards);
    for (let shard = 0, letter = 0; shard < manifest.shards; shard++) {
      letter += steps[shard] as number;
      this.firsts[shard] = pairOf(letter, seconds[shard] as number);
    }
    this.sizes = new Uint8Array(reader.golombs(manifest.shards, 0));
    this.counted = new Set([...letters(reader, manifest.letters), ...pairs(reader, manifest.pairs)]);
    this.buckets = this.makeBuckets();
  }

  /** The slot in which a position lies. */
  slotAt(position: number): number {
    let slot = this.buckets[position >>> BUCKET] as number;
    while ((this.starts[slot + 1] as number) <= position) slot++;
    return slot;
  }

  /** Visit every slot in which some of the positions (ascending) lie, and tell how many. */
  walk(positions: Uint32Array, visit: (slot: number, places: number) => void): void {
    let at = 0;
    while (at < positions.length) {
      const slot = this.slotAt(positions[at] as number);
      const end = this.starts[slot + 1] as number;
      const first = at++;
      while (at < positions.length && (positions[at] as number) < end) at++;
      visit(slot, at - first);
    }
  }

  /** Number of the shard that holds a pair if any does; -1 if none can. */
  shardOf(pair: number): number {
    let low = -1;
    let high = this.firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.firsts[middle] as number) <= pair) low = middle;
      else high = middle;
    }
    return low;
  }

  /** File name of a document's text. */
  textName(document: number): string {
    let letters = "";
    for (let shift = NAME_BITS - 5; shift >= 0; shift -= 5) {
      letters += NAME_LETTERS[((this.names[document] as number) >>> shift) & 31];
    }
    return `texts/${letters}.js`;
  }

  private makeBuckets(): Uint32Array {
    const end = this.starts[this.starts.length - 1] as number;
    const buckets = new Uint32Array((end >>> BUCKET) + 1);
    let slot = 0;
    for (let bucket = 0; bucket < buckets.length; bucket++) {
      while (slot + 2 < this.starts.length && (this.starts[slot + 1] as number) <= bucket << BUCKET) slot++;
      buckets[bucket] = slot;
    }
    return buckets;
  }
}

const LETTER = 2 ** 21;

/** One number for two letters, given as code points; greater than any letter's. */
export function pairOf(first: number, second: number): number {
  return first * LETTER + second;
}

/** Name of what tells how often a letter or a pair stands where: its code points in hex. */
export function countsName(counted: number): string {
  const first = Math.floor(counted / LETTER);
  const second = (counted % LETTER).toString(16);
  return first ? `l${first.toString(16)}-${second}` : `l${second}`;
}

function letters(reader: BitReader, count: number): number[] {
  let point = 0;
  return Array.from(reader.golombs(count, LETTER_ORDER), (step) => (point += step));
}

function pairs(reader: BitReader, count: number): number[] {
  const firsts = letters(reader, count);
  return Array.from(reader.golombs(count, SECOND_ORDER), (second, at) => pairOf(firsts[at] as number, second));
}
