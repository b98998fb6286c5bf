import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../src/core/csv.ts";
import { type Dimension, type FacetData, Facets, furtherFiles, type Selection, withFurther } from "../src/core/facets.ts";
import type { Hit } from "../src/core/tier.ts";

const DATA: FacetData = {
  facts: {
    level: { values: ["", "city", "national"], of: [2, 1, 1, 0] },
    year: { values: ["", "2023", "2024"], of: [1, 2, 2, 0] },
    speaker: { values: ["", "甲"], of: [0, 1, 0, 0] },
  },
  formulations: [["f1", "书香", [0, 2]], ["f2", "全民阅读", [1]]], // documents 0 and 2; 1
  further: [["f3", "3.js"], ["f6", "6.js"]],
};
const FACETS = new Facets(DATA);
const hit = (document: number, title: number, heading: number, body: number, named = false): Hit => ({
  document,
  places: { title, heading, body },
  named,
  together: true,
});
const HITS = [hit(0, 1, 0, 2), hit(1, 0, 1, 1), hit(2, 0, 0, 4), hit(3, 0, 0, 0, true)];
const chosen = (some: Partial<Record<Dimension, string[]>> = {}): Selection => ({
  level: [], year: [], speaker: [], part: [], formulation: [], ...some,
});
const choices = (dimension: Dimension, selection = chosen()) =>
  FACETS.choices(HITS, selection, dimension).map(({ label, documents }) => [label, documents]);

test("counts documents by every choice; levels from the highest, years from the latest, the unknown last", () => {
  assert.deepEqual(choices("level"), [["全国", 1], ["市级", 2], ["未知", 1]]);
  assert.deepEqual(choices("year"), [["2024年", 2], ["2023年", 1], ["未知", 1]]);
  assert.deepEqual(choices("speaker"), [["甲", 1], ["未知", 3]]);
  assert.deepEqual(choices("part"), [["标题", 2], ["小标题", 1], ["正文", 3]]);
  assert.deepEqual(choices("formulation"), [["书香", 2], ["全民阅读", 1]]);
});

test("values of one kind widen, kinds narrow; each kind is counted under the others", () => {
  const selection = chosen({ level: ["city"], year: ["2024", "2023"] });
  assert.deepEqual(FACETS.narrow(HITS, selection).map(({ document }) => document), [1, 2]);
  assert.deepEqual(choices("level", selection), [["全国", 1], ["市级", 2]]);
  assert.deepEqual(choices("formulation", selection), [["书香", 1], ["全民阅读", 1]]);
});

test("a chosen part leaves its places only", () => {
  const left = FACETS.narrow(HITS, chosen({ part: ["title", "heading"] }));
  assert.deepEqual(left.map(({ document, places }) => [document, places.title, places.heading, places.body]), [
    [0, 1, 0, 0], [1, 0, 1, 0], [3, 0, 0, 0],
  ]);
  assert.deepEqual(FACETS.narrow(HITS, chosen({ part: ["body"] })).map(({ document }) => document), [0, 1, 2]);
});

test("a choice that leaves nothing can still be taken back", () => {
  assert.deepEqual(choices("speaker", chosen({ speaker: ["甲"], level: ["national"] })), [["甲", 0], ["未知", 1]]);
});

test("a formulation that is not among the most widespread is told by the file where its id would stand", () => {
  assert.deepEqual(furtherFiles(DATA, ["f1", "f2"]), []);
  assert.deepEqual(furtherFiles(DATA, ["f4", "f1", "f6", "f9", "f3"]), ["3.js", "6.js"]);
  assert.deepEqual(furtherFiles(DATA, ["f0"]), []);
  const further = new Facets(withFurther(DATA, [["f3", "甲", [0]], ["f4", "乙", [1, 1]]], ["f4"]));
  const selection = chosen({ formulation: ["f4"] });
  assert.deepEqual(further.narrow(HITS, selection).map(({ document }) => document), [1, 2]);
  assert.deepEqual(further.choices(HITS, selection, "formulation").map(({ label, documents }) => [label, documents]), [["书香", 2], ["乙", 2], ["全民阅读", 1]]);
});

test("what an address asks for and the site does not know can be taken back", () => {
  assert.deepEqual(choices("formulation", chosen({ formulation: ["f4"], level: ["city"] })).pop(), ["f4（本站没有）", 0]);
  assert.deepEqual(choices("level", chosen({ level: ["moon"] })).pop(), ["moon（本站没有）", 0]);
});

test("cells hold commas, quotes, line ends, and no formulas", () => {
  assert.equal(csv([["a,b", 'c"d', "e\nf"], ["=1+1", "-x", ""]]), '\ufeff"a,b","c""d","e\nf"\r\n"\'=1+1","\'-x",""\r\n');
});
