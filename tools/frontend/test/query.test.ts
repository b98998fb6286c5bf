import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery } from "../src/core/query.ts";
import { folder } from "./folder.ts";

test("blanks of every width mean AND; equal terms count once", () => {
  assert.deepEqual(parseQuery(" 阅读　推广 閱讀 ", folder).terms, ["阅读", "推广"]);
});

test("a leading hyphen excludes, one inside does not", () => {
  const query = parseQuery("阅读 -推广 －活动 2023-06", folder);
  assert.deepEqual(query.terms, ["阅读", "202306"]);
  assert.deepEqual(query.excluded, ["推广", "活动"]);
});

test("says why a query cannot be answered", () => {
  assert.equal(parseQuery("", folder).state, "empty");
  assert.equal(parseQuery("  ", folder).state, "empty");
  assert.equal(parseQuery("，。！", folder).state, "unsearchable");
  assert.equal(parseQuery("-阅读", folder).state, "exclusive");
  assert.equal(parseQuery("读", folder).state, "ready");
});
