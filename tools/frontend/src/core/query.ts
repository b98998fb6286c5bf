/** What the reader typed, understood: blanks mean AND, a leading - excludes, the rest is exact wording. */
import type { Folder } from "./fold.ts";

export interface Query {
  /** Folded wordings that must all stand in a document; none twice. */
  readonly terms: readonly string[];
  /** Folded wordings that must not. */
  readonly excluded: readonly string[];
  /** empty: nothing typed; unsearchable: no letters at all; exclusive: only exclusions. */
  readonly state: "empty" | "unsearchable" | "exclusive" | "ready";
}

const BLANKS = /\s+/u;
const EXCLUDING = /^[-－−﹣]/u; // the hyphens that input methods give

/** Understand a query; never fails. */
export function parseQuery(typed: string, folder: Folder): Query {
  const terms = new Set<string>();
  const excluded = new Set<string>();
  for (const word of typed.split(BLANKS)) {
    const letters = folder.letters(word);
    if (letters) (EXCLUDING.test(word) ? excluded : terms).add(letters);
  }
  const state = terms.size ? "ready" : excluded.size ? "exclusive" : typed.trim() ? "unsearchable" : "empty";
  return { terms: [...terms], excluded: [...excluded], state };
}
