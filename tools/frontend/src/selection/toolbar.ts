/** What can be done with selected text: cite it, search it, clip it. */
import { addClipping } from "../basket/basket.ts";
import { button, element } from "../element.ts";
import { copyText } from "../reading/copy.ts";
import { permanentLink } from "../reading/numbers.ts";
import { say } from "../reading/say.ts";
import { addressOfWording } from "../search/address.ts";
import { isoDate, quotation, reference } from "./citation.ts";

const AREA = ".hj-doc .hj-body, .hj-doc .hj-title";
const HOLDER = ".hj-p[id], .hj-h > span[id]";
const PAUSE = 250; // ms after the last change: the reader is done selecting
const GAP = 8;

interface Selected {
  readonly text: string;
  readonly paragraph: string; // id of the first, or "" in the title
  readonly last: string; // id of the last paragraph
  readonly box: DOMRect;
}

export function startToolbar(article: HTMLElement): void {
  const action = (label: string, does: (selected: Selected) => void): HTMLElement => {
    const made = button(label, () => {
      const found = selected();
      if (found) does(found);
    });
    made.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    return made;
  };
  const search = element("a", { class: "hj-button", href: "#" }, "查此提法");
  const bar = element(
    "div",
    { class: "hj-selection md-typeset", role: "toolbar", "aria-label": "所选文字", hidden: true },
    action("复制引文", ({ text, paragraph, last }) => void copyCited(quotation(text, source(article, paragraph, last)))),
    search,
    action("加入摘录", (found) => clip(article, found)),
  );
  article.append(bar);
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const found = selected();
      bar.hidden = !found;
      if (!found) return;
      search.setAttribute("href", addressOfWording(found.text));
      place(bar, found.box);
    }, PAUSE);
  });
  window.addEventListener("scroll", () => {
    const found = bar.hidden ? null : selected();
    if (found) place(bar, found.box);
  }, { passive: true });
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !bar.hidden) document.getSelection()?.removeAllRanges();
  });
}

/** What is selected of the text; what the page says around it is never quoted with it. */
function selected(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const area = start?.closest(AREA);
  if (!start || !area) return null;
  if (!area.contains(range.endContainer)) range.setEnd(area, area.childNodes.length);
  const copied = range.cloneContents();
  for (const ours of copied.querySelectorAll(".hj-note, .hj-pn")) ours.remove();
  const text = (copied.textContent ?? "").trim();
  const holder = start.closest<HTMLElement>(".hj-body > .hj-p, .hj-body > .hj-h > span[id], .hj-body > .hj-h");
  const paragraph = (holder?.matches(".hj-h") ? holder.querySelector("span[id]") : holder)?.id ?? "";
  const copies = [...copied.querySelectorAll(HOLDER)].filter((each) => each.textContent?.trim());
  const last = copies.pop()?.id ?? paragraph; // copied whole are only several
  return text ? { text, paragraph, last, box: range.getBoundingClientRect() } : null;
}

function place(bar: HTMLElement, box: DOMRect): void {
  const { width, height } = bar.getBoundingClientRect();
  const above = box.top - height - GAP;
  bar.style.visibility = box.bottom < 0 || box.top > innerHeight ? "hidden" : ""; // it goes with what it is about
  bar.style.left = `${Math.max(GAP, Math.min(box.left, innerWidth - width - GAP))}px`;
  bar.style.top = `${above > 60 ? above : Math.min(box.bottom + GAP, innerHeight - height - GAP)}px`;
}

/** The whole reference of the page, with its address, where it stands ready to be copied. */
export function completeCitation(article: HTMLElement): void {
  const line = article.querySelector(".hj-citation");
  if (!line) return;
  const whole = source(article, "");
  line.textContent = whole;
  line.after(element("p", { class: "hj-bar" }, button("复制", () => void copyCited(whole))));
}

function source(article: HTMLElement, paragraph: string, last = paragraph): string {
  const place = [...new Set([paragraph, last])].map((id) => id.slice(1)).join("—");
  return reference(article.dataset.cite ?? document.title, place, permanentLink(paragraph), isoDate(new Date()));
}

async function copyCited(text: string): Promise<void> {
  say((await copyText(text)) ? "已复制引文" : "未能复制，浏览器不允许");
}

function clip(article: HTMLElement, found: Selected): void {
  const kept = addClipping({ text: found.text, source: source(article, found.paragraph, found.last), url: permanentLink(found.paragraph) });
  say(kept ? "已加入摘录" : "未能加入摘录：浏览器不允许保存");
}
