/** A place with its surroundings, cut from the paragraph as it is displayed. */
import type { Folder } from "./fold.ts";
import type { Entry } from "./library.ts";
import type { Place } from "./scan.ts";

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Excerpt {
  readonly paragraph: number;
  /** Which of the paragraph's places is the first one shown here; counts from 0. */
  readonly ordinal: number;
  /** How many places this excerpt shows. */
  readonly places: number;
  readonly pieces: readonly Piece[];
}

interface Run {
  start: number;
  end: number;
}

const BEFORE = 22; // characters of context; two lines of the result list in all
const AFTER = 46;
const LOW_SURROGATE = /[\uDC00-\uDFFF]/;
const ELLIPSIS = "…";

interface Group {
  readonly ordinal: number;
  count: number;
}

/** An excerpt with the wordings that it shows. */
interface Candidate {
  readonly excerpt: Excerpt;
  readonly terms: ReadonlySet<number>;
}

/** Excerpts of at most `limit` clusters of places, in text order; all wordings are shown before one is again. */
export function excerpts(entry: Entry, places: readonly Place[], folder: Folder, limit: number): Excerpt[] {
  const terms = new Set(places.map((place) => place.term));
  const candidates: Candidate[] = [];
  for (let from = 0; from < places.length && (terms.size > 1 || candidates.length < limit); ) {
    const paragraph = (places[from] as Place).paragraph;
    let to = from;
    while (to < places.length && (places[to] as Place).paragraph === paragraph) to++;
    candidates.push(...excerptsOf(entry, places.slice(from, to), folder));
    from = to;
  }
  return chosen(candidates, terms, limit).map(({ excerpt }) => excerpt);
}

function chosen(candidates: readonly Candidate[], terms: ReadonlySet<number>, limit: number): readonly Candidate[] {
  if (candidates.length <= limit) return candidates;
  const unseen = new Set(terms);
  const picked = new Set<Candidate>();
  while (unseen.size && picked.size < limit) {
    const gain = ({ terms: shown }: Candidate): number => [...shown].filter((term) => unseen.has(term)).length;
    const best = candidates.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    picked.add(best);
    for (const term of best.terms) unseen.delete(term);
  }
  for (const candidate of candidates) if (picked.size < limit) picked.add(candidate);
  return candidates.filter((candidate) => picked.has(candidate));
}

function excerptsOf(entry: Entry, places: readonly Place[], folder: Folder): Candidate[] {
  const paragraph = (places[0] as Place).paragraph;
  const text = entry.document.texts[paragraph] as string;
  const { offsets } = folder.fold(text);
  const base = entry.starts[paragraph] as number;
  const runs = places.map(({ start, end }) => ({
    start: offsets[start - base] as number,
    end: behind(text, offsets[end - 1 - base] as number),
  }));
  return groupsOf(runs).map(({ ordinal, count }) => ({
    excerpt: { paragraph, ordinal, places: count, pieces: cut(text, runs, ordinal, count) },
    terms: new Set(places.slice(ordinal, ordinal + count).map((place) => place.term)),
  }));
}

/** Runs that one excerpt shows together: all that stand in the context behind the first. */
function groupsOf(runs: readonly Run[]): Group[] {
  const groups: Group[] = [];
  let reach = 0;
  runs.forEach((run, ordinal) => {
    const last = groups[groups.length - 1];
    if (last && run.end <= reach) last.count++;
    else {
      groups.push({ ordinal, count: 1 });
      reach = Math.max(run.end, run.start + AFTER);
    }
  });
  return groups;
}

/** Index just behind the character at `at`. */
function behind(text: string, at: number): number {
  return at + (LOW_SURROGATE.test(text[at + 1] ?? "") ? 2 : 1);
}

/** The text around a group of runs, never cut inside a character; every run in sight is marked. */
function cut(text: string, runs: readonly Run[], ordinal: number, count: number): Piece[] {
  const first = runs[ordinal] as Run;
  const last = Math.max(...runs.slice(ordinal, ordinal + count).map((run) => run.end));
  let from = Math.max(0, first.start - BEFORE);
  let to = Math.min(text.length, Math.max(last, first.start + AFTER));
  if (LOW_SURROGATE.test(text[from] ?? "")) from--;
  if (LOW_SURROGATE.test(text[to] ?? "")) to++;
  const pieces: Piece[] = [];
  const put = (start: number, end: number, hit: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), hit });
  };
  let at = from;
  for (const run of runs) {
    put(at, Math.min(run.start, to), false);
    put(Math.max(at, run.start), Math.min(run.end, to), true);
    at = Math.max(at, Math.min(run.end, to));
  }
  put(at, to, false);
  if (from > 0) pieces.unshift({ text: ELLIPSIS, hit: false });
  if (to < text.length) pieces.push({ text: ELLIPSIS, hit: false });
  return pieces;
}
