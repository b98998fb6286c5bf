/** Puts data and core together: loads once, then answers queries. */
import type { Folder } from "../core/fold.ts";
import { parseQuery, type Query } from "../core/query.ts";
import { Ranking } from "../core/ranking.ts";
import { type Candidate, completions, findableParts, nearest, type Person } from "../core/suggest.ts";
import type { Found, Tier } from "../core/tier.ts";
import { loadFolder, loadGuide, loadTier } from "./data.ts";

/** What is found, before anything is suggested. */
export interface Answer {
  readonly query: Query;
  readonly found: Found;
}

/** What the reader may mean. */
export interface Suggestions {
  readonly formulations: readonly Candidate[];
  readonly titles: readonly Candidate[];
  readonly speakers: readonly Person[];
  /** Only when nothing was found: what comes near, and what parts of the wording do stand somewhere. */
  readonly near: readonly Candidate[];
  readonly parts: readonly string[];
  /** What would be found if nothing were excluded; `null` if that is not the reason. */
  readonly unexcluded: Found | null;
  readonly nothing: boolean;
}

const FORMULATIONS_SHOWN = 4;
const SPEAKERS_SHOWN = 2;
const TITLES_SHOWN = 3;
const NEAR_SHOWN = 5;
const PARTS_SHOWN = 3;
const LONGEST_PROBED = 40; // letters of a wording that was not found whose parts are looked for

interface Known {
  readonly formulations: readonly Candidate[];
  readonly speakers: readonly Person[];
}

/** The search engine of one page view. */
export class Engine {
  readonly folder: Folder;
  readonly tier: Tier;
  private known: Promise<Known> | null = null;

  constructor(folder: Folder, tier: Tier) {
    this.folder = folder;
    this.tier = tier;
  }

  /** Load what every query needs. Throws MissingData when nothing can be searched. */
  static async load(progress: (done: number, all: number) => void): Promise<Engine> {
    const [folder, tier] = await Promise.all([loadFolder(), loadTier(progress)]);
    return new Engine(folder, tier);
  }

  /** Answer what the reader typed. */
  async answer(typed: string): Promise<Answer> {
    const query = parseQuery(typed, this.folder);
    return { query, found: await this.tier.find(query) };
  }

  /** What to suggest beside an answer. */
  async suggest({ query, found }: Answer): Promise<Suggestions> {
    const { formulations, speakers } = await (this.known ??= this.load());
    const wording = query.terms.join("");
    const nothing = query.state === "ready" && found.complete && found.hits.length === 0;
    const wanted = ({ letters }: { letters: string }): boolean =>
      !query.excluded.some((term) => letters.includes(term));
    const unexcluded = nothing && query.excluded.length ? await this.tier.find({ ...query, excluded: [] }) : null;
    const completed = completions(formulations.filter(wanted), wording, FORMULATIONS_SHOWN);
    const other = (candidate: Candidate): boolean => wanted(candidate) && !completed.includes(candidate);
    return {
      formulations: completed,
      speakers: completions(speakers.filter(wanted), wording, SPEAKERS_SHOWN),
      titles: await this.titles(found),
      near: nothing && !unexcluded?.hits.length ? nearest(formulations.filter(other), wording, NEAR_SHOWN) : [],
      // Of what is found but for an exclusion, every part is found.
      parts: nothing && !unexcluded?.hits.length ? await this.parts(query) : [],
      unexcluded: unexcluded?.hits.length ? unexcluded : null,
      nothing,
    };
  }

  /** Titles that hold what is asked for: the hits that rank first. */
  private async titles(found: Found): Promise<Candidate[]> {
    const hits = found.hits.filter(({ places, named }) => places.title || named);
    const titled = await new Ranking({ ...found, hits }).take(TITLES_SHOWN);
    const one = async (document: number): Promise<Candidate[]> => {
      const entry = await this.tier.entry(document).catch(() => null);
      const record = entry?.document;
      return record ? [{ text: record.title, letters: "", documents: 1, url: record.url }] : [];
    };
    return (await Promise.all(titled.map(({ document }) => one(document)))).flat();
  }

  /** Longest parts of the wordings that stand somewhere; none longer than what is probed. */
  private async parts(query: Query): Promise<string[]> {
    const one = async (term: string): Promise<string[]> => {
      const probed = [...term].slice(0, LONGEST_PROBED).join("");
      return findableParts([...probed], await this.tier.probe(probed), PARTS_SHOWN);
    };
    return (await Promise.all(query.terms.map(one))).flat();
  }

  private async load(): Promise<Known> {
    const guide = await loadGuide().catch(() => ({ formulations: [], speakers: [] })); // a convenience
    return {
      formulations: guide.formulations.map(([id, text, documents]) => ({
        text,
        letters: this.folder.letters(text),
        documents,
        url: `formulations/${id}.html`,
      })),
      speakers: guide.speakers.map(([text, documents]) => ({ text, letters: this.folder.letters(text), documents })),
    };
  }
}
