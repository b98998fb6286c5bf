import assert from "node:assert/strict";
import { test } from "node:test";

import { Ranking } from "../src/core/ranking.ts";
import { byRank, type Hit, type Verdict } from "../src/core/tier.ts";

const holds = (document: number): boolean => document % 3 === 0;

/** Hits of three ranks by title and heading, in each with 1 to 7 places. */
function hitOf(document: number, together: boolean | null): Hit {
  const places = { title: document % 10 === 0 ? 1 : 0, heading: document % 4 === 0 ? 1 : 0, body: (document * 5) % 7 };
  return { document, places, named: false, together };
}

const hitsOf = (size: number, together: (document: number) => boolean | null): Hit[] =>
  Array.from({ length: size }, (_, document) => hitOf(document, together(document)));

/** Counts what is looked at. */
function judgeOf(asked: number[][], missing: string[] = []) {
  return async (documents: readonly number[]): Promise<Verdict> => {
    asked.push([...documents]);
    return { together: new Set(documents.filter(holds)), missing };
  };
}

test("gives what sorting everything would give, in portions of any size", async () => {
  const truth = hitsOf(200, holds).sort(byRank);
  for (const portion of [1, 3, 10, Infinity]) {
    // Some are known before.
    const hits = hitsOf(200, (document) => (document % 5 === 0 ? holds(document) : null));
    const ranking = new Ranking({ hits, judge: judgeOf([]) });
    const taken: Hit[] = [];
    while (ranking.left) taken.push(...(await ranking.take(portion)));
    assert.deepEqual(taken, truth);
    assert.deepEqual(await ranking.take(portion), []);
  }
});

test("looks at no more than is needed where most stand together", async () => {
  const asked: number[][] = [];
  const judge = async (documents: readonly number[]): Promise<Verdict> => {
    asked.push([...documents]);
    return { together: new Set(documents), missing: [] };
  };
  const ranking = new Ranking({ hits: hitsOf(1000, () => null), judge });
  await ranking.take(1);
  await ranking.take(9);
  assert.deepEqual(asked.map((some) => some.length), [1, 9]);
});

test("looks at all that are left in one go where hardly any do", async () => {
  const asked: number[][] = [];
  const judge = async (documents: readonly number[]): Promise<Verdict> => {
    asked.push([...documents]);
    return { together: new Set([999]), missing: ["search/grams/x-b0.js", "search/grams/x-b0.js"] };
  };
  const ranking = new Ranking({ hits: hitsOf(1000, () => null).map((hit) => ({ ...hit, places: hitOf(1, null).places })), judge });
  const [best] = await ranking.take(1);
  assert.equal(best?.document, 999);
  assert.ok(asked.length <= 7);
  assert.equal(asked.flat().length, 1000);
  assert.deepEqual(ranking.missing, ["search/grams/x-b0.js"]);
});

test("needs nobody to look where everything is known", async () => {
  const hits = hitsOf(30, holds);
  assert.deepEqual(await new Ranking({ hits }).take(Infinity), [...hits].sort(byRank));
  assert.deepEqual(await new Ranking({ hits: [] }).take(10), []);
});
