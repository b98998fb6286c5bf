/** Decompresses raw DEFLATE (RFC 1951): browsers of 2021 offer no way of their own from disk. */

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15; // bits of a code
const END_OF_BLOCK = 256;

/** Codes of one alphabet: how many there are of each length, and their symbols in code order. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) next[length + 1] = next[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length) symbols[next[length]!++] = symbol;
  });
  return { counts, symbols };
}

/** Lengths and distances: each symbol's first value and how many further bits tell which. */
function ranges(first: number, steps: readonly number[]): { readonly base: number[]; readonly extra: number[] } {
  const base: number[] = [];
  let value = first;
  for (const bits of steps) {
    base.push(value);
    value += 2 ** bits;
  }
  return { base, extra: [...steps] };
}
const LENGTHS = ranges(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
LENGTHS.base.push(258);
LENGTHS.extra.push(0);
const DISTANCES = ranges(1, Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1)));

const FIXED_LENGTHS = codesOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = codesOf(new Array<number>(30).fill(5));

class Inflater {
  private readonly input: Uint8Array;
  private output: Uint8Array;
  private size = 0;
  private at = 0; // in bits

  constructor(input: Uint8Array) {
    this.input = input;
    this.output = new Uint8Array(input.length * 4);
  }

  run(): Uint8Array {
    for (let last = 0; !last; ) {
      last = this.bits(1);
      const kind = this.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.block(FIXED_LENGTHS, FIXED_DISTANCES);
      else if (kind === 2) this.block(...this.tables());
      else throw new RangeError("damaged data");
    }
    return this.output.subarray(0, this.size);
  }

  private bits(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit++, this.at++) value |= this.bit(this.at) << bit;
    return value;
  }

  private bit(at: number): number {
    if (at >> 3 >= this.input.length) throw new RangeError("damaged data");
    return ((this.input[at >> 3] as number) >> (at & 7)) & 1;
  }

  private symbol({ counts, symbols }: Codes): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= this.bit(this.at++);
      const count = counts[length] as number;
      if (code - count < first) return symbols[index + code - first] as number;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError("damaged data");
  }

  private put(byte: number): void {
    if (this.size === this.output.length) {
      const larger = new Uint8Array(this.size * 2 + 1024);
      larger.set(this.output);
      this.output = larger;
    }
    this.output[this.size++] = byte;
  }

  private stored(): void {
    this.at = (this.at + 7) & ~7;
    const length = this.bits(16);
    this.bits(16); // the same, turned
    for (let count = 0; count < length; count++) this.put(this.bits(8));
  }

  private tables(): [Codes, Codes] {
    const literals = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const described = this.bits(4) + 4;
    const lengths = new Array<number>(19).fill(0);
    for (const symbol of ORDER.slice(0, described)) lengths[symbol] = this.bits(3);
    const codes = codesOf(lengths);
    const all: number[] = [];
    while (all.length < literals + distances) {
      const symbol = this.symbol(codes);
      if (symbol < 16) all.push(symbol);
      else if (symbol === 16) repeat(all, all[all.length - 1] as number, this.bits(2) + 3);
      else repeat(all, 0, symbol === 17 ? this.bits(3) + 3 : this.bits(7) + 11);
    }
    return [codesOf(all.slice(0, literals)), codesOf(all.slice(literals))];
  }

  private block(literals: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) this.put(symbol);
      else {
        const kind = symbol - END_OF_BLOCK - 1;
        const length = (LENGTHS.base[kind] as number) + this.bits(LENGTHS.extra[kind] as number);
        const far = this.symbol(distances);
        const distance = (DISTANCES.base[far] as number) + this.bits(DISTANCES.extra[far] as number);
        if (!(distance <= this.size)) throw new RangeError("damaged data");
        for (let count = 0; count < length; count++) this.put(this.output[this.size - distance] as number);
      }
    }
  }
}

function repeat(list: number[], value: number, times: number): void {
  for (let count = 0; count < times; count++) list.push(value);
}

/** Decompress; bytes behind the end are passed over. Throws RangeError for damaged data. */
export function inflate(bytes: Uint8Array): Uint8Array {
  return new Inflater(bytes).run();
}
