import assert from "node:assert/strict";
import { test } from "node:test";

import { byRank, type Hit, ranked } from "../src/core/tier.ts";

/** A hit for every number, with all kinds of places and many that rank alike but for their order. */
function hitOf(document: number): Hit {
  const at = (modulus: number): number => (document * 7919) % modulus;
  const places = { title: at(5) === 0 ? 1 : 0, heading: at(3) === 0 ? at(4) : 0, body: at(11) };
  return { document, places, named: at(13) === 0, together: at(2) === 0 };
}

const HITS = Array.from({ length: 500 }, (_, at) => hitOf((at * 37) % 500));

test("sorts as the comparison does", () => {
  assert.deepEqual(ranked(HITS), [...HITS].sort(byRank));
});

test("sorts what does not fit into one number too", () => {
  const many: Hit = { ...hitOf(1), places: { title: 0, heading: 0, body: 2 ** 24 } };
  const late = hitOf(2 ** 22);
  const hits = [...HITS, many, late];
  assert.deepEqual(ranked(hits), [...hits].sort(byRank));
});

test("sorts nothing", () => assert.deepEqual(ranked([]), []));
