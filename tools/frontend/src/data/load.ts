/** A document's data, each file loaded once. */
import { hand, loadScript } from "../core/script.ts";
import { siteUrl } from "../site.ts";

declare global {
  interface Window {
    /** What the data files call; see hujian/write/script.py. */
    hujianData?: (name: string, value: unknown) => void;
  }
}

const loading = new Map<string, Promise<unknown>>();

/** The value in data/<name>.js; rejected if the file is missing or damaged. */
export function loadData<T>(name: string): Promise<T> {
  window.hujianData ??= (_, value) => hand(value);
  let promise = loading.get(name) as Promise<T> | undefined;
  if (!promise) {
    promise = loadScript<T>(siteUrl(`data/${name}.js`));
    loading.set(name, promise);
    promise.catch(() => loading.delete(name)); // the next call tries again
  }
  return promise;
}
