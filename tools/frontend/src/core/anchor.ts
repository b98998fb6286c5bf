/** The element that an address names. Pure. */

/** The id behind "#"; "" if there is none or it is malformed, as "#50%" is. */
export function hashId(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
