/** The reader's clippings: kept in this browser only, to be taken away as a file. */
import { button, element } from "../element.ts";
import { remember, remembered } from "../reading/choices.ts";
import { asHtml, asMarkdown, asText, type Clipping } from "./formats.ts";

const NAME = "clippings";
const FORMATS = [
  ["文本", "摘录.txt", "text/plain", asText],
  ["Markdown", "摘录.md", "text/markdown", asMarkdown],
  ["Word（HTML）", "摘录.html", "text/html", asHtml],
] as const;

let opener: HTMLButtonElement | null = null;
let dialog: HTMLDialogElement | null = null;

function clippings(): Clipping[] {
  try {
    const kept: unknown = JSON.parse(remembered(NAME) ?? "[]");
    return Array.isArray(kept) ? (kept as Clipping[]) : [];
  } catch {
    return [];
  }
}

/** Whether it could be kept. */
export function addClipping(clipping: Clipping): boolean {
  const kept = remember(NAME, JSON.stringify([...clippings(), clipping]));
  showButton();
  return kept;
}

function keep(rest: readonly Clipping[]): void {
  remember(NAME, JSON.stringify(rest));
  showButton();
  fill();
}

/** Take one away; the focus goes to what stands in its place. */
function remove(from: readonly Clipping[], at: number): void {
  keep(from.filter((_, other) => other !== at));
  const left = dialog?.querySelectorAll<HTMLElement>("li button");
  left?.[Math.min(at, left.length - 1)]?.focus();
}

/** Show the basket's button where there is something in it. */
export function showButton(): void {
  const count = clippings().length;
  if (!opener) {
    if (!count) return;
    opener = document.body.appendChild(button("", open, { class: "hj-basket-button hj-button" }));
  }
  opener.textContent = `摘录 ${count}`;
  opener.hidden = count === 0;
}

function open(): void {
  if (!dialog) {
    dialog = element("dialog", { class: "hj-basket md-typeset", "aria-labelledby": "hj-basket-title" });
    document.body.append(dialog);
  }
  fill();
  dialog.showModal();
}

function fill(): void {
  if (!dialog) return;
  const kept = clippings();
  if (!kept.length) dialog.close();
  dialog.replaceChildren(
    element("h2", { id: "hj-basket-title" }, "摘录"),
    element("p", { class: "hj-count" }, `共 ${kept.length} 条，只存在这台电脑的这个浏览器里。`),
    element(
      "ol",
      { class: "hj-basket-list" },
      ...kept.map((each, at) =>
        element("li", {}, element("blockquote", {}, each.text), element("p", { class: "hj-count" }, each.source), button("移除", () => remove(kept, at))),
      ),
    ),
    element(
      "p",
      { class: "hj-bar" },
      ...FORMATS.map(([label, file, type, made]) => button(`存为${label}`, () => save(file, type, made(kept)))),
      button("清空", () => keep([])),
      button("关闭", () => dialog?.close()),
    ),
  );
}

function save(file: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element("a", { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
