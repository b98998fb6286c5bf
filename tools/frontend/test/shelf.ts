/** A small library for the tests. */
import { enter, type Entry, type StoredDocument } from "../src/core/library.ts";
import { folder } from "./folder.ts";

/** A document of paragraphs; kinds default to body. */
export function stored(url: string, texts: string[], kinds = "b".repeat(texts.length), leads: [number, number, number][] = []): StoredDocument {
  return { url, title: url, ids: texts.map((_, at) => `p${at + 1}`), kinds, texts, leads };
}

export function entries(...documents: StoredDocument[]): Entry[] {
  return documents.map((document) => enter(document, folder));
}
