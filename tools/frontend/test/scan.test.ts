import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery } from "../src/core/query.ts";
import { occurrences, placesIn, ScanTier } from "../src/core/scan.ts";
import { total } from "../src/core/tier.ts";
import { folder } from "./folder.ts";
import { entries, stored } from "./shelf.ts";

type Shelf = ReturnType<typeof entries>;
const find = (shelf: Shelf, typed: string) => new ScanTier(shelf).find(parseQuery(typed, folder));
const urls = async (shelf: Shelf, typed: string) =>
  (await find(shelf, typed)).hits.map((hit) => shelf[hit.document]!.document.url);
const count = async (shelf: Shelf, typed: string) =>
  (await find(shelf, typed)).hits.reduce((sum, hit) => sum + total(hit.places), 0);

test("finds wording across punctuation, never across paragraphs", async () => {
  const shelf = entries(stored("甲", ["讲政治、重公道，业务精。"]), stored("乙", ["讲政治", "重公道"]));
  assert.deepEqual(await urls(shelf, "讲政治重公道"), ["甲"]);
});

test("counts every place, overlapping ones too", async () => {
  assert.deepEqual(occurrences("哈哈哈哈", "哈哈"), [0, 1, 2]);
  const shelf = entries(stored("甲", ["书香，书香。", "书香"]), stored("乙", ["书"]));
  assert.equal(await count(shelf, "书香"), 3);
  assert.deepEqual(placesIn(shelf[0]!, ["书香"]).map((place) => place.paragraph), [0, 0, 1]);
});

test("all terms must stand in a document, excluded ones must not", async () => {
  const shelf = entries(stored("甲", ["阅读", "推广"]), stored("乙", ["阅读"]), stored("丙", ["阅读推广活动"]));
  assert.deepEqual((await urls(shelf, "阅读 推广")).sort(), ["丙", "甲"]);
  assert.deepEqual((await urls(shelf, "阅读 -活动")).sort(), ["乙", "甲"]);
});

test("ranks title, heading, run-in heading, togetherness, then number of places", async () => {
  const shelf = entries(
    stored("正文一处", ["阅读"]),
    stored("正文两处", ["阅读阅读"]),
    stored("句首标题", ["抓阅读。很好"], "b", [[0, 0, 4]]),
    stored("标题后正文", ["抓推广。阅读"], "b", [[0, 0, 4]]),
    stored("小标题", ["阅读"], "h"),
    stored("标题", ["阅读"], "t"),
  );
  assert.deepEqual(await urls(shelf, "阅读"), ["标题", "句首标题", "小标题", "正文两处", "正文一处", "标题后正文"]);
  const pair = entries(stored("分散", ["阅读", "推广", "阅读"]), stored("同段", ["推广阅读"]));
  assert.deepEqual(await urls(pair, "阅读 推广"), ["同段", "分散"]);
});

test("an unanswerable query finds nothing", async () => {
  assert.deepEqual((await find(entries(stored("甲", ["，"])), "，")).hits, []);
});

test("agrees with a plain count on random texts", async () => {
  const alphabet = "书香江澜，。";
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  const text = (length: number): string => Array.from({ length }, () => alphabet[random(6)]).join("");
  for (let round = 0; round < 200; round++) {
    const texts = [text(40), text(25)];
    const wording = folder.letters(text(1 + random(4)));
    if (!wording) continue;
    const expected = texts
      .map((each) => folder.letters(each))
      .reduce((sum, letters) => sum + [...letters].filter((_, at) => letters.startsWith(wording, at)).length, 0);
    assert.equal(await count(entries(stored("甲", texts)), wording), expected, wording);
  }
});

test("a title that no text states is found, but is no place in the text", async () => {
  const [hit] = (await find(entries(stored("甲", ["书香", "阅读。", "要阅读"], "nbh")), "书香 阅读")).hits;
  assert.deepEqual(hit?.places, { title: 0, heading: 1, body: 1 });
  assert.equal(hit?.named, true);
});

test("counts places by part; a run-in heading counts as heading only where it holds the whole wording", async () => {
  const shelf = entries(stored("甲", ["抓阅读。阅读。读推", "阅读"], "bt", [[0, 0, 4]]));
  assert.deepEqual((await find(shelf, "阅读")).hits[0]?.places, { title: 1, heading: 1, body: 1 });
});
