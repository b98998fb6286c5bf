/** Orders of a concordance. Pure. */

export interface Line {
  readonly left: string;
  readonly right: string;
  /** ISO date; 9999 if unknown. */
  readonly date: string;
  /** Of the level, national first. */
  readonly rank: number;
  /** In the order by level, date and position. */
  readonly number: number;
}

export type Order = "level" | "date" | "left" | "right";

const SPOKEN = new Intl.Collator("zh-CN"); // by sound, as a dictionary has it
const LETTERS = /[\p{L}\p{N}]/gu;
const keys = { left: new WeakMap<Line, string>(), right: new WeakMap<Line, string>() }; // a sort asks for each often

/** The left context is read from the phrase outwards. */
function key(line: Line, order: "left" | "right"): string {
  let made = keys[order].get(line);
  if (made === undefined) {
    const letters = line[order].match(LETTERS) ?? [];
    made = (order === "left" ? letters.reverse() : letters).join("");
    keys[order].set(line, made);
  }
  return made;
}

/** Negative if `a` comes first. */
export function compareLines(a: Line, b: Line, order: Order): number {
  const byDate = a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
  const known = a.number - b.number;
  if (order === "level") return a.rank - b.rank || byDate || known;
  if (order === "date") return byDate || a.rank - b.rank || known;
  return SPOKEN.compare(key(a, order), key(b, order)) || known;
}
