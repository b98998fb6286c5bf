import assert from "node:assert/strict";
import { test } from "node:test";
import { chineseDate, dateName, factsOf, levelName, levelRank, thousands } from "../src/core/facts.ts";
import { countSentence } from "../src/search/wording.ts";

test("dates keep the precision that is known", () => {
  assert.equal(chineseDate("2023"), "2023年");
  assert.equal(chineseDate("2023-06"), "2023年6月");
  assert.equal(chineseDate("2023-06-08"), "2023年6月8日");
});

test("tells only what is known", () => {
  assert.equal(factsOf({ date: "2024-03", level: "city", speaker: "某某" }), "2024年3月 · 市级 · 某某");
  assert.equal(factsOf({ level: "unknown" }), "");
});

test("what is not known is called so, and comes last", () => {
  assert.equal(dateName(""), "日期未知");
  assert.equal(dateName("2023-06"), "2023年6月");
  assert.deepEqual(["national", "unit", "unknown", ""].map(levelName), ["全国", "单位", "层级未知", "层级未知"]);
  assert.deepEqual(["national", "unit", "unknown", ""].map(levelRank), [0, 6, 7, 7]);
});


test("large numbers are told as on every page", () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
  const hit = { document: 0, places: { title: 1, heading: 2, body: 1000 }, named: false, together: true };
  assert.equal(countSentence({ hits: Array(1200).fill(hit), complete: true, missing: [] }), "共 1,200 篇 1,203,600 处");
});
