/** The small bar over a page whose places are marked: which one, previous, next, away. */
import { element } from "../element.ts";

export interface BarActions {
  readonly previous: () => void;
  readonly next: () => void;
  readonly clear: () => void;
}

export class HitBar {
  private readonly bar: HTMLElement;
  private readonly status: HTMLElement;

  constructor(query: string, actions: BarActions) {
    const button = (label: string, action: () => void): HTMLElement => {
      const made = element("button", { type: "button", class: "hj-hitbar__button" }, label);
      made.addEventListener("click", action);
      return made;
    };
    this.status = element("span", { class: "hj-hitbar__status", role: "status" });
    this.bar = element(
      "div",
      { class: "hj-hitbar", role: "region", "aria-label": "查找到的位置" },
      element("span", { class: "hj-hitbar__query" }, query),
      this.status,
      button("上一处", actions.previous),
      button("下一处", actions.next),
      button("清除", actions.clear),
    );
    document.body.append(this.bar);
  }

  /** Say where the reader is; `current` counts from 1. */
  show(current: number, all: number): void {
    this.status.textContent = all ? `第 ${current} / ${all} 处` : "本页没有这一字句";
    for (const button of this.bar.querySelectorAll<HTMLButtonElement>("button:not(:last-child)")) {
      button.disabled = all === 0;
    }
  }

  remove(): void {
    this.bar.remove();
  }
}
