/** Numbers out of bits, and bits out of the text that a script holds; written by hujian/search/bits.py. */

const ESCAPE = 0xe000;
const TURN = 0x8000;
const PADDING = 4; // units behind the end, so that a window may look past it

/** The units of a packed text, as they were before those that a script may not hold were escaped. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + PADDING);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    units[size++] = unit === ESCAPE ? text.charCodeAt(++at) ^ TURN : unit;
  }
  return units.subarray(0, size + PADDING);
}

/** Bytes of a packed text, the higher one of each unit first. */
export function bytesOf(text: string): Uint8Array {
  const units = unitsOf(text);
  const bytes = new Uint8Array(units.length * 2);
  units.forEach((unit, at) => {
    bytes[2 * at] = unit >> 8;
    bytes[2 * at + 1] = unit & 0xff;
  });
  return bytes;
}

/** Reads numbers from bits, the highest bit of a unit first. */
export class BitReader {
  private readonly units: Uint16Array;
  private at = 0;

  constructor(text: string) {
    this.units = unitsOf(text);
  }

  /** Whether nothing but filling is left; `least` is the shortest that could follow, in bits. */
  done(least: number): boolean {
    return this.at + least > (this.units.length - PADDING) * 16;
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

  /** The next 32 bits. */
  private window(): number {
    const unit = this.at >> 4;
    const offset = this.at & 15;
    const { units } = this;
    const upper = ((units[unit] as number) << 16) | (units[unit + 1] as number);
    return offset ? (upper << offset) | ((units[unit + 2] as number) >> (16 - offset)) : upper;
  }
}
