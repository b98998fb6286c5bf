/** How two texts are related, and the sentence that says so. Pure. */
import { percent } from "../core/facts.ts";
import { type DocumentData, type Facts, type Parallel, parallelOf, type TextData } from "../data/records.ts";
import { sameParagraphs } from "./copies.ts";
import type { Side } from "./wording.ts";

/** Two texts with what is known of each. */
export interface Loaded {
  readonly texts: Readonly<Record<Side, TextData>>;
  readonly data: Readonly<Record<Side, DocumentData>>;
}

export interface Related {
  /** passages: they share some; copies: one text twice, of which no passages are told; none: nothing is told. */
  readonly how: "passages" | "copies" | "none";
  readonly parallels: readonly Parallel[];
}

/** What detect tells of two texts; nothing is looked for here but in copies. */
export function related({ texts, data }: Loaded): Related {
  const [a, b] = [texts.a.facts[0], texts.b.facts[0]];
  const number = data.a.documents.findIndex((each) => each[0] === b);
  const parallels = data.a.parallels.map(parallelOf).filter((each) => each.other === number);
  if (parallels.length) return { how: "passages", parallels };
  if (a === b || data.a.copies.includes(b)) return { how: "copies", parallels: sameParagraphs(texts.a.paragraphs, texts.b.paragraphs) };
  return { how: "none", parallels: [] };
}

/** 《甲》的 31.9% 见于《乙》；《乙》的 40.0% 见于《甲》。 */
export function sentenceOf({ texts, data }: Loaded, { how, parallels }: Related): string {
  const [a, b] = [texts.a.facts, texts.b.facts];
  if (how === "passages") return `${part(a, b, data.a)}；${part(b, a, data.b)}。`;
  if (how === "none") return "没有找到这两篇共有的语句（八个字以上，相同或相近）。更短的、或者许多篇都有的文字，算作提法，不在这里对照。";
  const equal = parallels.filter((each) => each.kind === 0).length;
  const changed = parallels.length - equal;
  const [left, right] = [texts.a.paragraphs.length, texts.b.paragraphs.length];
  const rest = changed ? `；另有 ${changed} 段文字有改动` : "";
  return `两份文本${a[1] === b[1] ? "同名" : ""}：前一篇 ${left} 段中的 ${equal} 段，在后一篇 ${right} 段中都有${rest}。标点不计。`;
}

function part(from: Facts, to: Facts, known: DocumentData): string {
  const other = known.documents.find((each) => each[0] === to[0]);
  return `《${from[1]}》的 ${percent(other?.[5] ?? 0)} 见于《${to[1]}》（套话除外，${percent(other?.[6] ?? 0)}）`;
}
