/** On a phone the parallels rise from below; the back button lets them sink again. */
import { button, element } from "../element.ts";

export class Sheet {
  readonly content: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly closeButton: HTMLElement;
  private readonly closed: () => void;

  constructor(closed: () => void) {
    this.closed = closed;
    this.content = element("div", { class: "hj-sheet-content md-typeset", tabindex: 0 });
    this.closeButton = button("关闭", () => this.close(), { class: "hj-sheet-close" });
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

  /** Rise; the history keeps what it tells about, for a reader who follows a link in it and comes back. */
  open(asked: unknown): void {
    this.content.scrollTop = 0;
    history[history.state?.hujianSheet ? "replaceState" : "pushState"]({ ...history.state, hujianSheet: asked }, "");
    if (this.isOpen) return;
    this.sheet.hidden = false;
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
