import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { BitReader, bytesOf } from "../src/core/bits.ts";
import { inflate } from "../src/core/inflate.ts";

/** A packed text that holds bits, given as digits: as hujian/search/bits.py writes it. */
function packed(bits: string): string {
  const data = (bits + "0".repeat(7)).match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? [];
  const groups = Math.ceil((8 * (data.length + 1)) / 95);
  const size = groups * 6;
  const filling = size + Math.floor((groups * 47) / 8) - 1 - data.length;
  const bytes = [filling, ...data, ...new Array<number>(filling).fill(0)];
  const rest = bytes.slice(size).map((byte) => byte.toString(2).padStart(8, "0")).join("").padEnd(groups * 47, "0");
  const digits = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => ![0x00, 0x20, 0xfe, 0xff].includes(byte) && (byte < 0xd8 || byte > 0xdf),
  );
  let text = "";
  for (let group = 0; group < groups; group++) {
    let number = BigInt(`0b${rest.slice(group * 47, group * 47 + 47)}`);
    const units: number[] = [];
    for (let place = 5; place >= 0; place--) {
      units[place] = ((digits[Number(number % 244n)] as number) << 8) | (bytes[group * 6 + place] as number);
      number /= 244n;
    }
    text += String.fromCharCode(...units);
  }
  return text;
}
const bitsOf = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");

test("bytes come back out of units that a script may hold", () => {
  for (let size = 0; size < 300; size++) {
    const bytes = Array.from({ length: size }, (_, at) => (at * 97 + size * 31) & 0xff);
    assert.deepEqual([...bytesOf(packed(bitsOf(bytes)))], bytes);
  }
  assert.throws(() => bytesOf(""), RangeError);
  assert.throws(() => bytesOf("\u01ff\u0101"), RangeError);
});

test("reads exponential Golomb codes and plain numbers, the highest bit first", () => {
  // 1 | 010 | 011 | 00100 | 1111 : 0, 1, 2, 3 in order 0, then fifteen
  const reader = new BitReader(packed("1010011001001111"));
  assert.deepEqual([0, 0, 0, 0].map((order) => reader.golomb(order)), [0, 1, 2, 3]);
  assert.equal(reader.number(4), 15);
  assert.ok(reader.done(1));
});

test("reads ascending numbers as it reads their gaps one by one", () => {
  let seed = 5;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (const order of [0, 3, 14, 20]) {
    const gaps = Array.from({ length: 300 }, (_, at) => random(2 ** (at % 22)));
    const codes = gaps.map((gap) => {
      const raised = (gap + 2 ** order).toString(2);
      return "0".repeat(raised.length - 1 - order) + raised;
    });
    const expected: number[] = [];
    for (const gap of gaps) expected.push((expected[expected.length - 1] ?? -1) + gap + 1);
    const reader = new BitReader(packed(codes.join("")));
    assert.deepEqual([...reader.ascending(gaps.length, order)], expected);
    assert.ok(reader.done(8));
  }
  assert.throws(() => new BitReader(packed("0".repeat(64))).ascending(2, 0), RangeError);
});

test("numbers of 32 bits are no negative ones, and damaged codes are refused", () => {
  assert.equal(new BitReader(packed("1".repeat(32))).number(32), 2 ** 32 - 1);
  assert.throws(() => new BitReader(packed("0".repeat(48))).golomb(0), RangeError);
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
