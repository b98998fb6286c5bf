/** Positions that lists have in common, and leaps through ascending numbers. */

/** Starts p such that p + offset stands in every list. */
export function intersect(lists: readonly (readonly [offset: number, positions: Uint32Array])[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a[1].length - b[1].length);
  if (!shortest) return new Uint32Array(0);
  const [first, list] = shortest;
  let starts = list;
  if (first) starts = list.subarray(lowerBound(list, first)).map((position) => position - first);
  for (const [offset, positions] of others) starts = keep(starts, offset, positions);
  return starts;
}

const SPARSE = 4; // how many times longer a list must be for leaps to beat merging

function keep(starts: Uint32Array, offset: number, positions: Uint32Array): Uint32Array {
  const kept = new Uint32Array(starts.length);
  const leap = positions.length > starts.length * SPARSE;
  let size = 0;
  let at = 0;
  for (const start of starts) {
    const wanted = start + offset;
    if (leap) at = gallop(positions, wanted, at);
    else while (at < positions.length && (positions[at] as number) < wanted) at++;
    if (positions[at] === wanted) kept[size++] = start;
  }
  return kept.subarray(0, size);
}

/** Index of the first number that is not below `wanted`, from `from` on; quick where it is near. */
export function gallop(numbers: Uint32Array, wanted: number, from: number): number {
  let step = 1;
  while (from + step < numbers.length && (numbers[from + step] as number) < wanted) step *= 2;
  return lowerBound(numbers, wanted, from, Math.min(numbers.length, from + step + 1));
}

/** Index of the first number that is not below `wanted`, from `low` up to `high`. */
function lowerBound(numbers: Uint32Array, wanted: number, low = 0, high = numbers.length): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
