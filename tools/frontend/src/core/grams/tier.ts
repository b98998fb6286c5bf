/** The tier of letter pairs: finds every place by postings, and loads texts only where that is cheaper. */
import type { Folder } from "../fold.ts";
import type { Entry } from "../library.ts";
import type { Query } from "../query.ts";
import { scanEntry } from "../scan.ts";
import { byRank, type Found, type Hit, type Load, type Tier } from "../tier.ts";
import { Breaks } from "./breaks.ts";
import { fileOf, Postings } from "./postings.ts";
import { BODY, type GramManifest, HEADING, LEADS, NAME, Space, TITLE } from "./space.ts";
import { Texts } from "./texts.ts";
import { type Places, Wording } from "./wording.ts";

const CHECKED = 12; // documents whose texts are read instead of further postings: about as many as are shown
const RESCUED = 60; // documents whose texts are read when postings are missing
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
    const few = this.documentsOf(narrowed);
    if (few && !settled && few.length <= CHECKED) {
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
    const known = every.filter(({ lists, bound }) => lists && bound !== "narrower");
    if (known.length === 0) return null;
    const sets = known.map(({ lists }) => this.holders(lists as Uint32Array[]));
    const [first = new Set<number>(), ...others] = sets;
    return [...first].filter((document) => others.every((set) => set.has(document))).sort((a, b) => a - b);
  }

  private holders(lists: readonly Uint32Array[]): Set<number> {
    const documents = new Set<number>();
    for (const list of lists) for (const position of list) documents.add(this.space.slotAt(position) % this.space.documents);
    return documents;
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
    const { documents } = this.space;
    const counts = wanted.map((places) => this.countsOf(places));
    const barred = unwanted.map((places) => this.countsOf(places));
    const sum = (of: Uint32Array, document: number, ...zones: number[]): number =>
      zones.reduce((all, zone) => all + (of[zone * documents + document] as number), 0);
    const stands = (of: Uint32Array, document: number): boolean => sum(of, document, TITLE, NAME, HEADING, BODY) > 0;
    const all = (document: number, ...zones: number[]): number =>
      counts.reduce((every, of) => every + sum(of, document, ...zones), 0);
    const found: number[] = [];
    for (let document = 0; document < documents; document++) {
      if (counts.every((of) => stands(of, document)) && !barred.some((of) => stands(of, document))) found.push(document);
    }
    const { together, missing } = await this.together(wanted, found);
    const hits = found.map((document): Hit => {
      const leads = all(document, LEADS);
      const heading = all(document, HEADING) + leads;
      const places = { title: all(document, TITLE), heading, body: all(document, BODY) - leads };
      return { document, places, named: all(document, NAME) > 0, together: together.has(document) };
    });
    return { hits: hits.sort(byRank), complete: true, missing };
  }

  /** Number of places by slot. */
  private countsOf({ lists }: Places): Uint32Array {
    const counts = new Uint32Array(this.space.starts.length);
    for (const list of lists ?? []) for (const position of list) counts[this.space.slotAt(position)]!++;
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
    let shared: Map<number, number> | null = null; // paragraph -> document
    for (const places of wanted) {
      const held: Map<number, number> = new Map();
      for (const list of places.lists ?? []) {
        for (const position of list) {
          const slot = this.space.slotAt(position);
          const document = slot % this.space.documents;
          if (!within.has(document) || Math.floor(slot / this.space.documents) === LEADS) continue;
          const paragraph = this.breaks.paragraph(position, slot);
          if (paragraph >= 0 && (!shared || shared.has(paragraph))) held.set(paragraph, document);
        }
      }
      shared = held;
    }
    return { together: new Set(shared?.values()), missing };
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
