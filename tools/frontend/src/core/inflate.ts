/** Decompresses raw DEFLATE (RFC 1951): browsers of 2021 offer no way of their own from disk. */

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const PADDING = 4; // bytes behind the end, so that a look ahead may pass it
const END_OF_BLOCK = 256;

/** Codes of one alphabet, for every value that the next bits may have: symbol * 16 + length of its code. */
interface Codes {
  readonly table: Uint16Array;
  readonly width: number; // bits by which the table is looked up: the longest code
}

function codesOf(lengths: readonly number[]): Codes {
  const width = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << width);
  let code = 0;
  for (let length = 1; length <= width; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      const entry = symbol * 16 + length;
      for (let at = reversed(code, length); at < table.length; at += 1 << length) table[at] = entry;
      code++;
    }
    code <<= 1;
  }
  return { table, width };
}

/** A code as it comes: its first bit lowest. */
function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
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
  private readonly end: number; // in bits
  private output: Uint8Array;
  private size = 0;
  private at = 0; // in bits

  constructor(input: Uint8Array) {
    this.input = new Uint8Array(input.length + PADDING);
    this.input.set(input);
    this.end = input.length * 8;
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

  /** The next 24 bits or more, the first one lowest. */
  private ahead(): number {
    const { input, at } = this;
    const byte = at >> 3;
    const four =
      (input[byte] as number) |
      ((input[byte + 1] as number) << 8) |
      ((input[byte + 2] as number) << 16) |
      ((input[byte + 3] as number) << 24);
    return four >>> (at & 7);
  }

  private skip(width: number): void {
    this.at += width;
    if (this.at > this.end) throw new RangeError("damaged data");
  }

  private bits(width: number): number {
    const value = this.ahead() & ((1 << width) - 1);
    this.skip(width);
    return value;
  }

  private symbol({ table, width }: Codes): number {
    const entry = table[this.ahead() & ((1 << width) - 1)] as number;
    if (entry === 0) throw new RangeError("damaged data");
    this.skip(entry & 15);
    return entry >> 4;
  }

  private put(byte: number): void {
    if (this.size === this.output.length) {
      const larger = new Uint8Array(this.size * 2 + 1024);
      larger.set(this.output);
      this.output = larger;
    }
    this.output[this.size++] = byte;
  }

  private copy(distance: number, length: number): void {
    for (let count = 0; count < length; count++) this.put(this.output[this.size - distance] as number);
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
        this.copy(distance, length);
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
