/** What every way of searching (tier) offers. The scan is the truth that the others are held to. */
import type { Entry } from "./library.ts";
import type { Query } from "./query.ts";

/** How many places stand in which part of a document. */
export interface Counts {
  readonly title: number;
  /** Headings of their own, and lead sentences that serve as such. */
  readonly heading: number;
  readonly body: number;
}

/** A document in which everything stands that is asked for. */
export interface Hit {
  /** Number of the document, in the order of the collection. */
  readonly document: number;
  readonly places: Counts;
  /** A wording stands in a title that the text does not state; this is no place in the text. */
  readonly named: boolean;
  /** All wordings stand in one paragraph; null: not looked at yet. */
  readonly together: boolean | null;
}

/** In which of some documents one paragraph holds all wordings, and which files could not be loaded to say so. */
export interface Verdict {
  readonly together: ReadonlySet<number>;
  readonly missing: readonly string[];
}

export interface Found {
  /** Best first, those not looked at as if all stood together there; a `Ranking` looks as far as is needed. */
  readonly hits: readonly Hit[];
  /** Looks at documents whose `together` is null; needed if there are any. */
  readonly judge?: (documents: readonly number[]) => Promise<Verdict>;
  /** False when data is missing: the hits are right, but there may be more. */
  readonly complete: boolean;
  /** Files that could not be loaded. */
  readonly missing: readonly string[];
}

/** Whether letters from `start` to `end` of a wording stand somewhere. */
export type Stands = (start: number, end: number) => boolean | Promise<boolean>;

export interface Tier {
  /** Number of documents and pages. */
  readonly size: number;
  find(query: Query): Promise<Found>;
  /** A document with its text. Rejects with MissingData. */
  entry(document: number): Promise<Entry>;
  /** Prepare to say, for any part of a wording, whether it stands somewhere. */
  probe(letters: string): Promise<Stands>;
}

/** A data file that is missing or damaged; `file` is its site-relative path. */
export class MissingData extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`missing: ${file}`);
    this.file = file;
  }
}

/** Loads one data file by its name in the folder of the search; rejects with MissingData. */
export type Load = <T>(name: string) => Promise<T>;

export function total({ title, heading, body }: Counts): number {
  return title + heading + body;
}

/** Title before heading before body; then all wordings together; then the number of places; then the order. */
export function byRank(a: Hit, b: Hit): number {
  return (
    Number(b.places.title > 0 || b.named) - Number(a.places.title > 0 || a.named) ||
    Number(b.places.heading > 0) - Number(a.places.heading > 0) ||
    Number(b.together ?? true) - Number(a.together ?? true) ||
    total(b.places) - total(a.places) ||
    a.document - b.document
  );
}

const PLACES_BITS = 2 ** 24;
const DOCUMENT_BITS = 2 ** 22;

/** Hits in the order of `byRank`, sorted as numbers: thousands of them in a moment. */
export function ranked(hits: readonly Hit[]): Hit[] {
  if (hits.some((hit) => total(hit.places) >= PLACES_BITS || hit.document >= DOCUMENT_BITS)) return [...hits].sort(byRank);
  const keys = new Float64Array(hits.length);
  const byDocument: Hit[] = [];
  hits.forEach((hit, at) => {
    const { places } = hit;
    const flags = (places.title > 0 || hit.named ? 0 : 4) + (places.heading > 0 ? 0 : 2) + (hit.together ?? true ? 0 : 1);
    keys[at] = (flags * PLACES_BITS + (PLACES_BITS - 1 - total(places))) * DOCUMENT_BITS + hit.document;
    byDocument[hit.document] = hit;
  });
  const sorted: Hit[] = [];
  for (const key of keys.sort()) sorted.push(byDocument[key % DOCUMENT_BITS] as Hit);
  return sorted;
}
