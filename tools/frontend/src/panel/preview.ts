/** A small foretaste beside the pointer or the focus, after a moment. */
import { element } from "../element.ts";
import { mainPart } from "../site.ts";

const PATIENCE = 300; // ms: a passing pointer means nothing
const GAP = 14;

export class Preview {
  private readonly box = mainPart().appendChild(element("div", { class: "hj-preview md-typeset", role: "tooltip", hidden: true }));
  private timer = 0;

  /** Show what `made` gives beside a box of the window, unless told otherwise meanwhile. */
  plan(beside: DOMRect, made: () => Node[] | null): void {
    this.cancel();
    this.timer = window.setTimeout(() => {
      const content = made();
      if (!content) return;
      this.box.replaceChildren(...content);
      this.box.hidden = false;
      this.put(beside);
    }, PATIENCE);
  }

  /** Whether there was one to close. */
  cancel(): boolean {
    clearTimeout(this.timer);
    const open = !this.box.hidden;
    this.box.hidden = true;
    return open;
  }

  private put(beside: DOMRect): void {
    const { width, height } = this.box.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(beside.left, innerWidth - width - GAP));
    const below = beside.bottom + GAP / 2;
    const top = below + height < innerHeight ? below : Math.max(GAP, beside.top - height - GAP / 2);
    this.box.style.left = `${left}px`;
    this.box.style.top = `${top}px`;
  }
}
