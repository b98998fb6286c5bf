/** What can be done with selected text: cite it, search it, clip it. */
import { addClipping } from "../basket/basket.ts";
import { element } from "../element.ts";
import { copyText } from "../reading/copy.ts";
import { permanentLink } from "../reading/numbers.ts";
import { say } from "../reading/say.ts";
import { addressOfWording } from "../search/address.ts";
import { isoDate, quotation, reference } from "./citation.ts";

const AREA = ".hj-doc .hj-body, .hj-doc .hj-title";
const PAUSE = 250; // ms after the last change: the reader is done selecting
const GAP = 8;

interface Selected {
  readonly text: string;
  readonly paragraph: string; // id, or "" in the title
  readonly box: DOMRect;
}

export function startToolbar(article: HTMLElement): void {
  const button = (label: string, action: (selected: Selected) => void): HTMLElement => {
    const made = element("button", { type: "button", class: "hj-button" }, label);
    made.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    made.addEventListener("click", () => {
      const found = selected();
      if (found) action(found);
    });
    return made;
  };
  const search = element("a", { class: "hj-button", href: "#" }, "查此提法");
  const bar = element(
    "div",
    { class: "hj-selection md-typeset", role: "toolbar", "aria-label": "所选文字", hidden: true },
    button("复制引文", (found) => void cite(article, found)),
    search,
    button("加入摘录", (found) => clip(article, found)),
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

function selected(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  if (!start?.closest(AREA)) return null;
  const copied = range.cloneContents();
  for (const ours of copied.querySelectorAll(".hj-note, .hj-pn")) ours.remove();
  const text = (copied.textContent ?? "").trim();
  const holder = start.closest<HTMLElement>(".hj-body > .hj-p, .hj-body > .hj-h > span[id], .hj-body > .hj-h");
  const id = holder?.matches(".hj-h") ? holder.querySelector("span[id]")?.id : holder?.id;
  return text ? { text, paragraph: id ?? "", box: range.getBoundingClientRect() } : null;
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
  const button = element("button", { type: "button", class: "hj-button" }, "复制");
  button.addEventListener("click", () => void copyText(whole).then((done) => say(done ? "已复制引文" : "未能复制，浏览器不允许")));
  line.textContent = whole;
  line.after(element("p", { class: "hj-bar" }, button));
}

function source(article: HTMLElement, paragraph: string): string {
  return reference(article.dataset.cite ?? document.title, paragraph.slice(1), permanentLink(paragraph), isoDate(new Date()));
}

async function cite(article: HTMLElement, found: Selected): Promise<void> {
  say((await copyText(quotation(found.text, source(article, found.paragraph)))) ? "已复制引文" : "未能复制，浏览器不允许");
}

function clip(article: HTMLElement, found: Selected): void {
  const kept = addClipping({ text: found.text, source: source(article, found.paragraph), url: permanentLink(found.paragraph) });
  say(kept ? "已加入摘录" : "未能加入摘录：浏览器不允许保存");
}
