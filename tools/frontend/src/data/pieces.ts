/** The alignment of two wordings as pieces that can be shown. Pure. */
import { DELETED, EQUAL, INSERTED, MOVED, REPLACED } from "./records.ts";

export interface Piece {
  readonly kind: number;
  readonly here: string;
  readonly there: string;
}

export interface Ignored {
  readonly punctuation: boolean;
  readonly numbering: boolean;
  readonly placeholders: boolean;
}

export const IGNORE_ALL: Ignored = { punctuation: true, numbering: true, placeholders: true };

const FIELDS = 5;
const MARKS = /[^\p{L}\p{N}×*＊%％]/gu;
const PLACEHOLDERS = /[×xX*＊○〇]+[%％]?/gu;
const NUMBERING = /(?:第?[一二三四五六七八九十]{1,3}(?:是|要|、|，)?|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、]|首先|其次|再次|最后)/gu;

/** Pieces in the order of the text there; `flat` as in data files. Without an alignment: one piece, unmarked. */
export function piecesOf(flat: readonly number[], here: string, there: string): Piece[] {
  if (flat.length === 0) return [{ kind: EQUAL, here, there }];
  const found: { at: number; piece: Piece }[] = [];
  for (let i = 0; i + FIELDS <= flat.length; i += FIELDS) {
    const [kind, a, b, c, d] = flat.slice(i, i + FIELDS) as [number, number, number, number, number];
    found.push({ at: c, piece: { kind, here: here.slice(a, b), there: there.slice(c, d) } });
  }
  return found.sort((a, b) => a.at - b.at).map((each) => each.piece);
}

/** Whether two wordings differ only in what shall be ignored. */
export function isTrifle(here: string, there: string, ignored: Ignored): boolean {
  return essence(here, ignored) === essence(there, ignored);
}

/** Pieces as a reader wants them told apart: trifles count as equal, or equal ones with other marks as replaced. */
export function judged(pieces: readonly Piece[], ignored: Ignored): Piece[] {
  return pieces.map((piece) => {
    if (piece.kind === MOVED) return piece;
    if (isTrifle(piece.here, piece.there, ignored)) return { ...piece, kind: EQUAL };
    if (piece.kind !== EQUAL) return piece;
    return { ...piece, kind: piece.here ? (piece.there ? REPLACED : DELETED) : INSERTED };
  });
}

function essence(text: string, ignored: Ignored): string {
  let kept = text;
  if (ignored.numbering) kept = kept.replace(NUMBERING, "");
  if (ignored.placeholders) kept = kept.replace(PLACEHOLDERS, "");
  if (ignored.punctuation) kept = kept.replace(MARKS, "");
  return kept;
}
