import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpts } from "../src/core/excerpt.ts";
import { parseQuery } from "../src/core/query.ts";
import { placesIn } from "../src/core/scan.ts";
import { folder } from "./folder.ts";
import { entries, stored } from "./shelf.ts";

function cut(texts: string[], typed: string, limit = Infinity) {
  const [entry] = entries(stored("甲", texts));
  return excerpts(entry!, placesIn(entry!, parseQuery(typed, folder).terms), folder, limit);
}
const shown = (each: { pieces: readonly { text: string; hit: boolean }[] }): string =>
  each.pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test("marks the run as it is displayed, punctuation inside and width kept", () => {
  assert.deepEqual(cut(["要讲政治、重公道。"], "政治重公").map(shown), ["要讲[政治、重公]道。"]);
  assert.deepEqual(cut(["共ＱＱ群"], "qq").map(shown), ["共[ＱＱ]群"]);
  assert.deepEqual(cut(["𠀀好𠀀"], "𠀀").map(shown), ["[𠀀]好[𠀀]"]);
});

test("places in one glance share an excerpt and are counted", () => {
  const [first, ...rest] = cut(["书香江澜，书香校园。"], "书香");
  assert.equal(shown(first!), "[书香]江澜，[书香]校园。");
  assert.equal(first!.places, 2);
  assert.deepEqual(rest, []);
});

test("distant places get excerpts of their own, numbered within the paragraph", () => {
  const far = "甲".repeat(90);
  const all = cut([`书香${far}书香${far}书香`, "书香"], "书香");
  assert.deepEqual(all.map(({ paragraph, ordinal }) => [paragraph, ordinal]), [[0, 0], [0, 1], [0, 2], [1, 0]]);
  assert.ok(shown(all[1]!).startsWith("…") && shown(all[1]!).endsWith("…"));
});

test("no hit in sight stays unmarked, whichever excerpt it belongs to", () => {
  const text = `书香${"甲".repeat(44)}书香${"甲".repeat(10)}书香`;
  for (const each of cut([text], "书香")) assert.ok(!/(^|[^[])书香/.test(shown(each)), shown(each));
});

test("never cuts a character in half", () => {
  const text = "𠀀".repeat(40) + "书香" + "𠀀".repeat(40);
  const [each] = cut([text], "书香");
  assert.ok(each!.pieces.every((piece) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece.text)));
});

test("limits the number of excerpts, and says how many places they show", () => {
  const far = "甲".repeat(90);
  const some = cut([`书香${far}书香${far}书香`], "书香", 2);
  assert.equal(some.length, 2);
  assert.equal(some.reduce((sum, each) => sum + each.places, 0), 2);
});

test("every wording is shown before one is shown again", () => {
  const far = "甲".repeat(90);
  const some = cut([`书香${far}书香${far}书香`, `书香${far}阅读`], "书香 阅读", 2);
  assert.deepEqual(some.map((each) => each.pieces.find((piece) => piece.hit)?.text), ["书香", "阅读"]);
});

test("some of what stands before and behind is shown, and where it is cut off", () => {
  const [only] = cut(["前".repeat(60) + "书香" + "后".repeat(90)], "书香");
  const [before, after] = shown(only!).split("[书香]");
  assert.match(before!, /^…前{16,30}$/u);
  assert.match(after!, /^后{30,60}…$/u);
});
