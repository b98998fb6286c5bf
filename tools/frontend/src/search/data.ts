/** The search data: which files there are, and what is made of them. */
import { type FacetData, type FormulationHolders, furtherFiles, withFurther } from "../core/facets.ts";
import { type FoldTable, Folder } from "../core/fold.ts";
import type { GramManifest } from "../core/grams/space.ts";
import { GramTier } from "../core/grams/tier.ts";
import { enter, type StoredDocument } from "../core/library.ts";
import { ScanTier } from "../core/scan.ts";
import { hand, loadScript } from "../core/script.ts";
import { MissingData, type Tier } from "../core/tier.ts";
import { siteUrl } from "../site.ts";

interface Names {
  readonly fold: string;
  readonly guide: string;
  readonly facets: string;
}

type Manifest = Names &
  (
    | { readonly tier: "scan"; readonly texts: readonly string[] }
    | (GramManifest & { readonly tier: "grams"; readonly index: string })
  );

/** For suggestions, most widespread first. */
export interface Guide {
  /** Id, canonical wording, number of documents. */
  readonly formulations: readonly (readonly [string, string, number])[];
  /** Name, number of documents. */
  readonly speakers: readonly (readonly [string, number])[];
}

/** What the data files call; see hujian/search/script.py. */
const FUNCTIONS = ["manifest", "fold", "guide", "facets", "add", "index", "grams", "text"] as const;

declare global {
  interface Window {
    hujianSearch?: Partial<Record<(typeof FUNCTIONS)[number], (data: unknown) => void>>;
  }
}

const FOLDER = "search/";
const MANIFEST = "manifest.js";
const small = new Map<string, Promise<unknown>>(); // files that every query needs

/** Load one data file; a failure may be tried again. */
export function load<T>(name: string, suffix = ""): Promise<T> {
  const path = FOLDER + name;
  window.hujianSearch ??= Object.fromEntries(FUNCTIONS.map((name) => [name, hand]));
  return loadScript<T>(siteUrl(path) + suffix).catch(() => {
    throw new MissingData(path);
  });
}

function loadOnce<T>(name: string, suffix = ""): Promise<T> {
  const key = name + suffix;
  let promise = small.get(key) as Promise<T> | undefined;
  if (!promise) {
    promise = load<T>(name, suffix);
    small.set(key, promise);
    promise.catch(() => small.delete(key));
  }
  return promise;
}

const manifest = (): Promise<Manifest> => loadOnce<Manifest>(MANIFEST);
/** The manifest, past the browser's cache: an earlier build's may name files that are gone. */
const freshManifest = (): Promise<Manifest> => loadOnce<Manifest>(MANIFEST, "?again");

/** Do something with the manifest; once more with a fresh one if files that it names are gone. */
async function withManifest<T>(use: (manifest: Manifest) => Promise<T>): Promise<T> {
  const first = await manifest();
  try {
    return await use(first);
  } catch (error) {
    const fresh = await freshManifest();
    if (!(error instanceof MissingData) || JSON.stringify(fresh) === JSON.stringify(first)) throw error;
    return use(fresh);
  }
}

let folder: Promise<Folder> | undefined;

/** The folder of this site's letters. */
export function loadFolder(): Promise<Folder> {
  folder ??= withManifest((names) => loadOnce<FoldTable>(names.fold)).then((table) => new Folder(table));
  folder.catch(() => (folder = undefined));
  return folder;
}

/** Formulations and speakers for suggestions. */
export function loadGuide(): Promise<Guide> {
  return withManifest((names) => loadOnce<Guide>(names.guide));
}

/** By what results can be narrowed, with formulations of these ids, however few documents hold them. */
export function loadFacets(formulations: readonly string[]): Promise<FacetData> {
  return withManifest(async (names) => {
    const data = await loadOnce<FacetData>(names.facets);
    const files = furtherFiles(data, formulations).map((name) => loadOnce<readonly FormulationHolders[]>(name));
    return withFurther(data, (await Promise.all(files)).flat(), formulations);
  });
}

type Progress = (done: number, all: number) => void;

/** What answers queries; `progress` is told how many of the files have arrived. */
export async function loadTier(progress: Progress): Promise<Tier> {
  const letters = loadFolder();
  const tier = await withManifest<Tier>(async (names) => {
    if (names.tier === "scan") return loadTexts(names.texts, await letters, progress);
    return openGrams(names, await loadOnce<string>(names.index), await letters);
  });
  return tier;
}

function openGrams(names: GramManifest & { readonly index: string }, index: string, letters: Folder): Tier {
  try {
    return new GramTier(names, index, letters, load);
  } catch {
    throw new MissingData(FOLDER + names.index);
  }
}

/** The plain scan, over what can be loaded. Throws MissingData if nothing can. */
async function loadTexts(names: readonly string[], letters: Folder, progress: Progress): Promise<Tier> {
  let done = 0;
  progress(done, names.length);
  const documents: StoredDocument[][] = names.map(() => []);
  const missing: string[] = [];
  const loadPart = async (name: string, at: number): Promise<void> => {
    try {
      documents[at] = await loadOnce<StoredDocument[]>(name);
    } catch {
      missing.push(FOLDER + name);
    }
    progress(++done, names.length);
  };
  await Promise.all(names.map(loadPart));
  if (missing.length && missing.length === names.length) throw new MissingData(missing.sort()[0] as string);
  return new ScanTier(documents.flat().map((document) => enter(document, letters)), missing.sort());
}
