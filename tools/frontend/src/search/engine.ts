/** Puts data and core together: loads once, then answers queries at once. */
import type { Folder } from "../core/fold.ts";
import { enter, type Entry } from "../core/library.ts";
import { parseQuery, type Query } from "../core/query.ts";
import { type Found, scan } from "../core/scan.ts";
import { type Candidate, completions, findableParts, nearest } from "../core/suggest.ts";
import { loadFolder, loadGuide, loadTexts } from "./data.ts";

/** What can be said about a query. */
export interface Answer {
  readonly query: Query;
  readonly found: Found;
  readonly formulations: readonly Candidate[];
  readonly titles: readonly Candidate[];
  /** Only when nothing was found: what comes near, and what parts of the wording do stand somewhere. */
  readonly near: readonly Candidate[];
  readonly parts: readonly string[];
}

const FORMULATIONS_SHOWN = 4;
const TITLES_SHOWN = 3;
const NEAR_SHOWN = 5;
const PARTS_SHOWN = 3;
const LONGEST_PROBED = 60; // letters of a wording that was not found whose parts are looked for

/** The search engine of one page view. */
export class Engine {
  readonly folder: Folder;
  /** Data files that could not be loaded. */
  readonly missing: readonly string[];
  private readonly entries: readonly Entry[];
  private readonly formulations: readonly Candidate[];
  private readonly titles: readonly Candidate[];

  private constructor(
    folder: Folder,
    entries: readonly Entry[],
    formulations: readonly Candidate[],
    missing: readonly string[],
  ) {
    this.folder = folder;
    this.entries = entries;
    this.formulations = formulations;
    this.missing = missing;
    this.titles = entries.map(({ document }) => ({
      text: document.title,
      letters: folder.letters(document.title),
      documents: 1,
      url: document.url,
    }));
  }

  /** Load everything. Throws MissingData when nothing can be searched. */
  static async load(progress: (done: number, all: number) => void): Promise<Engine> {
    const [folder, texts, guide] = await Promise.all([
      loadFolder(),
      loadTexts(progress),
      loadGuide().catch(() => ({ formulations: [] })), // suggestions are a convenience
    ]);
    const entries = texts.documents.map((document) => enter(document, folder));
    const formulations = guide.formulations.map(([id, text, documents]) => ({
      text,
      letters: folder.letters(text),
      documents,
      url: `formulations/${id}.html`,
    }));
    return new Engine(folder, entries, formulations, texts.missing);
  }

  /** Answer what the reader typed. */
  answer(typed: string): Answer {
    const query = parseQuery(typed, this.folder);
    const found = scan(this.entries, query);
    const wording = query.terms.join("");
    const nothing = query.state === "ready" && found.hits.length === 0;
    return {
      query,
      found,
      formulations: completions(this.formulations, wording, FORMULATIONS_SHOWN),
      titles: completions(this.titles, wording, TITLES_SHOWN),
      near: nothing ? nearest(this.formulations, wording, NEAR_SHOWN) : [],
      parts: nothing ? this.partsOf(query) : [],
    };
  }

  private partsOf(query: Query): string[] {
    const stands = (letters: string): boolean => this.entries.some((entry) => entry.letters.includes(letters));
    return query.terms.flatMap((term) => findableParts(term.slice(0, LONGEST_PROBED), stands, PARTS_SHOWN));
  }
}
