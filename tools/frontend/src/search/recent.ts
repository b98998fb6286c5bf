/** Remembers recent searches in this browser; they go nowhere else. */

const KEY = "hujian.recentSearches";
const MOST = 8;

/** The last searches, latest first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
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
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // a browser may refuse to keep anything; searching works without
  }
}
