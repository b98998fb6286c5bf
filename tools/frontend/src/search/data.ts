/** Loads the search data by classic script tags, the only way that also works on file://. */
import { type FoldTable, Folder } from "../core/fold.ts";
import type { StoredDocument } from "../core/library.ts";
import { siteUrl } from "../site.ts";

interface Manifest {
  readonly fold: string;
  readonly guide: string;
  readonly texts: readonly string[];
}

interface Guide {
  /** [id, canonical wording, number of documents] */
  readonly formulations: readonly (readonly [string, string, number])[];
}

/** What the data files call; see hujian/search/script.py. */
interface Receiver {
  manifest(data: Manifest): void;
  fold(data: FoldTable): void;
  guide(data: Guide): void;
  add(data: readonly StoredDocument[]): void;
}

declare global {
  interface Window {
    hujianSearch?: Receiver;
  }
}

/** A data file that is missing or damaged; `file` is its site-relative path. */
export class MissingData extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`missing: ${file}`);
    this.file = file;
  }
}

const FOLDER = "search/";
const MANIFEST = "manifest.js";
const received = new Map<string, unknown>(); // by absolute address of the script
const loading = new Map<string, Promise<unknown>>();

function receive(data: unknown): void {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement) received.set(current.src, data);
}

/** Load one data file, once; a failure may be tried again. */
function load<T>(name: string, suffix = ""): Promise<T> {
  const path = FOLDER + name;
  const url = siteUrl(path) + suffix;
  let promise = loading.get(url) as Promise<T> | undefined;
  if (!promise) {
    promise = request<T>(url, path);
    loading.set(url, promise);
    promise.catch(() => loading.delete(url));
  }
  return promise;
}

function request<T>(url: string, path: string): Promise<T> {
  window.hujianSearch ??= { manifest: receive, fold: receive, guide: receive, add: receive };
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onerror = () => reject(new MissingData(path));
    // A damaged script loads too, but never calls its receiver.
    script.onload = () => (received.has(url) ? resolve(received.get(url) as T) : reject(new MissingData(path)));
    document.head.append(script);
  });
}

const manifest = (): Promise<Manifest> => load<Manifest>(MANIFEST);
/** The manifest, past the browser's cache: an earlier build's may name files that are gone. */
const freshManifest = (): Promise<Manifest> => load<Manifest>(MANIFEST, "?again");

/** Load a file that the manifest names. */
async function loadNamed<T>(name: (manifest: Manifest) => string): Promise<T> {
  const first = name(await manifest());
  try {
    return await load<T>(first);
  } catch (error) {
    const fresh = name(await freshManifest());
    if (fresh === first) throw error;
    return load<T>(fresh);
  }
}

let folder: Promise<Folder> | undefined;

/** The folder of this site's letters. */
export function loadFolder(): Promise<Folder> {
  folder ??= loadNamed<FoldTable>((names) => names.fold).then((table) => new Folder(table));
  folder.catch(() => (folder = undefined));
  return folder;
}

/** Formulations for suggestions. */
export function loadGuide(): Promise<Guide> {
  return loadNamed((names) => names.guide);
}

export interface Texts {
  readonly documents: readonly StoredDocument[];
  /** Files that could not be loaded; results are incomplete if there are any. */
  readonly missing: readonly string[];
}

type Progress = (done: number, all: number) => void;

/** All texts; `progress` is told how many of the files have arrived. */
export async function loadTexts(progress: Progress): Promise<Texts> {
  const { texts } = await manifest();
  const loaded = await loadParts(texts, progress);
  if (loaded.missing.length === 0) return loaded;
  const fresh = await freshManifest().catch(() => ({ texts }));
  return String(fresh.texts) === String(texts) ? loaded : loadParts(fresh.texts, progress);
}

async function loadParts(names: readonly string[], progress: Progress): Promise<Texts> {
  let done = 0;
  progress(done, names.length);
  const documents: StoredDocument[][] = names.map(() => []);
  const missing: string[] = [];
  const loadPart = async (name: string, at: number): Promise<void> => {
    try {
      documents[at] = await load<StoredDocument[]>(name);
    } catch {
      missing.push(FOLDER + name);
    }
    progress(++done, names.length);
  };
  await Promise.all(names.map(loadPart));
  return { documents: documents.flat(), missing: missing.sort() };
}
