/** Unpacks postings; the format and the orders are those of hujian/search/postings.py and breaks.py. */
import { BitReader } from "../bits.ts";
import { pairOf } from "./space.ts";

const FIRST_ORDER = 0;
const STEP_ORDER = 7;
const SECOND_ORDER = 14;
const COUNT_ORDER = 1;
const ORDER_BITS = 5;
const SHORTEST = 16; // bits that a list takes at least; filling at the end of a shard is shorter
const SIZE_ORDER = 8;
const BREAK_COUNT_ORDER = 8;
const BREAK_ORDER = 5;
const LONGEST_ORDER = 3;
const LONGEST_UNIT = 32; // letters

/** Positions by pair, ascending. */
export type Shard = ReadonlyMap<number, Uint32Array>;

/** Unpack a shard. Throws RangeError when it is damaged. */
export function unpackShard(packed: string): Shard {
  const reader = new BitReader(packed);
  const lists = new Map<number, Uint32Array>();
  let first = 0;
  let second = 0;
  while (!reader.done(SHORTEST)) {
    const step = reader.golomb(FIRST_ORDER);
    second = step ? reader.golomb(SECOND_ORDER) : second + reader.golomb(STEP_ORDER) + 1;
    first += step;
    const count = reader.golomb(COUNT_ORDER) + 1;
    const order = reader.number(ORDER_BITS);
    lists.set(pairOf(first, second), reader.ascending(count, order));
  }
  return lists;
}

/** How often a letter or a pair stands in which slot (one zone of one document). */
export interface LetterCounts {
  /** Ascending. */
  readonly slots: Uint32Array;
  readonly counts: Uint32Array;
}

/** Unpack such counts; the format is that of hujian/search/counts.py. Throws RangeError when it is damaged. */
export function unpackCounts(packed: string): LetterCounts {
  const reader = new BitReader(packed);
  const size = reader.golomb(SIZE_ORDER);
  const gapOrder = reader.number(ORDER_BITS);
  const countOrder = reader.number(ORDER_BITS);
  const slots = reader.ascending(size, gapOrder);
  return { slots, counts: reader.golombs(size, countOrder).map((more) => more + 1) };
}

/** Unpack the ends of paragraphs of some documents: one list a zone, counted from where each zone begins. */
export function unpackBreaks(packed: string, zones: number): Uint32Array[] {
  const reader = new BitReader(packed);
  return Array.from({ length: zones }, () => reader.ascending(reader.golomb(BREAK_COUNT_ORDER), BREAK_ORDER));
}

/** Unpack how long each document's longest paragraph is at most. */
export function unpackLongest(packed: string, documents: number): Uint32Array {
  return new BitReader(packed).golombs(documents, LONGEST_ORDER).map((units) => units * LONGEST_UNIT);
}
