/** On a phone the parallels rise from below; the back button lets them sink again. */
import { element } from "../element.ts";

export class Sheet {
  readonly content: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly closeButton: HTMLElement;
  private readonly closed: () => void;

  constructor(closed: () => void) {
    this.closed = closed;
    this.content = element("div", { class: "hj-sheet-content md-typeset", tabindex: 0 });
    this.closeButton = element("button", { type: "button", class: "hj-sheet-close" }, "关闭");
    this.closeButton.addEventListener("click", () => this.close());
    const head = element("div", { class: "hj-sheet-head" }, element("strong", {}, "互见"), this.closeButton);
    this.sheet = element("section", { class: "hj-sheet", role: "dialog", "aria-label": "互见", hidden: true }, head, this.content);
    document.body.append(this.sheet);
    window.addEventListener("popstate", () => this.sink());
  }

  get isOpen(): boolean {
    return !this.sheet.hidden;
  }

  /** Where it begins in the window. */
  get top(): number {
    return this.sheet.getBoundingClientRect().top;
  }

  open(): void {
    this.content.scrollTop = 0;
    if (this.isOpen) return;
    this.sheet.hidden = false;
    history.pushState({ ...history.state, hujianSheet: true }, "");
    this.closeButton.focus({ preventScroll: true });
  }

  /** Close as the back button does, so that it need not be pressed for nothing. */
  close(): void {
    if (!this.isOpen) return;
    if (history.state?.hujianSheet) history.back();
    else this.sink();
  }

  private sink(): void {
    if (!this.isOpen) return;
    this.sheet.hidden = true;
    this.closed();
  }
}
