import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { BitReader, bytesOf } from "../src/core/bits.ts";
import { inflate } from "../src/core/inflate.ts";

test("units that a script may not hold come back", () => {
  assert.deepEqual([...bytesOf("a\ue000\u8022b")].slice(0, 6), [0, 0x61, 0, 0x22, 0, 0x62]);
});

test("reads exponential Golomb codes and plain numbers, the highest bit first", () => {
  // 1 | 010 | 011 | 00100 | 1111 : 0, 1, 2, 3 in order 0, then fifteen
  const reader = new BitReader(String.fromCharCode(0b1010_0110_0100_1111));
  assert.deepEqual([0, 0, 0, 0].map((order) => reader.golomb(order)), [0, 1, 2, 3]);
  assert.equal(reader.number(4), 15);
  assert.ok(reader.done(1));
});

test("numbers of 32 bits are no negative ones, and damaged codes are refused", () => {
  assert.equal(new BitReader("\uffff\uffff").number(32), 2 ** 32 - 1);
  assert.throws(() => new BitReader("\0\0\0").golomb(0), RangeError);
});

test("decompresses what zlib compresses, at every level, and refuses what is cut off", () => {
  let seed = 3;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (const size of [0, 1, 500, 70_000]) {
    const data = Uint8Array.from({ length: size }, (_, at) => (random(4) ? (at * 7) & 63 : random(256)));
    for (const level of [0, 1, 6, 9]) {
      const packed = deflateRawSync(data, { level });
      assert.deepEqual(Buffer.from(inflate(packed)), Buffer.from(data), `${size} bytes, level ${level}`);
      if (size > 1) assert.throws(() => inflate(packed.subarray(0, packed.length >> 1)), RangeError);
    }
  }
  assert.deepEqual(Buffer.from(inflate(deflateRawSync(Buffer.from("书香".repeat(9)), { strategy: 4 }))).toString(), "书香".repeat(9));
});
