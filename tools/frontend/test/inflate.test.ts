import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";

import { inflate } from "../src/core/inflate.ts";

const text = Buffer.from("书香江澜，全民阅读。".repeat(40) + "讲政治、重公道、业务精、作风好", "utf16le");
const noise = Buffer.from(Array.from({ length: 70_000 }, (_, at) => ((at * 2_654_435_761) >>> 13) & 255));

for (const [name, data] of Object.entries({ text, noise, nothing: Buffer.alloc(0), zeros: Buffer.alloc(5000) })) {
  test(`restores ${name}, coded in any way`, () => {
    for (const options of [{ level: 9 }, { level: 0 }, { strategy: constants.Z_FIXED }, { strategy: constants.Z_HUFFMAN_ONLY }]) {
      assert.deepEqual(Buffer.from(inflate(new Uint8Array(deflateRawSync(data, options)))), data);
    }
  });
}

test("refuses what is cut off or damaged, and never runs on", () => {
  const whole = new Uint8Array(deflateRawSync(text));
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => inflate(whole.subarray(0, length)), RangeError);
  }
  for (let at = 0; at < whole.length; at++) {
    const damaged = whole.slice();
    damaged[at]! ^= 0xff;
    try {
      inflate(damaged);
    } catch (error) {
      assert.ok(error instanceof RangeError);
    }
  }
});
