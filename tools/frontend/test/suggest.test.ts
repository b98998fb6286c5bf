import assert from "node:assert/strict";
import { test } from "node:test";
import { completions, findableParts, nearest } from "../src/core/suggest.ts";

const candidate = (text: string, documents: number) => ({ text, letters: text, documents, url: "" });
const SHELF = [candidate("推进全民阅读", 3), candidate("全民阅读", 2), candidate("全民健身", 9), candidate("书香", 1)];

test("completions begin with what is typed, then hold it, widespread ones first", () => {
  assert.deepEqual(completions(SHELF, "全民", 9).map((each) => each.text), ["全民健身", "全民阅读", "推进全民阅读"]);
  assert.deepEqual(completions(SHELF, "", 9), []);
  assert.equal(completions(SHELF, "全民", 1).length, 1);
});

test("nearest wordings by shared letter pairs; unlike ones are no help", () => {
  assert.deepEqual(nearest(SHELF, "全民阅览", 2).map((each) => each.text), ["全民阅读", "推进全民阅读"]);
  assert.deepEqual(nearest(SHELF, "补纸浆糊", 9), []);
});

test("findable parts are the longest stretches that stand somewhere", async () => {
  const text = "书香江澜全民阅读𠀀𠀁";
  const parts = (wording: string): Promise<string[]> => {
    const letters = [...wording];
    return findableParts(letters, async (start, end) => text.includes(letters.slice(start, end).join("")), 3);
  };
  assert.deepEqual(await parts("香江澜甲全民阅读乙"), ["全民阅读", "香江澜"]);
  assert.deepEqual(await parts("甲𠀀𠀁乙"), ["𠀀𠀁"]);
  assert.deepEqual(await parts("甲乙丙"), []);
});

test("a part cuts no number and no Latin word", async () => {
  const text = "2020年3月15日readers";
  const parts = (wording: string): Promise<string[]> =>
    findableParts([...wording], async (start, end) => text.includes(wording.slice(start, end)), 3);
  assert.deepEqual(await parts("2021年3月5日"), ["年3月", "5日"]);
  assert.deepEqual(await parts("2020年4月read"), ["2020年", "read"]);
});
