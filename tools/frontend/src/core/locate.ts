/** Where the query's wordings stand on a page, through the text nodes that make up each block. */
import type { Folder } from "./fold.ts";
import { occurrences } from "./scan.ts";

/** A stretch of one text node that is to be marked, and the places (by number) that it belongs to. */
export interface Stretch {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly places: readonly number[];
}

export interface Located {
  /** In text order, disjoint. */
  readonly stretches: readonly Stretch[];
  /** Number of places; they are numbered from 0 in the order of the search results. */
  readonly places: number;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Locate the wordings in one block, given as the texts of its nodes in order. */
export function locate(nodes: readonly string[], terms: readonly string[], folder: Folder): Located {
  const text = nodes.join("");
  const { letters, offsets } = folder.fold(text);
  const found = terms.flatMap((term) => occurrences(letters, term).map((start) => [start, start + term.length] as const));
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const runs = found.map(([start, end]) => ({
    start: offsets[start] as number,
    end: characterEnd(text, offsets[end - 1] as number),
  }));
  return { stretches: cutIntoNodes(nodes, runs), places: runs.length };
}

function characterEnd(text: string, at: number): number {
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
}

/** Cut runs, which may overlap and cross nodes, into disjoint stretches of single nodes. */
function cutIntoNodes(nodes: readonly string[], runs: readonly Run[]): Stretch[] {
  if (runs.length === 0) return [];
  const edges = new Set(runs.flatMap((run) => [run.start, run.end]));
  const stretches: Stretch[] = [];
  let base = 0;
  nodes.forEach((node, index) => {
    const inside = [...edges].filter((edge) => edge > base && edge < base + node.length);
    const cuts = [base, ...inside.sort((a, b) => a - b), base + node.length];
    for (let at = 0; at + 1 < cuts.length; at++) {
      const [start, end] = [cuts[at] as number, cuts[at + 1] as number];
      const places = runs.flatMap((run, place) => (run.start < end && run.end > start ? [place] : []));
      if (places.length && end > start) stretches.push({ node: index, start: start - base, end: end - base, places });
    }
    base += node.length;
  });
  return stretches;
}
