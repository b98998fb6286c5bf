/** Remembers recent searches in this browser; they go nowhere else. */
import { remember, remembered } from "../reading/choices.ts";

const NAME = "searches";
const MOST = 8;

/** The last searches, latest first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(remembered(NAME) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(typed: string): void {
  const wording = typed.trim();
  if (!wording) return;
  store([wording, ...recentSearches().filter((each) => each !== wording)].slice(0, MOST));
}

export function forgetSearches(): void {
  store([]);
}

function store(searches: readonly string[]): void {
  remember(NAME, JSON.stringify(searches)); // where the browser keeps nothing, searching works without
}
