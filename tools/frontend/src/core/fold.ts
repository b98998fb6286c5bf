/**
 * The one form in which texts are compared: letters only, width, case and script levelled.
 *
 * The same as tools/hujian/search/letters.py; tests/frontend holds both to one table and to every code point.
 * Offsets count UTF-16 units, as everything in the browser does.
 */

/** What the engine does not know by itself; made by hujian.search.foldtable, loaded with the search data. */
export interface FoldTable {
  /** Traditional characters, as steps from code point to code point; at the same places in `to` their simplified forms. */
  readonly steps: readonly number[];
  readonly to: string;
  /** Characters whose case folding is not their lower case, e.g. ß: ss. */
  readonly cases: Readonly<Record<string, string>>;
  /** Signs that count as letters: × stands for what a text leaves out. */
  readonly kept?: string;
}

/** Letters of a text; `offsets[i]` is the index of the character that unit i of `letters` came from. */
export interface Folded {
  readonly letters: string;
  readonly offsets: Uint32Array;
}

const LETTER = /^[\p{L}\p{N}]$/u;
const UNSEEN = 0;
const DROPPED = 1; // control characters are never letters, so their codes are free for flags
const COMPLEX = 2;
const CHUNK = 8192; // String.fromCharCode takes its units as arguments, and engines limit those

function isLoneSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Folds texts; keeps what it learnt about each character. */
export class Folder {
  private readonly simplified = new Map<string, string>();
  private readonly cases: Map<string, string>;
  private readonly kept: string;
  private readonly simple = new Uint16Array(0x10000); // UTF-16 unit -> unit, or one of the three flags
  private readonly complex = new Map<number, string>(); // code point -> zero, one or several letters

  constructor(table: FoldTable) {
    const to = [...table.to];
    let point = 0;
    table.steps.forEach((step, at) => this.simplified.set(String.fromCodePoint((point += step)), to[at] as string));
    this.cases = new Map(Object.entries(table.cases));
    this.kept = table.kept ?? "";
  }

  /** Fold one character to zero, one or several letters. */
  character(character: string): string {
    if (this.kept.includes(character)) return character;
    let letters = "";
    for (const part of character.normalize("NFKC")) {
      for (const letter of this.cases.get(part) ?? part.toLowerCase()) {
        if (LETTER.test(letter)) letters += this.simplified.get(letter) ?? letter;
      }
    }
    return letters;
  }

  /** Only the letters of a text, without the way back. */
  letters(text: string): string {
    return this.run(text, null);
  }

  /** Fold a text to its letters, with the way back. */
  fold(text: string): Folded {
    const offsets: number[] = [];
    const letters = this.run(text, offsets);
    return { letters, offsets: Uint32Array.from(offsets) };
  }

  private run(text: string, offsets: number[] | null): string {
    const units: number[] = [];
    const parts: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const simple = this.simple[unit] || this.learn(unit);
      if (simple === DROPPED) continue;
      const origin = at;
      if (simple !== COMPLEX) {
        units.push(simple);
        offsets?.push(origin);
      } else {
        const point = text.codePointAt(at) as number;
        if (point > 0xffff) at++;
        const letters = this.expand(point);
        for (let i = 0; i < letters.length; i++) {
          units.push(letters.charCodeAt(i));
          offsets?.push(origin);
        }
      }
      if (units.length >= CHUNK) parts.push(String.fromCharCode(...units.splice(0)));
    }
    parts.push(String.fromCharCode(...units));
    return parts.join("");
  }

  /** Look a UTF-16 unit up once. */
  private learn(unit: number): number {
    let learnt = COMPLEX;
    if (!isLoneSurrogate(unit)) {
      const letters = this.character(String.fromCharCode(unit));
      if (letters === "") learnt = DROPPED;
      else if (letters.length === 1) learnt = letters.charCodeAt(0);
    }
    return (this.simple[unit] = learnt === UNSEEN ? DROPPED : learnt);
  }

  private expand(point: number): string {
    if (isLoneSurrogate(point)) return "";
    let letters = this.complex.get(point);
    if (letters === undefined) {
      letters = this.character(String.fromCodePoint(point));
      this.complex.set(point, letters);
    }
    return letters;
  }
}
