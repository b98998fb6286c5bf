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

let folder: Promise<Folder> | undefined;

/** The folder of this site's letters. */
export function loadFolder(): Promise<Folder> {
  folder ??= loadNamed<FoldTable>((manifest) => manifest.fold).then((table) => new Folder(table));
  folder.catch(() => (folder = undefined));
  return folder;
}

/** Formulations for suggestions. */
export function loadGuide(): Promise<Guide> {
  return loadNamed((manifest) => manifest.guide);
}

/** Load a file that the manifest names; an outdated manifest from the browser's cache is fetched anew once. */
async function loadNamed<T>(name: (manifest: Manifest) => string): Promise<T> {
  const first = name(await load<Manifest>(MANIFEST));
  try {
    return await load<T>(first);
  } catch (error) {
    const fresh = name(await load<Manifest>(MANIFEST, "?again"));
    if (fresh === first) throw error;
    return load<T>(fresh);
  }
}

export interface Texts {
  readonly documents: readonly StoredDocument[];
  /** Files that could not be loaded; results are incomplete if there are any. */
  readonly missing: readonly string[];
}

/** All texts; `progress` is told how many of the files have arrived. */
export async function loadTexts(progress: (done: number, all: number) => void): Promise<Texts> {
  const { texts } = await load<Manifest>(MANIFEST);
  let done = 0;
  progress(done, texts.length);
  const parts = await Promise.all(
    texts.map((name) =>
      load<readonly StoredDocument[]>(name)
        .then((documents) => ({ documents, missing: [] as string[] }))
        .catch(() => ({ documents: [] as readonly StoredDocument[], missing: [FOLDER + name] }))
        .finally(() => progress(++done, texts.length)),
    ),
  );
  return { documents: parts.flatMap((part) => part.documents), missing: parts.flatMap((part) => part.missing) };
}
