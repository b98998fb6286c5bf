/** Every sentence that the search says to the reader. */

export const WORDING = {
  initial: "输入任意字句，标点、全半角、简繁不拘；空格表示“并且”，前加“-”表示排除。",
  opening: "正在打开全文……",
  exclusive: "只有排除的词。请再输入至少一个要找的词。",
  unsearchable: "只有标点符号，无从查找。请输入文字、字母或数字。",
  none: "没有找到：共 0 篇 0 处。",
  near: "相近的提法",
  parts: "其中能找到的部分",
  formulations: "提法",
  titles: "标题",
  supplied: "标题",
  heading: "小标题",
} as const;

export function progressSentence(done: number, all: number): string {
  return `正在打开全文……（${done}/${all}）`;
}

export function countSentence(documents: number, places: number, complete: boolean): string {
  return `${complete ? "共" : "已载入的部分中共"} ${documents} 篇 ${places} 处`;
}

/** For readers: what is wrong and what they can do about it. */
export function brokenSentence(files: readonly string[]): string {
  const names = files.slice(0, 3).join("、") + (files.length > 3 ? ` 等 ${files.length} 个文件` : "");
  return `检索数据没有载入：${names}。请刷新本页；若仍然如此，请网站的管理人检查该文件是否完整，或重新生成网站。`;
}

export function morePlaces(places: number): string {
  return `展开其余 ${places} 处`;
}

export function moreDocuments(documents: number): string {
  return `再看 ${documents} 篇`;
}

export function placesIn(places: number): string {
  return `${places} 处`;
}

export function documentsOf(documents: number): string {
  return `${documents} 篇`;
}
