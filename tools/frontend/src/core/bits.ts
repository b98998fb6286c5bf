/** Numbers out of bits, and bits out of the text that a script holds; written by hujian/search/bits.py. */

const GROUP = 6; // units whose higher bytes are the digits of one number
const BITS = 47; // of that number
const HALF = 2 ** 24; // numbers of more than 32 bits are taken apart into 23 and 24
const BARRED = [0x00, 0x20, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xfe, 0xff]; // no higher byte is one of these
const PADDING = 4; // units behind the end, so that a window may look past it
const DIGIT_OF = new Uint8Array(256).map((_, byte) => byte - BARRED.filter((barred) => barred < byte).length);
const BASE = 256 - BARRED.length;

/** Bytes of a packed text. Throws RangeError when it is damaged. */
export function bytesOf(text: string): Uint8Array {
  const groups = Math.floor(text.length / GROUP);
  const size = groups * GROUP;
  const bytes = new Uint8Array(size + Math.floor((groups * BITS) / 8));
  let out = size;
  let held = 0; // bits that do not fill a byte yet
  let width = 0;
  const put = (bits: number, count: number): void => {
    held = (held << count) | bits;
    for (width += count; width >= 8; width -= 8) bytes[out++] = held >>> (width - 8);
    held &= 0xff;
  };
  for (let at = 0; at < size; ) {
    let number = 0;
    for (const end = at + GROUP; at < end; at++) {
      const unit = text.charCodeAt(at);
      bytes[at] = unit;
      number = number * BASE + (DIGIT_OF[unit >> 8] as number);
    }
    put(Math.floor(number / HALF), BITS - 24);
    put(number % HALF, 24);
  }
  const end = bytes.length - (bytes[0] as number);
  if (!(end >= 1)) throw new RangeError("damaged data");
  return bytes.subarray(1, end);
}

/** Units of bytes, the higher one first, with padding. */
function unitsOf(bytes: Uint8Array): Uint16Array {
  const size = (bytes.length + 1) >> 1;
  const units = new Uint16Array(size + PADDING);
  for (let at = 0; at < size; at++) units[at] = ((bytes[2 * at] as number) << 8) | (bytes[2 * at + 1] as number);
  return units;
}

/** Reads numbers from bits, the highest bit of a unit first. */
export class BitReader {
  private readonly units: Uint16Array;
  private readonly end: number; // in bits
  private at = 0;

  /** Throws RangeError when the packed text is damaged. */
  constructor(text: string) {
    const bytes = bytesOf(text);
    this.units = unitsOf(bytes);
    this.end = bytes.length * 8;
  }

  /** Whether nothing but filling is left; `least` is the shortest that could follow, in bits. */
  done(least: number): boolean {
    return this.at + least > this.end;
  }

  /** A number of 1 to 32 bits. */
  number(width: number): number {
    const value = this.window() >>> (32 - width);
    this.at += width;
    return value;
  }

  /** A number in exponential Golomb code. */
  golomb(order: number): number {
    const window = this.window();
    const zeros = Math.clz32(window);
    const width = zeros + 1 + order;
    if (width > 32) throw new RangeError("damaged data");
    this.at += zeros;
    const raised = (zeros + width <= 32 ? window << zeros : this.window()) >>> (32 - width);
    this.at += width;
    return raised - 2 ** order;
  }

  /** Several numbers in exponential Golomb code; the same as `golomb`, at speed. */
  golombs(count: number, order: number): Uint32Array {
    const { units } = this;
    const numbers = new Uint32Array(count);
    let { at } = this;
    for (let index = 0; index < count; index++) {
      const unit = at >> 4;
      const offset = at & 15;
      let window = ((units[unit] as number) << 16) | (units[unit + 1] as number);
      if (offset) window = (window << offset) | ((units[unit + 2] as number) >> (16 - offset));
      const zeros = Math.clz32(window);
      const width = 2 * zeros + 1 + order;
      if (width <= 32) {
        at += width;
        numbers[index] = ((window << zeros) >>> (zeros + 32 - width)) - 2 ** order;
      } else {
        this.at = at;
        numbers[index] = this.golomb(order);
        at = this.at;
      }
    }
    this.at = at;
    return numbers;
  }

  /** Ascending numbers, told by the gaps between them in exponential Golomb code. */
  ascending(count: number, order: number): Uint32Array {
    const numbers = this.golombs(count, order);
    let number = -1;
    for (let index = 0; index < count; index++) numbers[index] = number += (numbers[index] as number) + 1;
    return numbers;
  }

  /** The next 32 bits. */
  private window(): number {
    const unit = this.at >> 4;
    const offset = this.at & 15;
    const { units } = this;
    const upper = ((units[unit] as number) << 16) | (units[unit + 1] as number);
    return offset ? (upper << offset) | ((units[unit + 2] as number) >> (16 - offset)) : upper;
  }
}
