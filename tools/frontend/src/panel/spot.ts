/** Shows which stretch of the text is meant, without touching the text's elements. */

const NAME = "hj-spot";

interface Highlights {
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}

/** Mark a range; an older browser, which knows no highlights, marks nothing. */
export function spot(range: Range | null): void {
  const highlights = (CSS as unknown as { highlights?: Highlights }).highlights;
  const Made = (window as unknown as { Highlight?: new (range: Range) => unknown }).Highlight;
  if (!highlights || !Made) return;
  if (range) highlights.set(NAME, new Made(range));
  else highlights.delete(NAME);
}
