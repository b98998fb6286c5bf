/** The text of a page, block by block, as search knows it. */

// The same as in tools/hujian/search/pages.py.
const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);
const UNSEEN = "script, style, template, svg, math, noscript";
/** Made by the program: marks and numbers in a text, and all that follows a hand-written home page. */
const ADDED = ".hj-note, .hj-pn, .hj-supplied, .hj-generated";
/** On a document page only title and body are the text. */
const TEXT_PARTS = ".hj-doc .hj-title, .hj-doc .hj-body";

/** The parts of the page that hold the searched text. */
export function textParts(): Element[] {
  const parts = [...document.querySelectorAll(TEXT_PARTS)];
  return parts.length ? parts : [...document.querySelectorAll(".md-content .md-typeset")].slice(0, 1);
}

/** Text nodes of `part`, grouped by block, in order. */
export function* blocksOf(part: Element): Generator<Text[]> {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(`${UNSEEN}, ${ADDED}`) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  });
  let block: Text[] = [];
  let owner: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const holder = blockOf(node);
    if (holder !== owner && block.length) {
      yield block;
      block = [];
    }
    owner = holder;
    block.push(node);
  }
  if (block.length) yield block;
}

function blockOf(node: Node): Element | null {
  let holder = node.parentElement;
  while (holder && !BLOCKS.has(holder.tagName)) holder = holder.parentElement;
  return holder;
}
