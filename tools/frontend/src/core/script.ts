/** Loads data by a classic script tag, the only way that also works on file://. */

const handed = new WeakMap<Element, unknown>();

/** What a data file calls: takes its value, for whoever loads the script that is running. */
export function hand(value: unknown): void {
  if (document.currentScript) handed.set(document.currentScript, value);
}

/** The value that a script hands over; rejected if it is missing or damaged: such a one loads, but hands over nothing. */
export function loadScript<T>(url: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    const settle = (): void => {
      script.remove();
      if (handed.has(script)) resolve(handed.get(script) as T);
      else reject(new Error(`missing: ${url}`));
      handed.delete(script); // the caller alone decides how long it is kept
    };
    script.onload = settle;
    script.onerror = settle;
    document.head.append(script);
  });
}
