/** A formulation's page: orders of its concordance, opened lines, and the lines that the page left out. */
import { dateName, levelName, LEVELS } from "../core/facts.ts";
import { loadData } from "../data/load.ts";
import type { TextData } from "../data/records.ts";
import { button, element } from "../element.ts";
import { siteUrl } from "../site.ts";
import { compareLines, type Line, type Order } from "./order.ts";

/** [left, wording, right, url, title, date, rank] */
type RestRow = readonly [string, string, string, string, string, string, number];
const ORDERS: readonly (readonly [Order, string])[] = [["level", "层级"], ["date", "日期"], ["left", "前文"], ["right", "后文"]];

export function startKwic(): void {
  const list = document.querySelector<HTMLElement>(".hj-kwic");
  const bar = document.querySelector<HTMLElement>("[data-kwic]");
  const id = document.querySelector<HTMLElement>("[data-formulation]")?.dataset.formulation;
  if (!list || !bar || !id) return;
  const concordance = new Concordance(list);
  const buttons: HTMLElement[] = ORDERS.map(([order, label]) => {
    const sort = (): void => {
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === made));
      concordance.sort(order);
    };
    const made = button(label, sort, { "aria-pressed": String(order === "level") });
    return made;
  });
  bar.append(element("span", { role: "group", class: "hj-group-buttons", "aria-label": "排列" }, "按 ", ...buttons));
  const rest = document.querySelector<HTMLElement>("[data-rest]");
  if (rest) bar.append(restButton(id, concordance, rest));
}

/** The lines on the page, in the order that the reader wants. */
class Concordance {
  private readonly list: HTMLElement;
  private readonly lines: { readonly line: Line; readonly item: HTMLElement }[] = [];
  private order: Order = "level";

  constructor(list: HTMLElement) {
    this.list = list;
    this.add([...list.children] as HTMLElement[]);
  }

  /** Take lines in, in the order by level. */
  add(items: readonly HTMLElement[]): void {
    for (const item of items) {
      addOpener(item);
      this.lines.push({ line: lineOf(item, this.lines.length), item });
    }
    if (this.order !== "level" || items.some((item) => !item.isConnected)) this.sort(this.order);
  }

  sort(order: Order): void {
    this.order = order;
    const sorted = [...this.lines].sort((a, b) => compareLines(a.line, b.line, order));
    this.list.append(...sorted.map(({ item }) => item));
  }
}

function lineOf(item: HTMLElement, number: number): Line {
  const [date = "9999", rank = "7"] = (item.dataset.k ?? "").split("|");
  const part = (name: string): string => item.querySelector(`.hj-kwic-${name}`)?.textContent ?? "";
  return { left: part("left"), right: part("right"), date, rank: Number(rank), number };
}

function addOpener(item: HTMLElement): void {
  const opener = button("全段", () => void toggle(item, opener), { class: "hj-button hj-kwic-more", "aria-expanded": "false" });
  item.querySelector(".hj-kwic-where")?.before(opener); // on a phone the line flows around it
}

async function toggle(item: HTMLElement, opener: HTMLElement): Promise<void> {
  const open = item.querySelector(".hj-kwic-open");
  opener.setAttribute("aria-expanded", String(!open));
  if (open) return open.remove();
  const place = element("p", { class: "hj-kwic-open" }, "正在打开……"); // at once: a second click closes it again
  item.append(place);
  const url = new URL(item.querySelector<HTMLAnchorElement>(".hj-kwic-node")?.href ?? "");
  const document = decodeURIComponent(url.pathname.split("/").pop() ?? "").replace(/\.html$/u, "");
  const text = await loadData<TextData>(`${document}.text`).catch(() => null);
  const paragraph = text?.paragraphs.find(([id]) => id === url.hash.slice(1))?.[2];
  place.replaceChildren(...(paragraph ? marked(paragraph, item) : ["这一篇的文字未能载入，请按提法打开原文。"]));
}

/** The paragraph with this place of the phrase marked. */
function marked(paragraph: string, item: HTMLElement): (Node | string)[] {
  const part = (name: string): string => item.querySelector(`.hj-kwic-${name}`)?.textContent ?? "";
  const [left, wording] = [part("left"), part("node")];
  const at = paragraph.indexOf(left + wording + part("right"));
  const start = at < 0 ? paragraph.indexOf(wording) : at + left.length;
  if (start < 0) return [paragraph];
  return [paragraph.slice(0, start), element("mark", {}, wording), paragraph.slice(start + wording.length)];
}

function restButton(id: string, concordance: Concordance, rest: HTMLElement): HTMLElement {
  const made = button(`列出其余 ${rest.dataset.rest} 处`, () => {
    loadData<readonly RestRow[]>(id).then(
      (rows) => {
        concordance.add(rows.map(restLine));
        made.remove();
        rest.remove();
      },
      () => made.replaceChildren("未能载入，请下载 CSV"),
    );
  });
  return made;
}

function restLine([left, wording, right, url, title, date, rank]: RestRow): HTMLElement {
  return element(
    "li",
    { "data-k": `${date || "9999"}|${rank}` },
    element("span", { class: "hj-kwic-left" }, left),
    element("a", { class: "hj-kwic-node", href: siteUrl(url) }, wording),
    element("span", { class: "hj-kwic-right" }, right),
    element("span", { class: "hj-kwic-where" }, [levelName(LEVELS[rank] ?? ""), title, dateName(date)].join(" ")),
  );
}
