/** The small bar over a page whose places are marked: which one, previous, next, away. */
import { thousands } from "../core/facts.ts";
import { button, element } from "../element.ts";

export interface BarActions {
  readonly previous: () => void;
  readonly next: () => void;
  readonly clear: () => void;
}

export class HitBar {
  private readonly bar: HTMLElement;
  private readonly status: HTMLElement;

  constructor(query: string, actions: BarActions) {
    const own = { class: "hj-hitbar__button" };
    this.status = element("span", { class: "hj-hitbar__status", role: "status" });
    this.bar = element(
      "div",
      { class: "hj-hitbar", role: "region", "aria-label": "查找到的位置" },
      element("span", { class: "hj-hitbar__query" }, query),
      this.status,
      button("上一处", actions.previous, own),
      button("下一处", actions.next, own),
      button("清除", actions.clear, own),
    );
    document.body.append(this.bar);
  }

  /** Say where the reader is; `current` counts from 1, and 0 is at no place. */
  show(current: number, all: number): void {
    const where = current ? `第 ${thousands(current)} / ${thousands(all)} 处` : `共 ${thousands(all)} 处`;
    this.status.textContent = all ? where : "本页没有这一字句";
    for (const step of this.bar.querySelectorAll<HTMLButtonElement>("button:not(:last-child)")) step.disabled = all === 0;
  }

  remove(): void {
    this.bar.remove();
  }
}
