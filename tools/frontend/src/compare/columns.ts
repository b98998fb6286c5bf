/** Both texts beside each other; scrolling one brings the other to the aligned place. */
import { inOrder, type Pair } from "./align.ts";
import type { Side } from "./wording.ts";

const LINE = 1 / 3; // of the column's height: where a reader's eye is
const NOW = "hj-pair--now";

export interface Followers {
  /** A pair is now at the reader's eye. */
  readonly now: (pair: Pair) => void;
  /** The columns were scrolled. */
  readonly moved: () => void;
}

export class Columns {
  readonly scrollers: Readonly<Record<Side, HTMLElement>>;
  private readonly pairs: readonly Pair[];
  private readonly followers: Followers;
  private current = -1;
  /** Where this program last scrolled each column to: such a scroll is no reader's. */
  private readonly put: Record<Side, number> = { a: 0, b: 0 };

  constructor(scrollers: Readonly<Record<Side, HTMLElement>>, pairs: readonly Pair[], followers: Followers) {
    this.scrollers = scrollers;
    this.pairs = pairs;
    this.followers = followers;
    for (const side of ["a", "b"] as const) {
      scrollers[side].addEventListener("scroll", () => this.scrolled(side), { passive: true });
      scrollers[side].addEventListener("click", (event) => {
        const pair = (event.target as Element).closest<HTMLElement>("[data-pair]")?.dataset.pair;
        if (pair !== undefined) this.lead(Number(pair), side);
      });
    }
  }

  /** Bring both columns to a pair. */
  show(pair: number): void {
    const target = this.find("a", pair);
    if (!target) return;
    const scroller = this.scrollers.a;
    this.move("a", target.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight * LINE);
    this.lead(pair, "a");
  }

  /** Bring a paragraph into sight, one that is in no pair. */
  reach(side: Side, id: string): void {
    const scroller = this.scrollers[side];
    const target = id && scroller.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (target) scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }

  /** To the next pair of the first text, or the one before. */
  step(by: number): void {
    const ordered = inOrder(this.pairs);
    const at = ordered.findIndex((pair) => pair.number === this.current);
    const next = ordered[at < 0 ? (by > 0 ? 0 : ordered.length - 1) : (at + by + ordered.length) % ordered.length];
    if (next) this.show(next.number);
  }

  /** Which part of a text is seen, as shares of its height. */
  seen(side: Side): readonly [number, number] {
    const { scrollTop, clientHeight, scrollHeight } = this.scrollers[side];
    return [scrollTop / scrollHeight, (scrollTop + clientHeight) / scrollHeight];
  }

  /** Bring the other column to the height of this one's pair. */
  private lead(pair: number, from: Side): void {
    const to: Side = from === "a" ? "b" : "a";
    const here = this.find(from, pair);
    const there = this.find(to, pair);
    if (!here || !there) return;
    for (const each of document.querySelectorAll(`.${NOW}`)) each.classList.remove(NOW);
    here.classList.add(NOW);
    there.classList.add(NOW);
    this.move(to, there.getBoundingClientRect().top - here.getBoundingClientRect().top);
    if (this.current === pair) return;
    this.current = pair;
    const known = this.pairs.find((each) => each.number === pair);
    if (known) this.followers.now(known);
  }

  private scrolled(side: Side): void {
    this.followers.moved();
    if (this.scrollers[side].scrollTop === this.put[side]) return; // this column only follows
    const box = this.scrollers[side].getBoundingClientRect();
    const line = box.top + box.height * LINE;
    let nearest: HTMLElement | null = null;
    let distance = Infinity;
    for (const each of this.scrollers[side].querySelectorAll<HTMLElement>("[data-pair]")) {
      const { top, bottom } = each.getBoundingClientRect();
      const away = top > line ? top - line : Math.max(0, line - bottom);
      if (away < distance) [nearest, distance] = [each, away];
    }
    if (nearest && distance < box.height) this.lead(Number(nearest.dataset.pair), side);
  }

  private move(side: Side, by: number): void {
    this.scrollers[side].scrollTop += by;
    this.put[side] = this.scrollers[side].scrollTop;
  }

  private find(side: Side, pair: number): HTMLElement | null {
    return this.scrollers[side].querySelector<HTMLElement>(`[data-pair="${pair}"]`);
  }
}
