/** Two wordings letter by letter, for copies: detect tells no alignment of them. Pure. */
import { DELETED, EQUAL, INSERTED, REPLACED } from "../data/records.ts";

const MOST = 4_000_000; // cells of the table: two paragraphs of 2,000 characters

/** The alignment as data files hold it: five numbers a piece. Too long a difference is one replaced piece. */
export function difference(here: string, there: string): number[] {
  let head = 0;
  while (head < here.length && head < there.length && here[head] === there[head]) head += 1;
  let tail = 0;
  while (tail < here.length - head && tail < there.length - head && here[here.length - 1 - tail] === there[there.length - 1 - tail]) tail += 1;
  const flat: number[] = [];
  const put = (a: number, b: number, c: number, d: number, same: boolean): void => {
    if (a === b && c === d) return;
    flat.push(same ? EQUAL : a === b ? INSERTED : c === d ? DELETED : REPLACED, a, b, c, d);
  };
  put(0, head, 0, head, true);
  const [a, b] = [here.length - tail, there.length - tail];
  let [i, j] = [head, head];
  for (const [same, other, length] of common(here.slice(head, a), there.slice(head, b))) {
    put(i, head + same, j, head + other, false);
    [i, j] = [head + same + length, head + other + length];
    put(head + same, i, head + other, j, true);
  }
  put(i, a, j, b, false);
  put(a, here.length, b, there.length, true);
  return flat;
}

/** Runs of a longest common subsequence: [start here, start there, length]. */
function common(here: string, there: string): [number, number, number][] {
  const width = there.length + 1;
  if (!here || !there || (here.length + 1) * width > MOST) return [];
  const longest = new Uint16Array((here.length + 1) * width);
  for (let i = here.length - 1; i >= 0; i -= 1) {
    for (let j = there.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      longest[at] = here[i] === there[j] ? 1 + (longest[at + width + 1] as number) : Math.max(longest[at + width] as number, longest[at + 1] as number);
    }
  }
  const runs: [number, number, number][] = [];
  let [i, j] = [0, 0];
  while (i < here.length && j < there.length) {
    const at = i * width + j;
    const last = runs[runs.length - 1];
    if (here[i] === there[j]) {
      if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2] += 1;
      else runs.push([i, j, 1]);
      i += 1;
      j += 1;
    } else if ((longest[at + width] as number) >= (longest[at + 1] as number)) i += 1;
    else j += 1;
  }
  return runs;
}
