/** A folder for the tests, with the few table entries that they need. */
import { Folder, type FoldTable } from "../src/core/fold.ts";

export const TABLE: FoldTable = { from: "體書館閱讀", to: "体书馆阅读", cases: { ß: "ss", ς: "σ" } };
export const folder = new Folder(TABLE);
