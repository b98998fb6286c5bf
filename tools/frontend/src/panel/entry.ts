/** One parallel as an entry: its place, its sentence with the differences marked, where to go from it. */
import { dateName } from "../core/facts.ts";
import { judged, IGNORE_ALL, type Piece, piecesOf } from "../data/pieces.ts";
import { DELETED, EQUAL, KIND_NAMES, MOVED, type Other, type Parallel } from "../data/records.ts";
import { element } from "../element.ts";
import { siteUrl } from "../site.ts";

/** The text there; what is only here is struck out, what is only there is underlined. */
export function difference(pieces: readonly Piece[]): Node[] {
  return pieces.flatMap(({ kind, here, there }): Node[] => {
    if (kind === EQUAL) return [document.createTextNode(there)];
    if (kind === MOVED) return [element("span", { class: "hj-moved", title: "次序不同" }, there)];
    const gone = here ? [element("del", {}, here)] : [];
    return kind === DELETED || !there ? gone : [...gone, element("ins", {}, there)];
  });
}

export function compareAddress(here: string, other: string, at = ""): string {
  const query = new URLSearchParams({ a: here, b: other, ...(at && { at }) });
  return siteUrl(`compare.html?${query}`);
}

export function placeAddress(other: Other, paragraph: string): string {
  return siteUrl(`texts/${other[0]}.html#${paragraph}`);
}

/** An entry; `here` is this document's page id, `at` the paragraph here, `text` its wording in this match. */
export function entry(parallel: Parallel, other: Other, here: string, at: string, text: string): HTMLElement {
  const pieces = judged(piecesOf(parallel.stretches, text, parallel.there), IGNORE_ALL);
  const order = parallel.earlier ? (parallel.earlier > 0 ? "晚于本文" : "早于本文") : "";
  return element(
    "article",
    { class: "hj-par", "data-match": parallel.match },
    element(
      "p",
      { class: "hj-par-head" },
      element("span", { class: `hj-kind hj-kind--${parallel.kind}` }, KIND_NAMES[parallel.kind] ?? ""),
      element("a", { href: placeAddress(other, parallel.otherParagraph) }, `《${other[1]}》`),
      element("span", { class: "hj-count" }, [dateName(other[2]), `第 ${parallel.otherParagraph.slice(1)} 段`, order].filter(Boolean).join(" · ")),
    ),
    element(
      "blockquote",
      { class: "hj-par-text" },
      element("span", { class: "hj-dim" }, parallel.before),
      ...difference(pieces),
      element("span", { class: "hj-dim" }, parallel.after),
    ),
    element(
      "p",
      { class: "hj-par-links" },
      element("a", { href: placeAddress(other, parallel.otherParagraph) }, "打开"),
      element("a", { href: compareAddress(here, other[0], at) }, "对照"),
    ),
  );
}
