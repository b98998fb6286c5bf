import assert from "node:assert/strict";
import { test } from "node:test";

import type { Postings } from "../src/core/grams/postings.ts";
import { pairOf } from "../src/core/grams/space.ts";
import { Wording } from "../src/core/grams/wording.ts";

const TEXT = "人民政府办事处\n人民公园\n政府人民事办\n大人民";
const DEAR = ["人民", "政府"];
const pair = (letters: string): number => pairOf(letters.codePointAt(0) as number, letters.codePointAt(1) as number);

/** Postings of the text; `loaded` learns which pairs were asked for. */
function postingsOf(loaded: string[]): Postings {
  const pairs = new Map<number, string>();
  for (let at = 0; at + 1 < TEXT.length; at++) pairs.set(pair(TEXT.slice(at, at + 2)), TEXT.slice(at, at + 2));
  const fake = {
    space: { counted: new Set() },
    cost: (asked: number) => (DEAR.some((dear) => pair(dear) === asked) ? 10 : 4),
    async positionsOf(asked: number) {
      const letters = pairs.get(asked) ?? "";
      loaded.push(letters);
      const found: number[] = [];
      for (let at = 0; letters && at + 1 < TEXT.length; at++) if (TEXT.startsWith(letters, at)) found.push(at);
      return Uint32Array.from(found);
    },
  };
  return fake as unknown as Postings;
}

const inText = async (part: string, position: number): Promise<boolean> => {
  const start = TEXT.lastIndexOf("\n", position) + 1;
  return (TEXT.slice(start).split("\n")[0] as string).includes(part);
};

test("says of every part whether it stands somewhere, whatever is asked first", async () => {
  for (const wording of ["人民政府办事处", "大人民政府人民公", "政府办公园", "府人民事办", "火人民政府星"]) {
    for (const helpful of [inText, async () => false]) {
      const loaded: string[] = [];
      const stands = await new Wording(wording, postingsOf(loaded)).prober(helpful);
      assert.ok(!loaded.some((letters) => DEAR.includes(letters)));
      for (let start = 0; start < wording.length; start++) {
        for (let end = start + 2; end <= wording.length; end++) {
          const part = wording.slice(start, end);
          assert.equal(await stands(start, end), TEXT.includes(part), part);
        }
      }
    }
  }
});

test("leaves dear pairs alone where a text tells", async () => {
  const loaded: string[] = [];
  const stands = await new Wording("人民政府办", postingsOf(loaded)).prober(inText);
  assert.equal(await stands(0, 5), true);
  assert.equal(await stands(1, 5), true);
  assert.ok(!loaded.some((letters) => DEAR.includes(letters)));
});
