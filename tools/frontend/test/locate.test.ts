import assert from "node:assert/strict";
import { test } from "node:test";
import { locate } from "../src/core/locate.ts";
import { folder } from "./folder.ts";

/** What would be marked, node by node, with the places that each stretch belongs to. */
function marked(nodes: string[], ...terms: string[]): [string, ...number[]][] {
  return locate(nodes, terms, folder).stretches.map(({ node, start, end, places }) => [
    nodes[node]!.slice(start, end),
    ...places,
  ]);
}

test("marks runs through several text nodes", () => {
  assert.deepEqual(marked(["要讲政", "治、重", "公道。"], "讲政治重公"), [["讲政", 0], ["治、重", 0], ["公", 0]]);
});

test("numbers places in reading order, whatever the order of terms", () => {
  assert.deepEqual(marked(["阅读推广阅读"], "推广", "阅读"), [["阅读", 0], ["推广", 1], ["阅读", 2]]);
});

test("overlapping places share the stretch where they overlap", () => {
  assert.deepEqual(marked(["哈哈哈"], "哈哈"), [["哈", 0], ["哈", 0, 1], ["哈", 1]]);
  assert.equal(locate(["哈哈哈"], ["哈哈"], folder).places, 2);
});

test("nothing found, nothing marked; empty nodes do no harm", () => {
  assert.deepEqual(locate(["", "阅", "", "览"], ["阅读"], folder), { stretches: [], places: 0 });
  assert.deepEqual(marked(["", "阅", "", "读"], "阅读"), [["阅", 0], ["读", 0]]);
});

test("of places that begin together the shorter one is the first, as in the results", () => {
  assert.deepEqual(marked(["阅读推广"], "阅读推广", "阅读"), [["阅读", 0, 1], ["推广", 1]]);
});
