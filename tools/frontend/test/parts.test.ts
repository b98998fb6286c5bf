import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { hashId } from "../src/core/anchor.ts";
import { startAll } from "../src/core/parts.ts";

test("an address names an element, or nothing if it is malformed", () => {
  assert.equal(hashId("#p12"), "p12");
  assert.equal(hashId("#%E4%B8%80"), "一");
  for (const hash of ["", "#", "#50%", "#%E4%B8"]) assert.equal(hashId(hash), "", hash);
});

test("a fault of one part is told and stops none of the others", async () => {
  const told = mock.method(console, "error", () => undefined);
  const started: string[] = [];
  startAll([
    () => {
      throw new Error("at once");
    },
    () => started.push("second"),
    () => Promise.reject(new Error("later")),
    () => started.push("fourth"),
  ]);
  await new Promise((go) => setTimeout(go));
  assert.deepEqual(started, ["second", "fourth"]);
  assert.deepEqual(told.mock.calls.map((call) => (call.arguments[0] as Error).message), ["at once", "later"]);
  told.mock.restore();
});
