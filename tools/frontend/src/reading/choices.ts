/** What a reader chose, remembered in this browser for this site. */
import { siteUrl } from "../site.ts";

const PREFIX = `hujian:${new URL(siteUrl("")).pathname}:`;

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // storage is forbidden: nothing is remembered, all else works
  }
}

/** Whether it could be kept. */
export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}
