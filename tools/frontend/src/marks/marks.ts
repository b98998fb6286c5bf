/** Marks every place of a query on the page, through whatever inline elements it runs. */
import type { Folder } from "../core/fold.ts";
import { locate, type Stretch } from "../core/locate.ts";
import { element } from "../element.ts";
import { blocksOf, textParts } from "./blocks.ts";

/** One place of the query on this page. */
export interface MarkedPlace {
  readonly marks: readonly HTMLElement[];
  /** The ids of the elements around it and of the aliases in its block. */
  readonly block: Element;
}

const HIT = "hj-hit";

/** Mark the wordings; places come in reading order. */
export function markPlaces(terms: readonly string[], folder: Folder): MarkedPlace[] {
  const places: MarkedPlace[] = [];
  for (const part of textParts()) {
    for (const block of [...blocksOf(part)]) {
      const located = locate(block.map((node) => node.data), terms, folder);
      if (located.places) places.push(...markBlock(block, located.stretches, located.places));
    }
  }
  return places;
}

function markBlock(block: readonly Text[], stretches: readonly Stretch[], count: number): MarkedPlace[] {
  const marks: HTMLElement[][] = Array.from({ length: count }, () => []);
  // Backwards, so that cutting a node leaves the offsets before the cut as they are.
  for (const stretch of [...stretches].reverse()) {
    const mark = wrap(block[stretch.node] as Text, stretch.start, stretch.end);
    for (const place of stretch.places) marks[place]?.unshift(mark);
  }
  return marks
    .filter((each) => each.length > 0)
    .map((each) => ({ marks: each, block: (each[0] as HTMLElement).parentElement as Element }));
}

function wrap(node: Text, start: number, end: number): HTMLElement {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const mark = element("mark", { class: HIT });
  range.surroundContents(mark);
  return mark;
}

/** Take all marks away; the text nodes become whole again. */
export function unmark(): void {
  for (const mark of document.querySelectorAll(`mark.${HIT}`)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}
