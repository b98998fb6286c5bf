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
const MERGE = 16; // places closer than this are read in one glance and share an excerpt
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
  const groups: { ordinal: number; runs: Run[] }[] = [];
  runs.forEach((run, ordinal) => {
    const last = groups[groups.length - 1];
    if (last && run.start - (last.runs[last.runs.length - 1] as Run).end <= MERGE && run.end - (last.runs[0] as Run).start <= AFTER) {
      last.runs.push(run);
    } else groups.push({ ordinal, runs: [run] });
  });
  return groups.map((group) => ({
    paragraph,
    ordinal: group.ordinal,
    places: group.runs.length,
    pieces: cut(text, group.runs),
  }));
}

/** Index just behind the character at `at`. */
function behind(text: string, at: number): number {
  return at + (LOW_SURROGATE.test(text[at + 1] ?? "") ? 2 : 1);
}

/** The text around the runs, never cut inside a character. */
function cut(text: string, runs: readonly Run[]): Piece[] {
  const first = runs[0] as Run;
  let from = Math.max(0, first.start - BEFORE);
  let to = Math.min(text.length, Math.max(...runs.map((run) => run.end), first.start + AFTER));
  if (LOW_SURROGATE.test(text[from] ?? "")) from--;
  if (LOW_SURROGATE.test(text[to] ?? "")) to++;
  const pieces: Piece[] = [];
  const put = (piece: string, hit: boolean): void => {
    if (piece) pieces.push({ text: piece, hit });
  };
  put(from > 0 ? ELLIPSIS : "", false);
  let at = from;
  for (const run of runs) {
    put(text.slice(at, run.start), false);
    put(text.slice(Math.max(at, run.start), run.end), true);
    at = Math.max(at, run.end);
  }
  put(text.slice(at, to) + (to < text.length ? ELLIPSIS : ""), false);
  return pieces;
}
