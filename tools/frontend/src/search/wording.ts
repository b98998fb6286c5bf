/** Every sentence that the search says to the reader. */
import type { Dimension } from "../core/facets.ts";
import type { Query } from "../core/query.ts";
import { thousands } from "../core/facts.ts";
import { type Found, type Hit, total } from "../core/tier.ts";

export const WORDING = {
  initial: "输入任意字句，标点、全半角、简繁不拘；空格表示“并且”，前加“-”表示排除。",
  opening: "正在打开全文……",
  exclusive: "只有排除的词。请再输入至少一个要找的词。",
  unsearchable: "只有标点符号，无从查找。请输入文字、字母、数字或脱漏号“×”。",
  searching: "正在查找……",
  noneSure: "检索数据不全：不能断定有没有。",
  none: "没有找到：共 0 篇 0 处。",
  near: "相近的提法",
  parts: "其中能找到的部分",
  indexes: "请换短些的字句，或从这里找",
  formulations: "提法",
  titles: "标题",
  speakers: "讲话人",
  supplied: "拟题",
  suppliedMeans: "原文没有写明这个题目，是整理时拟的；其中的字句不计入处数",
  named: "见于拟题",
  all: "全部结果，可按层级、年份、讲话人等筛选",
  narrowedNone: "所选范围内没有：0 篇 0 处。",
  save: "存为表格（CSV）",
  narrow: "缩小范围",
  moreChoices: "更多",
  recent: "最近查过",
  forget: "清除记录",
} as const;

export function progressSentence(done: number, all: number): string {
  return `正在打开全文……（${done}/${all}）`;
}

export const FACET_NAMES: Readonly<Record<Dimension, string>> = {
  level: "层级",
  year: "年份",
  speaker: "讲话人",
  part: "位置",
  formulation: "含有提法",
};

/** What is said of an answer above its results. */
export function answerSentence(state: Query["state"], found: Found, narrowed: boolean): string {
  if (state === "exclusive") return WORDING.exclusive;
  if (state === "unsearchable") return WORDING.unsearchable;
  if (state === "empty" && !narrowed) return WORDING.initial;
  if (state === "empty") return found.complete ? `所选范围内共 ${thousands(found.hits.length)} 篇` : WORDING.noneSure;
  if (narrowed && found.complete) return found.hits.length ? `所选范围内${countSentence(found)}` : WORDING.narrowedNone;
  return countSentence(found);
}

/** Number of documents and places; what is incomplete is called so. */
export function countSentence({ hits, complete }: Found): string {
  if (hits.length === 0) return complete ? WORDING.none : WORDING.noneSure;
  const places = hits.reduce((sum, hit) => sum + total(hit.places), 0);
  return `${complete ? "共" : "检索数据不全，已查到的部分中共"} ${thousands(hits.length)} 篇 ${thousands(places)} 处`;
}

/** That an exclusion leaves nothing. */
export function withoutExclusion(excluded: readonly string[]): string {
  return `若不排除${excluded.map((term) => `“${term}”`).join("")}`;
}

/** How many places a document has. */
export function placesSentence(hit: Hit): string {
  const places = total(hit.places);
  return places === 0 && hit.named ? WORDING.named : `${thousands(places)} 处`;
}

/** A document whose text could not be loaded: the count comes from the index, and is exact. */
export function unreadSentence(places: number, file: string): string {
  return `这里有 ${thousands(places)} 处，但这一篇的文字没有载入（${file}）。`;
}

/** For readers: what is wrong and what they can do about it. */
export function brokenSentence(files: readonly string[]): string {
  const names = files.slice(0, 3).join("、") + (files.length > 3 ? ` 等 ${files.length} 个文件` : "");
  return `检索数据没有载入：${names}。请刷新本页；若仍然如此，请网站的管理人检查该文件是否完整，或重新生成网站。`;
}

export function morePlaces(places: number): string {
  return `展开其余 ${thousands(places)} 处`;
}

export function moreDocuments(documents: number): string {
  return `再看 ${thousands(documents)} 篇`;
}

/** Choices that a list leaves out; `rarer`: there are others, which are not even counted. */
export function unlistedSentence(choices: number, rarer: boolean): string {
  return [choices ? `另有 ${choices} 项没有列出` : "", rarer ? "更少见的提法不在此列" : ""].filter(Boolean).join("，") + "。";
}

export function documentsOf(documents: number): string {
  return `${thousands(documents)} 篇`;
}
