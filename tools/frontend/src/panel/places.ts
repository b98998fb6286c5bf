/** Which sentences of a document stand elsewhere too, and with whom. Pure. */
import { levelRank } from "../core/facts.ts";
import { type DocumentData, type MarkRow, type Other, type Parallel, parallelOf } from "../data/records.ts";

/** A stretch of one paragraph. */
export interface Stretch {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface Group {
  readonly level: string;
  readonly parallels: readonly Parallel[];
}

// The same as END in tools/hujian/write/sentences.py.
const END = /[。！？；!?;]+[”’」』）)]*/gu;
const MOSTLY = 0.8; // of a match, covered by 套话: then the match is 套话 itself

/** The sentence of a paragraph's text around an offset. */
export function sentenceAt(text: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const found of text.matchAll(END)) {
    const end = (found.index ?? 0) + found[0].length;
    if (at < end) return { start, end };
    start = end;
  }
  return start < text.length ? { start, end: text.length } : { start: 0, end: text.length };
}

/** All sentences of a text. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at = (found[found.length - 1] as { end: number }).end) found.push(sentenceAt(text, at));
  return found;
}

/** Everything that a document shares, ready to be asked for a stretch. */
export class Places {
  readonly data: DocumentData;
  readonly parallels: readonly Parallel[];
  private readonly byParagraph = new Map<number, Parallel[]>();
  private readonly marksBy = new Map<number, MarkRow[]>();

  constructor(data: DocumentData) {
    this.data = data;
    this.parallels = data.parallels.map(parallelOf);
    for (const each of this.parallels) put(this.byParagraph, each.paragraph, each);
    for (const mark of data.marks) put(this.marksBy, mark[0], mark);
  }

  /** Parallels of a stretch; `distinct` leaves 套话 out. */
  parallelsIn({ paragraph, start, end }: Stretch, distinct = false): Parallel[] {
    const found = this.byParagraph.get(paragraph) ?? [];
    return found.filter((each) => each.start < end && each.end > start && !(distinct && this.isGeneric(each)));
  }

  /** Formulations that touch a stretch, each once, the longest first. */
  formulationsIn({ paragraph, start, end }: Stretch, distinct = false): number[] {
    const touching = (this.marksBy.get(paragraph) ?? []).filter((mark) => mark[1] < end && mark[2] > start);
    touching.sort((a, b) => b[2] - b[1] - (a[2] - a[1]));
    return [...new Set(touching.map((mark) => mark[3]))].filter((at) => !(distinct && this.isCommon(at)));
  }

  other(parallel: Parallel): Other {
    return this.data.documents[parallel.other] as Other;
  }

  /** Whether a match consists of 套话. */
  isGeneric(parallel: Parallel): boolean {
    let covered = 0;
    let reach = parallel.start;
    for (const [, start, end, at] of this.marksBy.get(parallel.paragraph) ?? []) {
      if (!this.isCommon(at) || end <= reach || start >= parallel.end) continue;
      covered += Math.min(end, parallel.end) - Math.max(start, reach);
      reach = Math.max(reach, Math.min(end, parallel.end));
    }
    return covered >= MOSTLY * (parallel.end - parallel.start);
  }

  private isCommon(at: number): boolean {
    return /[st]/u.test(this.data.formulations[at]?.[3] ?? "");
  }
}

/** By level from the highest down, then by date, undated last; of one paragraph there only the longest. */
export function grouped(places: Places, parallels: readonly Parallel[]): Group[] {
  const best = new Map<string, Parallel>();
  for (const each of parallels) {
    const key = `${each.other}#${each.otherParagraph}`;
    const known = best.get(key);
    if (!known || each.there.length > known.there.length) best.set(key, each);
  }
  const order = (each: Parallel): [number, string] => {
    const other = places.other(each);
    return [levelRank(other[3]), other[2] || "9999"];
  };
  const sorted = [...best.values()].sort((a, b) => {
    const [rank, date] = order(a);
    const [otherRank, otherDate] = order(b);
    return rank - otherRank || (date < otherDate ? -1 : date > otherDate ? 1 : a.other - b.other);
  });
  const groups = new Map<string, Parallel[]>();
  for (const each of sorted) put(groups, places.other(each)[3], each);
  return [...groups].map(([level, found]) => ({ level, parallels: found }));
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
