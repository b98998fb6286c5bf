/** The right column's tabs: 目录 and 互见. */
import { button, element } from "../element.ts";

export class Tabs {
  readonly panel: HTMLElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly panels: readonly HTMLElement[];
  private readonly column: HTMLElement;

  constructor(column: HTMLElement, outline: HTMLElement) {
    this.column = column;
    this.panel = element("div", { class: "hj-panel md-typeset", id: "hj-panel", role: "tabpanel", "aria-labelledby": "hj-tab-1", tabindex: 0 });
    const first = element("div", { id: "hj-outline", role: "tabpanel", "aria-labelledby": "hj-tab-0" });
    outline.before(first);
    first.append(outline); // a navigation may not be a panel itself
    this.panels = [first, this.panel];
    this.buttons = ["目录", "互见"].map((label, at) =>
      button(label, () => this.open(at), { role: "tab", id: `hj-tab-${at}`, class: "hj-tab", "aria-controls": (this.panels[at] as HTMLElement).id }),
    );
    const list = element("div", { role: "tablist", class: "hj-tabs", "aria-label": "目录与互见" }, ...this.buttons);
    list.addEventListener("keydown", (event) => this.pressed(event));
    first.before(list);
    first.after(this.panel);
    const headings = outline.querySelector("a");
    if (!headings) first.append(element("p", { class: "hj-count" }, "本文没有小标题。"));
    this.open(headings ? 0 : 1);
  }

  /** Show 目录 (0) or 互见 (1). */
  open(which: number): void {
    this.buttons.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === which));
      tab.tabIndex = at === which ? 0 : -1;
      (this.panels[at] as HTMLElement).hidden = at !== which;
    });
    this.column.classList.toggle("hj-column--echoes", which === 1);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = this.panels[0]?.hidden ? 0 : 1;
    this.open(other);
    this.buttons[other]?.focus();
    event.preventDefault();
  }
}
