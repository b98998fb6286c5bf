/** On a phone: a paragraph of the first text, under it what the second says in its pairs; what stands alone is folded. */
import type { Ignored } from "../data/pieces.ts";
import type { TextData } from "../data/records.ts";
import { element } from "../element.ts";
import { siteUrl } from "../site.ts";
import type { Aligned, Pair } from "./align.ts";
import { sequence } from "./sequence.ts";
import { pairOf, paragraphOf, type Side } from "./wording.ts";

const BEGINNING = 14; // characters of a fold's first paragraph

export function interleaved(texts: Readonly<Record<Side, TextData>>, aligned: Aligned, ignored: Ignored): HTMLElement[] {
  const draw = (side: Side, at: number): HTMLElement => paragraphOf(texts, at, side, aligned, ignored);
  return sequence(texts.a.paragraphs.length, texts.b.paragraphs.length, aligned.pairs).map((block) => {
    if ("side" in block) return fold(block.side, block.paragraphs.map((at) => draw(block.side, at)));
    const id = texts.a.paragraphs[block.paragraph]?.[0];
    return element("section", { class: "hj-couple", "data-id": id }, draw("a", block.paragraph), ...block.pairs.map((pair) => counterpart(texts, pair, ignored)));
  });
}

function fold(side: Side, paragraphs: readonly HTMLElement[]): HTMLElement {
  const letters = paragraphs.reduce((sum, each) => sum + (each.textContent ?? "").length, 0);
  const beginning = (paragraphs[0]?.textContent ?? "").slice(0, BEGINNING);
  const summary = element("summary", {}, `只见于${side === "a" ? "前" : "后"}一篇：${beginning}… `, element("span", { class: "hj-count" }, `${paragraphs.length} 段 ${letters} 字`));
  return element("details", { class: `hj-own hj-own--${side}` }, summary, ...paragraphs);
}

/** What the second text says in a pair, with a little of what stands around it. */
function counterpart(texts: Readonly<Record<Side, TextData>>, pair: Pair, ignored: Ignored): HTMLElement {
  const { before, after, otherParagraph } = pair.parallel;
  const dim = (text: string): HTMLElement => element("span", { class: "hj-dim" }, text);
  const place = element("a", { href: siteUrl(`texts/${texts.b.facts[0]}.html#${otherParagraph}`) }, `第 ${otherParagraph.slice(1)} 段`);
  return element("p", { class: "hj-cp hj-cp--there" }, place, " ", dim(before), pairOf(texts, pair, "b", ignored), dim(after));
}
