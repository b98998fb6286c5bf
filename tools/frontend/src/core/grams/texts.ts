/** Texts of single documents, loaded and unpacked; see hujian/search/texts.py. */
import { bytesOf } from "../bits.ts";
import type { Folder } from "../fold.ts";
import { inflate } from "../inflate.ts";
import { enter, type Entry, type StoredDocument } from "../library.ts";
import { type Load, MissingData } from "../tier.ts";
import type { Space } from "./space.ts";

const KEPT = 200; // documents in memory
const CHUNK = 8192; // String.fromCharCode takes its units as arguments, and engines limit those

/** A record as it is packed: ids are left out where they count p1, p2, ... */
type Head = Omit<StoredDocument, "ids" | "texts"> & { readonly ids?: string };

export class Texts {
  private readonly space: Space;
  private readonly load: Load;
  private readonly folder: Folder;
  private readonly entries = new Map<number, Promise<Entry>>();

  constructor(space: Space, load: Load, folder: Folder) {
    this.space = space;
    this.load = load;
    this.folder = folder;
  }

  /** Whether a document is there, or on its way. */
  has(document: number): boolean {
    return this.entries.has(document);
  }

  entry(document: number): Promise<Entry> {
    let entry = this.entries.get(document);
    if (!entry) {
      entry = this.unpack(document);
      entry.catch(() => this.entries.delete(document));
      this.entries.set(document, entry);
      const oldest = this.entries.keys().next().value;
      if (this.entries.size > KEPT && oldest !== undefined) this.entries.delete(oldest);
    }
    return entry;
  }

  private async unpack(document: number): Promise<Entry> {
    const name = this.space.textName(document);
    const packed = await this.load<string>(name);
    try {
      return enter(unpackDocument(packed), this.folder);
    } catch {
      throw new MissingData(`search/${name}`);
    }
  }
}

/** Unpack a document. Throws when it is damaged. */
export function unpackDocument(packed: string): StoredDocument {
  const [head = "", ...texts] = textOf(inflate(bytesOf(packed))).split("\n");
  const { ids, ...record } = JSON.parse(head) as Head;
  return { ...record, ids: ids?.split(",") ?? texts.map((_, at) => `p${at + 1}`), texts };
}

/** The text of UTF-16 (little endian), halves of surrogate pairs too. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unitwise(bytes); // a decoder refuses halves
  }
}

function unitwise(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = (bytes[2 * at] as number) | ((bytes[2 * at + 1] as number) << 8);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK) parts.push(String.fromCharCode(...units.subarray(at, at + CHUNK)));
  return parts.join("");
}
