/** Remembers an open search in this history entry, so that "back" returns to the results. */

export interface Remembered {
  readonly query: string;
  /** Scroll offset of the result list, in CSS pixels. */
  readonly scroll: number;
  /** Address of the result that was followed. */
  readonly followed: string;
}

const KEY = "hujianSearch";

function entryState(): Record<string, unknown> {
  return typeof history.state === "object" && history.state !== null ? history.state : {};
}

export function remember(search: Remembered): void {
  history.replaceState({ ...entryState(), [KEY]: search }, "");
}

export function forget(): void {
  const { [KEY]: remembered, ...rest } = entryState();
  if (remembered) history.replaceState(rest, "");
}

export function remembered(): Remembered | null {
  return (entryState()[KEY] as Remembered | undefined) ?? null;
}
