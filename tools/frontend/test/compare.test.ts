import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { align, inOrder, type Pair, sidePieces } from "../src/compare/align.ts";
import { sameParagraphs } from "../src/compare/copies.ts";
import { difference } from "../src/compare/diff.ts";
import { type Loaded, related, sentenceOf } from "../src/compare/related.ts";
import { sequence } from "../src/compare/sequence.ts";
import { compareLines, type Line, type Order } from "../src/kwic/order.ts";
import { IGNORE_ALL } from "../src/data/pieces.ts";
import { DELETED, type DocumentData, EQUAL, INSERTED, parallelOf, type ParallelRow, REPLACED } from "../src/data/records.ts";

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
  const strict = sidePieces(pair, "甲乙丙丁，", "b", { ...IGNORE_ALL, punctuation: false });
  assert.deepEqual(strict.map((each) => each.kind), [0, 1, 1]);
});

test("a concordance is ordered by level, date, and the contexts by sound from the phrase outwards", () => {
  const lines: Line[] = [
    { left: "乙甲，", right: "丙", date: "2024", rank: 2, number: 0 },
    { left: "甲乙", right: "丁", date: "9999", rank: 0, number: 1 },
    { left: "丁甲", right: "乙", date: "2023", rank: 2, number: 2 },
    { left: "乙甲", right: "丙，", date: "2024", rank: 2, number: 3 },
  ];
  const sorted = (order: Order): number[] => [...lines].reverse().sort((a, b) => compareLines(a, b, order)).map(({ number }) => number);
  assert.deepEqual(sorted("level"), [1, 2, 0, 3]);
  assert.deepEqual(sorted("date"), [2, 0, 3, 1]);
  assert.deepEqual(sorted("right"), [0, 3, 1, 2]); // bǐng, dīng, yǐ
  assert.deepEqual(sorted("left"), [2, 0, 3, 1]); // jiǎ dīng, jiǎ yǐ, yǐ jiǎ
});

test("copies are aligned paragraph by paragraph, whatever their marks", () => {
  const copy = [["q1", "body", "庚辛。"], ["q2", "body", "新的"], ["q3", "body", "甲乙丙丁戊己"]] as const;
  assert.deepEqual(sameParagraphs(A, copy).map((each) => [each.paragraph, each.otherParagraph]), [[0, "q3"], [1, "q1"]]);
});

test("a paragraph that was touched up in one copy is still the same one, with its differences", () => {
  const a = [["p1", "body", "第一段全同。"], ["p2", "body", "我们要抓好阅读推广工作。"], ["p3", "body", "完。"]] as const;
  const b = [["q1", "body", "第一段全同"], ["q2", "body", "我们要抓实阅读推广工作！"], ["q3", "body", "完"]] as const;
  const found = sameParagraphs(a, b);
  assert.deepEqual(found.map((each) => each.otherParagraph), ["q1", "q2", "q3"]);
  assert.deepEqual(found[1]?.stretches, [0, 0, 4, 0, 4, 1, 4, 5, 4, 5, 0, 5, 11, 5, 11, 1, 11, 12, 11, 12]);
  assert.deepEqual(sameParagraphs([["p", "body", "甲乙丙丁"]], [["q", "body", "戊己庚辛"]]), []);
});

test("a difference tiles both wordings", () => {
  for (const [here, there] of [["", "甲"], ["甲乙丙", "甲丙"], ["甲乙", "丙丁"], ["天地玄黄", "地天黄玄"], ["同", "同"]] as const) {
    const flat = difference(here, there);
    let [i, j] = [0, 0];
    for (let at = 0; at < flat.length; at += 5) {
      const [kind, a, b, c, d] = flat.slice(at, at + 5) as [number, number, number, number, number];
      assert.deepEqual([a, c], [i, j]);
      assert.equal(kind === 0, here.slice(a, b) === there.slice(c, d));
      [i, j] = [b, d];
    }
    assert.deepEqual([i, j], [here.length, there.length]);
  }
});

test("interleaved, every paragraph of either text has its place", () => {
  const pair = (number: number, paragraph: number, otherParagraph: number): Pair => ({ number, otherParagraph, parallel: parallelOf(row(`m${number}`, paragraph, 0, 2, "", 0, "甲乙")) });
  const blocks = sequence(4, 6, [pair(0, 1, 3), pair(1, 3, 1)]);
  assert.deepEqual(blocks.map((block) => ("side" in block ? [block.side, ...block.paragraphs] : ["pairs", block.paragraph, ...block.pairs.map((each) => each.otherParagraph)])), [
    ["b", 0],
    ["a", 0],
    ["pairs", 1, 3],
    ["b", 4, 5],
    ["a", 2],
    ["pairs", 3, 1],
    ["b", 2],
  ]);
});

type Texts = readonly (readonly [string, string, string])[];
/** Two loaded texts, a and b, with what the data of either tells. */
function loaded(a: Texts, b: Texts, tells: Partial<DocumentData> = {}, names = ["甲", "乙"]): Loaded {
  const none = { ids: [], documents: [], copies: [], formulations: [], marks: [], parallels: [] };
  const facts = (at: 0 | 1): [string, string, string, string, 0] => ["ab"[at] as string, names[at] as string, "", "", 0];
  return {
    texts: { a: { facts: facts(0), paragraphs: a }, b: { facts: facts(1), paragraphs: b } },
    data: { a: { ...none, ...tells }, b: { ...none, copies: tells.copies?.includes("b") ? tells.copies : [] } },
  };
}
const said = (each: Loaded): string => sentenceOf(each, related(each));

test("texts that are merely alike are no copies, and it is said what was looked for", () => {
  const alike = loaded([["p1", "body", "我们要抓实全民阅读工作"]], [["p1", "body", "我们要抓好全民阅读工作"]]);
  assert.deepEqual(related(alike), { how: "none", parallels: [] });
  assert.match(said(alike), /^没有找到这两篇共有的语句（八个字以上/u);
  const shared = loaded(A, B, { documents: [["b", "乙", "", "", 0, 0.5, 0.25, 1]], parallels: [row("m1", 0, 0, 4, "p2", 0, "甲乙丑丁")] });
  assert.equal(related(shared).how, "passages");
  assert.match(said(shared), /^《甲》的 50.0% 见于《乙》（套话除外，25.0%）；/u);
});

test("of copies only paragraphs with the same letters are counted as standing in both", () => {
  const a: Texts = [["p1", "body", "第一段，全同。"], ["p2", "body", "我们要抓好阅读推广工作"], ["p3", "body", "只在左边的一段"]];
  const b: Texts = [["p1", "body", "第一段全同"], ["p2", "body", "我们要抓实阅读推广工作"]];
  assert.equal(said(loaded(a, b, { copies: ["a", "b"] })), "两份文本：前一篇 3 段中的 1 段，在后一篇 2 段中都有；另有 1 段文字有改动。标点不计。");
  assert.equal(said(loaded(a, a, { copies: ["a", "b"] }, ["甲", "甲"])), "两份文本同名：前一篇 3 段中的 3 段，在后一篇 3 段中都有。标点不计。");
});

test("letters are taken once a paragraph, however many are compared", () => {
  const many = 60;
  const texts = (side: string): Texts => Array.from({ length: many }, (_, at) => [`p${at}`, "body", `${side}的第${at}段话各不相同`] as const);
  const [a, b] = [texts("左"), texts("右边")];
  const taken = mock.method(String.prototype, "replace");
  sameParagraphs(a, b);
  assert.equal(taken.mock.callCount(), 2 * many);
  taken.mock.restore();
});

test("a difference says on which side something stands alone", () => {
  const kinds = (here: string, there: string): (number | undefined)[] => difference(here, there).filter((_, at) => at % 5 === 0);
  assert.deepEqual(kinds("甲丙", "甲乙丙"), [EQUAL, INSERTED, EQUAL]);
  assert.deepEqual(kinds("甲乙丙", "甲丙"), [EQUAL, DELETED, EQUAL]);
  assert.deepEqual(kinds("甲乙丙", "甲丁丙"), [EQUAL, REPLACED, EQUAL]);
});
