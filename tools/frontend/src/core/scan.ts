/** The plain scan: every place where a wording stands, and none where it does not. */
import { type Entry, paragraphAt } from "./library.ts";
import type { Query } from "./query.ts";
import { byRank, type Found, type Hit, type Stands, type Tier } from "./tier.ts";

/** name: a title that the text does not state. */
export type Zone = "title" | "name" | "heading" | "body";

/** One place: letters start..end of the document, all in one paragraph. */
export interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
  /** Which of the wordings stands here. */
  readonly term: number;
}

const ZONE_OF: Readonly<Record<string, Zone>> = { t: "title", n: "name", h: "heading" };

/** Every start of `wording` in `letters`, overlapping ones too. */
export function occurrences(letters: string, wording: string): number[] {
  const starts: number[] = [];
  for (let at = letters.indexOf(wording); at >= 0; at = letters.indexOf(wording, at + 1)) starts.push(at);
  return starts;
}

/** All places of the wordings in a document, by start, then end; places may overlap. */
export function placesIn(entry: Entry, terms: readonly string[]): Place[] {
  const places = terms.flatMap((wording, term) =>
    occurrences(entry.letters, wording).map((start) => {
      const paragraph = paragraphAt(entry, start);
      const end = start + wording.length;
      return { paragraph, start, end, zone: zoneOf(entry, paragraph, start, end), term };
    }),
  );
  return places.sort((a, b) => a.start - b.start || a.end - b.end);
}

function zoneOf(entry: Entry, paragraph: number, from: number, to: number): Zone {
  const zone = ZONE_OF[entry.document.kinds[paragraph] ?? ""];
  if (zone) return zone;
  return entry.leads.some(([start, end]) => from >= start && to <= end) ? "heading" : "body";
}

/** Search one document. */
export function scanEntry(entry: Entry, document: number, query: Query): Hit | null {
  const { letters } = entry;
  if (!query.terms.every((term) => letters.includes(term))) return null;
  if (query.excluded.some((term) => letters.includes(term))) return null;
  const counts = { title: 0, name: 0, heading: 0, body: 0 };
  for (const place of placesIn(entry, query.terms)) counts[place.zone]++;
  const { name, ...places } = counts;
  return { document, places, named: name > 0, together: standTogether(entry, query.terms) };
}

/** Whether one paragraph holds all wordings. */
export function standTogether(entry: Entry, terms: readonly string[]): boolean {
  const [first = new Set<number>(), ...others] = terms.map(
    (term) => new Set(occurrences(entry.letters, term).map((start) => paragraphAt(entry, start))),
  );
  return [...first].some((paragraph) => others.every((paragraphs) => paragraphs.has(paragraph)));
}

/** Searches texts that are all there. */
export class ScanTier implements Tier {
  private readonly entries: readonly Entry[];
  private readonly missing: readonly string[];

  constructor(entries: readonly Entry[], missing: readonly string[] = []) {
    this.entries = entries;
    this.missing = missing;
  }

  get size(): number {
    return this.entries.length;
  }

  async find(query: Query): Promise<Found> {
    const hits = query.state === "ready" ? this.entries.map((entry, at) => scanEntry(entry, at, query)) : [];
    return {
      hits: hits.filter((hit) => hit !== null).sort(byRank),
      complete: this.missing.length === 0,
      missing: this.missing,
    };
  }

  async entry(document: number): Promise<Entry> {
    return this.entries[document] as Entry;
  }

  async probe(letters: string): Promise<Stands> {
    const points = [...letters];
    return (start, end) => {
      const part = points.slice(start, end).join("");
      return this.entries.some((entry) => entry.letters.includes(part));
    };
  }
}
