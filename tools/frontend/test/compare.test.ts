import assert from "node:assert/strict";
import { test } from "node:test";
import { align, inOrder, isSame, sameParagraphs, sidePieces } from "../src/compare/align.ts";
import { compareLines, type Line, type Order } from "../src/kwic/order.ts";
import { IGNORE_ALL } from "../src/data/pieces.ts";
import { parallelOf, type ParallelRow } from "../src/data/records.ts";

const A = [["p1", "body", "甲乙丙丁，戊己"], ["p2", "body", "庚辛"]] as const;
const B = [["p1", "body", "庚辛"], ["p2", "body", "甲乙丑丁。壬"]] as const;
const row = (match: string, paragraph: number, start: number, end: number, other: string, otherStart: number, there: string, flat: number[] = []): ParallelRow =>
  [match, paragraph, start, end, 0, other, otherStart, "", there, "", 1, 90, 0, flat];
const PARALLELS = [
  row("short", 0, 0, 2, "p2", 0, "甲乙"),
  row("m1", 0, 0, 5, "p2", 0, "甲乙丑丁。", [0, 0, 2, 0, 2, 1, 2, 3, 2, 3, 0, 3, 5, 3, 5]),
  row("m2", 1, 0, 2, "p1", 0, "庚辛"),
].map(parallelOf);

test("segments tile each paragraph, and of overlapping parallels the longer one counts", () => {
  const aligned = align(A, B, PARALLELS);
  assert.deepEqual(inOrder(aligned.pairs).map((pair) => pair.parallel.match), ["m1", "m2"]);
  for (const [side, texts] of [["a", A], ["b", B]] as const) {
    texts.forEach(([, , text], at) => assert.equal((aligned[side][at] ?? []).map((s) => text.slice(s.start, s.end)).join(""), text));
  }
});

test("each side shows its own wording whole, with the differences", () => {
  const [pair] = inOrder(align(A, B, PARALLELS).pairs);
  assert.ok(pair);
  const left = sidePieces(pair, "甲乙丙丁，", "a", IGNORE_ALL);
  const right = sidePieces(pair, "甲乙丙丁，", "b", IGNORE_ALL);
  assert.equal(left.map((each) => each.there).join(""), "甲乙丙丁，");
  assert.equal(right.map((each) => each.there).join(""), "甲乙丑丁。");
  assert.deepEqual(right.map((each) => each.kind), [0, 1, 0]);
  assert.ok(!isSame(right));
  const strict = sidePieces(pair, "甲乙丙丁，", "b", { ...IGNORE_ALL, punctuation: false });
  assert.deepEqual(strict.map((each) => each.kind), [0, 1, 1]);
});

test("a concordance is ordered by level, date, and the contexts from the phrase outwards", () => {
  const lines: Line[] = [
    { left: "乙甲，", right: "丙", date: "2024", rank: 2 },
    { left: "甲乙", right: "丁", date: "9999", rank: 0 },
    { left: "丁甲", right: "乙", date: "2023", rank: 2 },
  ];
  const sorted = (order: Order): number[] => lines.map((line, at) => [line, at] as const).sort(([a], [b]) => compareLines(a, b, order)).map(([, at]) => at);
  assert.deepEqual(sorted("level"), [1, 2, 0]);
  assert.deepEqual(sorted("date"), [2, 0, 1]);
  assert.deepEqual(sorted("right"), [1, 0, 2]); // 丁 U+4E01, 丙 U+4E19, 乙 U+4E59
  assert.deepEqual(sorted("left"), [1, 2, 0]); // 乙甲; 甲丁; 甲乙
});

test("copies are aligned paragraph by paragraph, whatever their marks", () => {
  const copy = [["q1", "body", "庚辛。"], ["q2", "body", "新的"], ["q3", "body", "甲乙丙丁戊己"]] as const;
  assert.deepEqual(sameParagraphs(A, copy).map((each) => [each.paragraph, each.otherParagraph]), [[0, "q3"], [1, "q1"]]);
});
