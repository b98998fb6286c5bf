/** The plain-scan tier: every place where a wording stands, and none where it does not. */
import { type Entry, paragraphAt } from "./library.ts";
import type { Query } from "./query.ts";

/** One place: letters start..end of the document, all in one paragraph. */
export interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface Hit {
  readonly entry: Entry;
  /** By start, then end; places may overlap. */
  readonly places: readonly Place[];
  readonly inTitle: boolean;
  readonly inHeading: boolean;
  /** All wordings in one paragraph. */
  readonly together: boolean;
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Exact number of places in all hits. */
  readonly places: number;
}

const TITLE_KINDS = "tn";
const HEADING_KIND = "h";

/** Every start of `wording` in `letters`, overlapping ones too. */
export function occurrences(letters: string, wording: string): number[] {
  const starts: number[] = [];
  for (let at = letters.indexOf(wording); at >= 0; at = letters.indexOf(wording, at + 1)) starts.push(at);
  return starts;
}

/** Search all entries. */
export function scan(entries: readonly Entry[], query: Query): Found {
  const hits: Hit[] = [];
  let places = 0;
  if (query.state === "ready") {
    for (const entry of entries) {
      const hit = scanEntry(entry, query);
      if (hit) {
        hits.push(hit);
        places += hit.places.length;
      }
    }
  }
  return { hits: hits.sort(byRank), places };
}

function scanEntry(entry: Entry, query: Query): Hit | null {
  const { letters } = entry;
  if (!query.terms.every((term) => letters.includes(term))) return null;
  if (query.excluded.some((term) => letters.includes(term))) return null;
  const places: Place[] = [];
  const perTerm = query.terms.map((term) => {
    const paragraphs = new Set<number>();
    for (const start of occurrences(letters, term)) {
      const paragraph = paragraphAt(entry, start);
      paragraphs.add(paragraph);
      places.push({ paragraph, start, end: start + term.length });
    }
    return paragraphs;
  });
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  const [first = new Set<number>(), ...others] = perTerm;
  const together = [...first].some((paragraph) => others.every((set) => set.has(paragraph)));
  return { entry, places, together, ...standing(entry, places) };
}

function standing(entry: Entry, places: readonly Place[]): { inTitle: boolean; inHeading: boolean } {
  const kindOf = (place: Place): string => entry.document.kinds[place.paragraph] ?? "";
  const inLead = (place: Place): boolean =>
    entry.leads.some(([start, end]) => place.start >= start && place.end <= end);
  return {
    inTitle: places.some((place) => TITLE_KINDS.includes(kindOf(place))),
    inHeading: places.some((place) => kindOf(place) === HEADING_KIND || inLead(place)),
  };
}

/** Title before heading before body; then all wordings together; then the number of places. */
function byRank(a: Hit, b: Hit): number {
  return (
    Number(b.inTitle) - Number(a.inTitle) ||
    Number(b.inHeading) - Number(a.inHeading) ||
    Number(b.together) - Number(a.together) ||
    b.places.length - a.places.length
  );
}
