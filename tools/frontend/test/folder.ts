/** A folder for the tests, with the few table entries that they need. */
import { Folder, type FoldTable } from "../src/core/fold.ts";

const PAIRS = ["體体", "書书", "館馆", "閱阅", "讀读"];
const sorted = PAIRS.sort().map((pair) => [...pair] as [string, string]);
const points = sorted.map(([traditional]) => traditional.codePointAt(0) as number);

export const TABLE: FoldTable = {
  steps: points.map((point, at) => point - (points[at - 1] ?? 0)),
  to: sorted.map(([, simplified]) => simplified).join(""),
  cases: { ß: "ss", ς: "σ" },
};
export const folder = new Folder(TABLE);
