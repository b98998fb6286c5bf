import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { folder } from "./folder.ts";

const CASES = JSON.parse(
  readFileSync(new URL("../../../tests/frontend/fold_cases.json", import.meta.url), "utf8"),
) as Record<string, string>;

test("folds the cases that Python folds too", () => {
  for (const [text, letters] of Object.entries(CASES)) assert.equal(folder.letters(text), letters, text);
});

test("offsets lead back to the character that a letter came from", () => {
  const { letters, offsets } = folder.fold("《ＡＢ》½，𠀀體");
  assert.equal(letters, "ab12𠀀体");
  assert.deepEqual([...offsets], [1, 2, 4, 4, 6, 6, 8]);
});

test("folds long texts as it folds their characters", () => {
  const text = "书香，江澜！".repeat(5000);
  assert.equal(folder.letters(text), "书香江澜".repeat(5000));
  assert.equal(folder.fold(text).offsets.length, 20000);
});

test("halves of surrogate pairs are no letters", () => {
  assert.equal(folder.letters("甲\ud800乙\udc00"), "甲乙");
});
