/** Loads a document's data by a classic script tag, the only way that also works on file://. */
import { siteUrl } from "../site.ts";

declare global {
  interface Window {
    hujianData?: (name: string, value: unknown) => void;
  }
}

const received = new Map<string, unknown>();
const loading = new Map<string, Promise<unknown>>();

/** The value in data/<name>.js; rejected if the file is missing or damaged. */
export function loadData<T>(name: string): Promise<T> {
  let promise = loading.get(name) as Promise<T> | undefined;
  if (!promise) {
    promise = request<T>(name);
    loading.set(name, promise);
    promise.catch(() => loading.delete(name)); // the next call tries again
  }
  return promise;
}

function request<T>(name: string): Promise<T> {
  window.hujianData ??= (given, value) => void received.set(given, value);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = siteUrl(`data/${name}.js`);
    const failed = (): void => reject(new Error(name));
    script.onerror = failed;
    script.onload = () => (received.has(name) ? resolve(received.get(name) as T) : failed());
    document.head.append(script);
  });
}
