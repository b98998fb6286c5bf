/** The tier of letter pairs: finds every place by postings, and loads texts only where that is cheaper. */
import type { Folder } from "../fold.ts";
import type { Entry } from "../library.ts";
import type { Query } from "../query.ts";
import { scanEntry } from "../scan.ts";
import { byRank, type Found, type Hit, type Load, ranked, type Stands, type Tier, type Verdict } from "../tier.ts";
import { Breaks } from "./breaks.ts";
import { fileOf, Postings } from "./postings.ts";
import { BODY, type GramManifest, HEADING, LEADS, NAME, Space, TITLE } from "./space.ts";
import { Texts } from "./texts.ts";
import { type Places, Wording } from "./wording.ts";

const CHECKED = 40; // documents at most whose texts are read instead of further postings
const TEXT = 20; // KB of postings that take as long as a text
const ENDS = 100; // the same for a file of paragraph ends
const RESCUED = 60; // documents whose texts are read when postings are missing
const MOST_TERMS = 255; // that are looked at for a first choice of documents
const NO_VERDICT: Verdict = { together: new Set(), missing: [] };
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

  async probe(letters: string): Promise<Stands> {
    return new Wording(letters, this.postings).prober(async (part, position) => {
      const entry = await this.entry(this.space.slotAt(position) % this.space.documents).catch(() => null);
      return entry?.letters.includes(part) ?? false;
    });
  }

  async find(query: Query): Promise<Found> {
    if (query.state !== "ready") return NOTHING;
    const wanted = query.terms.map((term) => new Wording(term, this.postings));
    const unwanted = query.excluded.map((term) => new Wording(term, this.postings));
    if (wanted.length > 1) void this.breaks.longest(); // side by side with the postings
    const long = wanted.filter((wording) => !wording.isLetter);
    const narrowed = await Promise.all(long.map((wording) => wording.narrow()));
    if (narrowed.some((places) => places.bound === "exact" && isNone(places))) return NOTHING;
    const settled = wanted.length === 1 && query.excluded.length === 0 && narrowed[0]?.bound === "exact";
    const few = settled ? null : this.documentsOf(narrowed);
    if (few && few.length <= CHECKED && few.length * TEXT <= rest([...wanted, ...unwanted])) {
      const read = await this.read(few, query);
      if (read.complete) return read;
    }
    const [places, barred] = await Promise.all([
      Promise.all(wanted.map((wording) => wording.places())),
      Promise.all(unwanted.map((wording) => wording.places())),
    ]);
    return [...places, ...barred].every((each) => each.bound === "exact")
      ? this.counted(places, barred, wanted, query)
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
    query: Query,
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
    const several = wanted.length > 1;
    const near = several && within.includes(1) ? await this.near(wanted, within) : null;
    const hits: Hit[] = [];
    for (let document = 0; document < documents; document++) {
      if (!within[document]) continue;
      const apart = near && !near[document];
      hits.push(this.hit(sums, document, several ? (apart ? false : null) : true));
    }
    const judge = (some: readonly number[]): Promise<Verdict> => this.judged(some, wanted, wordings, query);
    return { hits: ranked(hits), complete: true, missing: [], ...(several && { judge }) };
  }

  private hit(counts: Uint32Array, document: number, together: boolean | null): Hit {
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

  /** Marks those of the documents in which one paragraph may hold every wording; null if all may, for all that is known. */
  private async near(wanted: readonly Places[], within: Uint8Array): Promise<Uint8Array | null> {
    if (wanted.some(({ lists }) => !lists)) return null;
    const longest = await this.breaks.longest();
    return longest && this.breaks.near(wanted.map(({ lists }) => lists ?? []), within, longest);
  }

  /** In which of some documents one paragraph holds every wording: by their texts, or by postings and ends of paragraphs. */
  private async judged(
    documents: readonly number[],
    wanted: readonly Places[],
    wordings: readonly Wording[],
    query: Query,
  ): Promise<Verdict> {
    const unread = documents.filter((document) => !this.texts.has(document)).length;
    const positions = wanted.reduce((sum, places, at) => sum + (wordings[at] as Wording).restOfPositions(places), 0);
    if (unread * TEXT > positions + this.breaks.absent(documents).length * ENDS) {
      return this.together(documents, wanted, wordings);
    }
    const { hits, missing } = await this.read(documents, query);
    const unreadable = missing.length ? documents.filter((document) => !hits.some((hit) => hit.document === document)) : [];
    const others = unreadable.length ? await this.together(unreadable, wanted, wordings) : NO_VERDICT;
    const together = hits.filter((hit) => hit.together).map((hit) => hit.document);
    return { together: new Set([...together, ...others.together]), missing: others.missing };
  }

  /** The same by postings and ends of paragraphs. */
  private async together(
    documents: readonly number[],
    wanted: readonly Places[],
    wordings: readonly Wording[],
  ): Promise<Verdict> {
    const within = new Uint8Array(this.space.documents);
    for (const document of documents) within[document] = 1;
    const [missing, ...placed] = await Promise.all([
      this.breaks.prepare(documents),
      ...wanted.map((places, at) => (wordings[at] as Wording).positions(places)),
    ]);
    const lists = placed.map((places) => places.lists ?? []);
    const together = new Set(marked(this.breaks.together(lists, within)));
    return { together, missing: [...missing, ...placed.flatMap((each) => each.missing)] };
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
    if (!candidates && !unwanted.length) return { ...(await this.counted(wanted, [], wordings, query)), complete: false, missing: files };
    const read = candidates ? await this.read(candidates.slice(0, RESCUED), query) : NOTHING;
    const complete = read.complete && candidates !== null && candidates.length <= RESCUED;
    return { hits: read.hits, complete, missing: [...new Set([...files, ...read.missing])].sort() };
  }
}

function isNone({ lists, counts }: Places): boolean {
  return counts ? counts.slots.length === 0 : (lists ?? []).every((list) => list.length === 0);
}

/** What counting by postings would take further, in KB. */
function rest(wordings: readonly Wording[]): number {
  return wordings.reduce((sum, wording) => sum + wording.rest(), 0);
}

/** Numbers of what is marked, ascending. */
function marked(marks: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < marks.length; number++) if (marks[number]) numbers.push(number);
  return numbers;
}
