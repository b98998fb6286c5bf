/** Paragraph numbers in the margin: a permanent link that a click copies. */
import { element } from "../element.ts";
import { copyText } from "./copy.ts";
import { say } from "./say.ts";

/** Address of a place on this page, without anything that belongs to this visit. */
export function permanentLink(id: string): string {
  const url = new URL(location.href);
  url.search = "";
  url.hash = id;
  return url.href;
}

export function startNumbers(): void {
  if (matchMedia("(hover: none)").matches) return; // no margin to put them in
  for (const paragraph of document.querySelectorAll<HTMLElement>(".hj-body > .hj-p[id]")) {
    const number = element("a", { class: "hj-pn", href: `#${paragraph.id}`, "aria-label": `第 ${paragraph.id.slice(1)} 段，复制网址` }, paragraph.id.slice(1));
    number.addEventListener("click", () => void copy(paragraph.id));
    paragraph.prepend(number);
  }
}

async function copy(id: string): Promise<void> {
  const url = permanentLink(id);
  say((await copyText(url)) ? `已复制第 ${id.slice(1)} 段的网址` : `未能复制，网址是 ${url}`);
}
