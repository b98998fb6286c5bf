/** Two texts in one sequence, for screens that hold one column. Pure. */
import { inOrder, type Pair } from "./align.ts";

/** A block of the sequence: paragraphs that only one text has, or one with its pairs. */
export type Block = { readonly side: "a" | "b"; readonly paragraphs: readonly number[] } | { readonly paragraph: number; readonly pairs: readonly Pair[] };

/** Both texts in one sequence, in which every paragraph of either has its place. */
export function sequence(a: number, b: number, pairs: readonly Pair[]): Block[] {
  const blocks: Block[] = [];
  const paired = new Set(pairs.map((pair) => pair.otherParagraph));
  const told = new Set<number>();
  const alone = (side: "a" | "b", at: number): void => {
    const last = blocks[blocks.length - 1];
    if (last && "side" in last && last.side === side) blocks[blocks.length - 1] = { side, paragraphs: [...last.paragraphs, at] };
    else blocks.push({ side, paragraphs: [at] });
  };
  /** Paragraphs that only the second text has, from one on to the next that is paired. */
  const follow = (from: number): void => {
    for (let at = from; at < b && !paired.has(at) && !told.has(at); at += 1) {
      told.add(at);
      alone("b", at);
    }
  };
  follow(0);
  for (let at = 0; at < a; at += 1) {
    const here = inOrder(pairs.filter(({ parallel }) => parallel.paragraph === at));
    if (!here.length) {
      alone("a", at);
      continue;
    }
    blocks.push({ paragraph: at, pairs: here });
    for (const { otherParagraph } of here) follow(otherParagraph + 1);
  }
  return blocks;
}
