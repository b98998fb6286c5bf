/** The tier of letter pairs: finds every place by postings, and loads texts only where that is cheaper. */
import type { Folder } from "../fold.ts";
import type { Entry } from "../library.ts";
import type { Query } from "../query.ts";
import { scanEntry } from "../scan.ts";
import { byRank, type Found, type Hit, type Load, ranked, type Tier } from "../tier.ts";
import { Breaks } from "./breaks.ts";
import { fileOf, Postings } from "./postings.ts";
import { BODY, type GramManifest, HEADING, LEADS, NAME, Space, TITLE } from "./space.ts";
import { Texts } from "./texts.ts";
import { intersect, type Places, Wording } from "./wording.ts";

const CHECKED = 12; // documents whose texts are read instead of further postings: about as many as are shown
const RESCUED = 60; // documents whose texts are read when postings are missing
const MOST_TERMS = 255; // that are looked at for a first choice of documents
const NOTHING: Found = { hits: [], complete: true, missing: [] };

export class GramTier implements Tier {
  private readonly space: Space;
  private readonly postings: Postings;
  private readonly breaks: Breaks;
  private readonly texts: Texts;

  constructor(manifest: GramManifest, index: string, folder: Folder, load: Load) {
    this.space = new Space(manifest, index);
    this.postings = new Postings(this.space, load, manifest.grams);
    this.breaks = new Breaks(this.space, load, manifest.grams, manifest.group);
    this.texts = new Texts(this.space, load, folder);
  }

  get size(): number {
    return this.space.documents;
  }

  entry(document: number): Promise<Entry> {
    return this.texts.entry(document);
  }

  async probe(letters: string): Promise<(part: string) => boolean> {
    const points = [...letters];
    const stands = await new Wording(letters, this.postings).prober();
    return (part) => {
      const size = [...part].length;
      const start = points.findIndex((_, at) => points.slice(at, at + size).join("") === part);
      return size < 2 || (start >= 0 && stands(start, start + size));
    };
  }

  async find(query: Query): Promise<Found> {
    if (query.state !== "ready") return NOTHING;
    const wanted = query.terms.map((term) => new Wording(term, this.postings));
    const long = wanted.filter((wording) => !wording.isLetter);
    const narrowed = await Promise.all(long.map((wording) => wording.narrow()));
    const settled = wanted.length === 1 && query.excluded.length === 0 && narrowed[0]?.bound === "exact";
    const few = settled ? null : this.documentsOf(narrowed);
    if (few && few.length <= CHECKED) {
      const read = await this.read(few, query);
      if (read.complete) return read;
    }
    const unwanted = query.excluded.map((term) => new Wording(term, this.postings));
    const [places, barred] = await Promise.all([
      Promise.all(wanted.map((wording) => wording.places())),
      Promise.all(unwanted.map((wording) => wording.places())),
    ]);
    return [...places, ...barred].every((each) => each.bound === "exact")
      ? this.counted(places, barred)
      : this.rescued(places, barred, query);
  }

  /** Documents that may hold all of these, or null if nothing is known. */
  private documentsOf(every: readonly Places[]): number[] | null {
    const known = every.filter(({ lists, bound }) => lists && bound !== "narrower").slice(0, MOST_TERMS);
    if (known.length === 0) return null;
    const holders = new Uint8Array(this.space.documents); // how many of them each document holds
    known.forEach(({ lists }, round) => {
      for (const list of lists ?? []) {
        this.space.walk(list, (slot) => {
          const document = slot % this.space.documents;
          if (holders[document] === round) holders[document] = round + 1;
        });
      }
    });
    return [...holders.keys()].filter((document) => holders[document] === known.length);
  }

  /** Search the texts of some documents. */
  private async read(documents: readonly number[], query: Query): Promise<Found> {
    const missing: string[] = [];
    const one = async (document: number): Promise<Hit | null> => {
      try {
        return scanEntry(await this.entry(document), document, query);
      } catch (error) {
        missing.push(fileOf(error));
        return null;
      }
    };
    const hits = (await Promise.all(documents.map(one))).filter((hit) => hit !== null).sort(byRank);
    return { hits, complete: missing.length === 0, missing };
  }

  /** Count by postings alone. */
  private async counted(wanted: readonly Places[], unwanted: readonly Places[]): Promise<Found> {
    const each = wanted.map((places) => this.countsOf(places));
    const barred = unwanted.map((places) => this.countsOf(places));
    const found: number[] = [];
    for (let document = 0; document < this.space.documents; document++) {
      if (each.every((counts) => this.stands(counts, document)) && !barred.some((counts) => this.stands(counts, document))) {
        found.push(document);
      }
    }
    const { together, missing } = await this.together(wanted, found);
    const all = each.length === 1 ? (each[0] as Uint32Array) : added(each);
    const hits = found.map((document): Hit => this.hit(all, document, together.has(document)));
    return { hits: ranked(hits), complete: true, missing };
  }

  private stands(counts: Uint32Array, document: number): boolean {
    const of = (zone: number): number => counts[zone * this.space.documents + document] as number;
    return of(BODY) > 0 || of(HEADING) > 0 || of(TITLE) > 0 || of(NAME) > 0; // run-in headings are in the body too
  }

  private hit(counts: Uint32Array, document: number, together: boolean): Hit {
    const of = (zone: number): number => counts[zone * this.space.documents + document] as number;
    const places = { title: of(TITLE), heading: of(HEADING) + of(LEADS), body: of(BODY) - of(LEADS) };
    return { document, places, named: of(NAME) > 0, together };
  }

  /** Number of places by slot. */
  private countsOf({ lists }: Places): Uint32Array {
    const counts = new Uint32Array(this.space.starts.length);
    for (const list of lists ?? []) this.space.walk(list, (slot, places) => (counts[slot]! += places));
    return counts;
  }

  /** Those of the documents in which one paragraph holds every wording. */
  private async together(
    wanted: readonly Places[],
    documents: readonly number[],
  ): Promise<{ together: ReadonlySet<number>; missing: string[] }> {
    const within = new Set(documents);
    if (wanted.length < 2) return { together: within, missing: [] };
    const missing = await this.breaks.prepare(documents);
    let shared: Uint32Array | null = null;
    for (const { lists } of wanted) {
      const held = this.breaks.paragraphs(lists ?? []);
      shared = shared ? intersect([[0, shared], [0, held]]) : held;
    }
    const holders = new Set<number>();
    for (const end of shared ?? []) {
      const document = this.space.slotAt(end) % this.space.documents;
      if (within.has(document)) holders.add(document);
    }
    return { together: holders, missing };
  }

  /** Some postings are missing: read texts where the others allow it, and say so where there may be more. */
  private async rescued(wanted: readonly Places[], unwanted: readonly Places[], query: Query): Promise<Found> {
    const files = [...wanted, ...unwanted].flatMap((places) => places.missing);
    const candidates = this.documentsOf(wanted);
    if (!candidates && !unwanted.length) return { ...(await this.counted(wanted, [])), complete: false, missing: files };
    const read = candidates ? await this.read(candidates.slice(0, RESCUED), query) : NOTHING;
    const complete = read.complete && candidates !== null && candidates.length <= RESCUED;
    return { hits: read.hits, complete, missing: [...new Set([...files, ...read.missing])].sort() };
  }
}

/** Sums, slot by slot. */
function added(each: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0), ...others] = each;
  const sums = first.slice();
  for (const counts of others) for (let at = 0; at < sums.length; at++) sums[at]! += counts[at] as number;
  return sums;
}
