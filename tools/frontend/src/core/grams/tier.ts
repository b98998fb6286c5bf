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
import { type Places, Wording } from "./wording.ts";

const CHECKED = 40; // documents at most whose texts are read instead of further postings
const TEXT = 20; // KB of postings that take as long as a text
const ENDS = 40; // the same for a file of paragraph ends
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
    const unwanted = query.excluded.map((term) => new Wording(term, this.postings));
    const long = wanted.filter((wording) => !wording.isLetter);
    const narrowed = await Promise.all(long.map((wording) => wording.narrow()));
    const settled = wanted.length === 1 && query.excluded.length === 0 && narrowed[0]?.bound === "exact";
    const few = settled ? null : this.documentsOf(narrowed);
    if (few && few.length <= CHECKED && few.length * TEXT <= this.rest(few, wanted, unwanted)) {
      const read = await this.read(few, query);
      if (read.complete) return read;
    }
    const [places, barred] = await Promise.all([
      Promise.all(wanted.map((wording) => wording.places())),
      Promise.all(unwanted.map((wording) => wording.places())),
    ]);
    return [...places, ...barred].every((each) => each.bound === "exact")
      ? this.counted(places, barred, wanted)
      : this.rescued(places, barred, query, wanted);
  }

  /** Documents that may hold all of these, or null if nothing is known. */
  private documentsOf(every: readonly Places[]): number[] | null {
    const known = every.filter(({ lists, counts, bound }) => (lists ?? counts) && bound !== "narrower").slice(0, MOST_TERMS);
    if (known.length === 0) return null;
    const holders = new Uint8Array(this.space.documents); // how many of them each document holds
    known.forEach((places, round) => {
      const visit = (slot: number): void => {
        const document = slot % this.space.documents;
        if (holders[document] === round) holders[document] = round + 1;
      };
      this.walk(places, visit);
    });
    return marked(holders.map((number) => Number(number === known.length)));
  }

  /** What counting by postings would take further, in KB. */
  private rest(documents: readonly number[], wanted: readonly Wording[], unwanted: readonly Wording[]): number {
    const postings = [...wanted, ...unwanted].reduce((sum, wording) => sum + wording.rest(), 0);
    return postings + (wanted.length > 1 ? this.breaks.absent(documents).length * ENDS : 0);
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
  private async counted(
    wanted: readonly Places[],
    unwanted: readonly Places[],
    wordings: readonly Wording[],
  ): Promise<Found> {
    const { documents } = this.space;
    const within = new Uint8Array(documents).fill(1);
    const sums = new Uint32Array(this.space.starts.length); // places by slot
    for (const each of wanted) {
      const holds = this.count(each, sums);
      for (let document = 0; document < documents; document++) within[document]! &= holds[document] as number;
    }
    for (const each of unwanted) {
      const holds = this.count(each, null);
      for (let document = 0; document < documents; document++) within[document]! &= 1 - (holds[document] as number);
    }
    const { together, missing } = await this.together(wanted, wordings, within);
    const hits: Hit[] = [];
    for (let document = 0; document < documents; document++) {
      if (within[document]) hits.push(this.hit(sums, document, together[document] === 1));
    }
    return { hits: ranked(hits), complete: true, missing };
  }

  private hit(counts: Uint32Array, document: number, together: boolean): Hit {
    const of = (zone: number): number => counts[zone * this.space.documents + document] as number;
    const places = { title: of(TITLE), heading: of(HEADING) + of(LEADS), body: of(BODY) - of(LEADS) };
    return { document, places, named: of(NAME) > 0, together };
  }

  /** Add the number of places by slot to `sums`, and mark the documents that hold any. */
  private count(places: Places, sums: Uint32Array | null): Uint8Array {
    const { documents } = this.space;
    const holds = new Uint8Array(documents);
    this.walk(places, (slot, number) => {
      holds[slot % documents] = 1;
      if (sums) sums[slot]! += number;
    });
    return holds;
  }

  /** Visit every slot in which some of the places lie, and tell how many. */
  private walk({ lists, counts }: Places, visit: (slot: number, places: number) => void): void {
    for (const list of lists ?? []) this.space.walk(list, visit);
    counts?.slots.forEach((slot, at) => visit(slot, counts.counts[at] as number));
  }

  /** Marks those of the documents in which one paragraph holds every wording. */
  private async together(
    wanted: readonly Places[],
    wordings: readonly Wording[],
    within: Uint8Array,
  ): Promise<{ together: Uint8Array; missing: string[] }> {
    if (wanted.length < 2) return { together: within, missing: [] };
    const [missing, ...placed] = await Promise.all([
      this.breaks.prepare(marked(within)),
      ...wanted.map((places, at) => (wordings[at] as Wording).positions(places)),
    ]);
    const lists = placed.map((places) => places.lists ?? []);
    return { together: this.breaks.together(lists, within), missing: [...missing, ...placed.flatMap((each) => each.missing)] };
  }

  /** Some postings are missing: read texts where the others allow it, and say so where there may be more. */
  private async rescued(
    wanted: readonly Places[],
    unwanted: readonly Places[],
    query: Query,
    wordings: readonly Wording[],
  ): Promise<Found> {
    const files = [...wanted, ...unwanted].flatMap((places) => places.missing);
    const candidates = this.documentsOf(wanted);
    if (!candidates && !unwanted.length) return { ...(await this.counted(wanted, [], wordings)), complete: false, missing: files };
    const read = candidates ? await this.read(candidates.slice(0, RESCUED), query) : NOTHING;
    const complete = read.complete && candidates !== null && candidates.length <= RESCUED;
    return { hits: read.hits, complete, missing: [...new Set([...files, ...read.missing])].sort() };
  }
}

/** Numbers of what is marked, ascending. */
function marked(marks: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < marks.length; number++) if (marks[number]) numbers.push(number);
  return numbers;
}
