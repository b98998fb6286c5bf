/** What the data files hold; written by tools/hujian/write/data.py. Offsets are UTF-16 units. */

/** [id, name, date or "", level, 1 if the title is supplied] */
export type Facts = readonly [string, string, string, string, 0 | 1];
/** Facts, then share, share without 套话, passages. */
export type Other = readonly [...Facts, number, number, number];
/** [id, wording, documents, label, places]; label s: slogan, t: template, q: quotation */
export type FormulationRow = readonly [string, string, number, string, number];
/** [paragraph, start, end, index of the formulation] */
export type MarkRow = readonly [number, number, number, number];
/** See ParallelField for what stands where. */
export type ParallelRow = readonly [
  string, number, number, number, number, string, number, string, string, string, number, number, number, readonly number[],
];

export interface DocumentData {
  readonly ids: readonly string[];
  readonly documents: readonly Other[];
  /** Ids of all that hold the same text, with this one; none if it is the only one. No parallels are told among them. */
  readonly copies: readonly string[];
  readonly formulations: readonly FormulationRow[];
  readonly marks: readonly MarkRow[];
  readonly parallels: readonly ParallelRow[];
}

export interface TextData {
  readonly facts: Facts;
  /** [id, kind, text] */
  readonly paragraphs: readonly (readonly [string, string, string])[];
}

export const KIND_NAMES = ["同文", "近似", "改写"] as const;
export const EQUAL = 0;
export const REPLACED = 1;
export const INSERTED = 2;
export const DELETED = 3;
export const MOVED = 4;

/** A match as seen from this document. */
export interface Parallel {
  readonly match: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly other: number;
  readonly otherParagraph: string;
  readonly otherStart: number;
  readonly before: string;
  readonly there: string;
  readonly after: string;
  readonly kind: number;
  readonly similarity: number;
  /** 1: this document is earlier; -1: the other one; 0: not known. */
  readonly earlier: number;
  readonly stretches: readonly number[];
}

export function parallelOf(row: ParallelRow): Parallel {
  const [match, paragraph, start, end, other, otherParagraph, otherStart, before, there, after, kind, similarity, earlier, stretches] = row;
  return { match, paragraph, start, end, other, otherParagraph, otherStart, before, there, after, kind, similarity, earlier, stretches };
}
