/** Remembers an open search in this history entry, so that "back" returns to the results. */
import { keep, kept } from "../reading/visit.ts";

export interface Remembered {
  readonly query: string;
  /** Scroll offset of the result list, in CSS pixels. */
  readonly scroll: number;
  /** Address of the result that was followed. */
  readonly followed: string;
}

const KEY = "hujianSearch";

export function remember(search: Remembered): void {
  keep(KEY, search);
}

export function forget(): void {
  if (remembered()) keep(KEY, null);
}

export function remembered(): Remembered | null {
  return kept(KEY);
}
