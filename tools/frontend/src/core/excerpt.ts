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

/** Excerpts of the first `limit` clusters of places, and how many places they show. */
export function excerpts(entry: Entry, places: readonly Place[], folder: Folder, limit: number): Excerpt[] {
  const result: Excerpt[] = [];
  for (let from = 0; from < places.length && result.length < limit; ) {
    const paragraph = (places[from] as Place).paragraph;
    let to = from;
    while (to < places.length && (places[to] as Place).paragraph === paragraph) to++;
    result.push(...excerptsOf(entry, places.slice(from, to), folder).slice(0, limit - result.length));
    from = to;
  }
  return result;
}

function excerptsOf(entry: Entry, places: readonly Place[], folder: Folder): Excerpt[] {
  const paragraph = (places[0] as Place).paragraph;
  const text = entry.document.texts[paragraph] as string;
  const { offsets } = folder.fold(text);
  const base = entry.starts[paragraph] as number;
  const runs = places.map(({ start, end }) => ({
    start: offsets[start - base] as number,
    end: behind(text, offsets[end - 1 - base] as number),
  }));
  return groupsOf(runs).map(({ ordinal, count }) => ({
    paragraph,
    ordinal,
    places: count,
    pieces: cut(text, runs, ordinal, count),
  }));
}

/** Runs that one excerpt shows together: all that stand in the context behind the first. */
function groupsOf(runs: readonly Run[]): { ordinal: number; count: number }[] {
  const groups: { ordinal: number; count: number }[] = [];
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
