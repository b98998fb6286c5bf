/** Loads search data from disk as a page would: runs the script and takes what it hands over. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { type Folder, Folder as Letters, type FoldTable } from "../src/core/fold.ts";
import type { GramManifest } from "../src/core/grams/space.ts";
import { GramTier } from "../src/core/grams/tier.ts";
import { enter, type StoredDocument } from "../src/core/library.ts";
import { ScanTier } from "../src/core/scan.ts";
import { type Load, MissingData, type Tier } from "../src/core/tier.ts";

const FUNCTIONS = ["manifest", "fold", "guide", "facets", "add", "index", "grams", "text"];

/** Load from a site's folder; `loaded` learns which files were asked for. */
export function disk(site: string, loaded: string[] = []): Load {
  return async <T>(name: string): Promise<T> => {
    loaded.push(name);
    try {
      const bytes = readFileSync(`${site}/search/${name}`);
      const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
      const script = wide ? bytes.toString("utf16le").slice(1) : bytes.toString("utf8");
      let data: unknown;
      const take = (given: unknown): void => void (data = given);
      runInNewContext(script, { hujianSearch: Object.fromEntries(FUNCTIONS.map((each) => [each, take])) });
      if (data === undefined) throw new Error("nothing handed over");
      return data as T;
    } catch {
      throw new MissingData(`search/${name}`);
    }
  };
}

interface Manifest extends GramManifest {
  readonly tier: "scan" | "grams";
  readonly fold: string;
  readonly index: string;
  readonly texts: readonly string[];
}

/** Open a site's search. */
export async function open(site: string, loaded: string[] = []): Promise<{ tier: Tier; folder: Folder }> {
  const load = disk(site, loaded);
  const manifest = await load<Manifest>("manifest.js");
  const folder = new Letters(await load<FoldTable>(manifest.fold));
  if (manifest.tier === "grams") {
    return { tier: new GramTier(manifest, await load<string>(manifest.index), folder, load), folder };
  }
  const documents: StoredDocument[] = [];
  for (const name of manifest.texts) documents.push(...(await load<StoredDocument[]>(name)));
  return { tier: new ScanTier(documents.map((document) => enter(document, folder))), folder };
}
