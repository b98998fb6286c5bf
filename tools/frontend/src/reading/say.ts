/** One line at the window's foot that tells what happened, also to a screen reader. */
import { element } from "../element.ts";

const SHOWN = 2600; // ms
let line: HTMLElement | null = null;
let timer = 0;

export function say(text: string): void {
  line ??= document.body.appendChild(element("p", { class: "hj-said", role: "status" }));
  line.textContent = text;
  line.dataset.shown = "";
  clearTimeout(timer);
  timer = window.setTimeout(() => delete line?.dataset.shown, SHOWN);
}
