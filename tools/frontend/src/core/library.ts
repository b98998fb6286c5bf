/** The texts that are searched, folded once. */
import type { Folder } from "./fold.ts";

/** A document or page as hujian.search ships it. */
export interface StoredDocument {
  readonly url: string;
  readonly title: string;
  readonly date?: string;
  readonly level?: string;
  readonly speaker?: string;
  /** Paragraph ids ("" where a paragraph has no address of its own). */
  readonly ids: readonly string[];
  /** One letter a paragraph: see KINDS in hujian/search/kinds.py. */
  readonly kinds: string;
  readonly texts: readonly string[];
  /** Run-in headings: [index of the paragraph, start, end in UTF-16 units]. */
  readonly leads?: readonly (readonly [number, number, number])[];
}

/** A document with its letters: paragraphs joined by a line end, which no wording holds. */
export interface Entry {
  readonly document: StoredDocument;
  readonly letters: string;
  /** Where each paragraph starts in `letters`. */
  readonly starts: Uint32Array;
  /** Run-in headings: half-open ranges of `letters`. */
  readonly leads: readonly (readonly [number, number])[];
}

const PARAGRAPH_END = "\n";

/** Fold a document. */
export function enter(document: StoredDocument, folder: Folder): Entry {
  const starts = new Uint32Array(document.texts.length);
  const parts: string[] = [];
  let at = 0;
  document.texts.forEach((text, index) => {
    const letters = folder.letters(text);
    starts[index] = at;
    at += letters.length + PARAGRAPH_END.length;
    parts.push(letters);
  });
  const leads = (document.leads ?? []).map(([paragraph, from, to]) => {
    const text = document.texts[paragraph] ?? "";
    const start = (starts[paragraph] ?? 0) + folder.letters(text.slice(0, from)).length;
    return [start, start + folder.letters(text.slice(from, to)).length] as const;
  });
  return { document, letters: parts.join(PARAGRAPH_END), starts, leads };
}

/** Index of the paragraph in which a letter stands. */
export function paragraphAt(entry: Entry, letter: number): number {
  let low = 0;
  let high = entry.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((entry.starts[middle] as number) <= letter) low = middle;
    else high = middle;
  }
  return low;
}
