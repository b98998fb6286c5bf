/** A paragraph's text on the page: from offsets to places in the document and back. */

const ADDED = ".hj-note, .hj-pn"; // ours, not the text's

/** Text nodes of an element that belong to the text. */
export function textNodes(holder: Element): Text[] {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node instanceof Element && node.matches(ADDED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node);
  return found;
}

export function textOf(holder: Element): string {
  return textNodes(holder).map((node) => node.data).join("");
}

/** Offset in the holder's text of a place in one of its nodes. */
export function offsetOf(holder: Element, node: Node, offset: number): number {
  let base = 0;
  for (const each of textNodes(holder)) {
    if (each === node) return base + offset;
    if (node.contains(each) || node.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) return base;
    base += each.data.length;
  }
  return base;
}

/** The range of a stretch of the holder's text. */
export function rangeOf(holder: Element, start: number, end: number): Range {
  const range = document.createRange();
  range.selectNodeContents(holder);
  let base = 0;
  for (const node of textNodes(holder)) {
    const next = base + node.data.length;
    if (start >= base && start <= next) range.setStart(node, start - base);
    if (end > base && end <= next) {
      range.setEnd(node, end - base);
      break;
    }
    base = next;
  }
  return range;
}

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The place in the text under a point of the window. */
export function placeAt(x: number, y: number): { node: Node; offset: number } | null {
  const from = document as unknown as CaretDocument;
  const position = from.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = from.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
