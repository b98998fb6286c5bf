/** Both texts beside each other; scrolling one brings the other to the aligned place. */
import type { Ignored, Piece } from "../data/pieces.ts";
import { EQUAL, MOVED, REPLACED, type TextData } from "../data/records.ts";
import { element } from "../element.ts";
import { type Aligned, sidePieces } from "./align.ts";

export type Side = "a" | "b";
const LINE = 1 / 3; // of the column's height: where a reader's eye is

/** A paragraph's segments with the differences inside each pair. */
export function paragraphOf(text: TextData, at: number, side: Side, aligned: Aligned, ignored: Ignored): HTMLElement {
  const [id, kind, wording] = text.paragraphs[at] as readonly [string, string, string];
  const made = element("p", { class: `hj-cp hj-cp--${kind}`, "data-id": id });
  for (const segment of aligned[side][at] ?? []) {
    const part = wording.slice(segment.start, segment.end);
    const pair = aligned.pairs[segment.pair];
    if (!pair) made.append(part);
    else made.append(pairOf(segment.pair, sidePieces(pair, hereOf(aligned, segment.pair, side, part), side, ignored), side, part));
  }
  return made;
}

/** The wording of side a is not in the parallel itself; that of b is. */
function hereOf(aligned: Aligned, pair: number, side: Side, part: string): string {
  return side === "a" ? part : (heres.get(aligned)?.[pair] ?? "");
}

const heres = new WeakMap<Aligned, readonly string[]>();

/** Remember the wordings of side a, pair by pair. */
export function rememberHeres(aligned: Aligned, text: TextData): void {
  heres.set(aligned, aligned.pairs.map(({ parallel }) => (text.paragraphs[parallel.paragraph]?.[2] ?? "").slice(parallel.start, parallel.end)));
}

function pairOf(number: number, pieces: readonly Piece[], side: Side, whole: string): HTMLElement {
  const complete = pieces.map((piece) => piece.there).join("") === whole; // an alignment that does not tile is not trusted
  const parts = complete ? pieces.map((piece) => shown(piece, side)) : [whole];
  return element("span", { class: "hj-pair", "data-pair": number, tabindex: 0 }, ...parts);
}

function shown({ kind, here, there }: Piece, side: Side): Node | string {
  if (kind === EQUAL) return there;
  if (kind === MOVED) return element("span", { class: "hj-moved", title: "次序不同" }, there);
  const name = side === "a" ? "del" : "ins";
  const title = kind === REPLACED || here ? `对方作：${here}` : "对方没有";
  return element(name, { class: kind === REPLACED ? "hj-replaced" : "hj-alone", title }, there);
}

export class Columns {
  readonly scrollers: Readonly<Record<Side, HTMLElement>>;
  /** Where this program last scrolled each column to: such a scroll is no reader's. */
  private readonly put: Record<Side, number> = { a: 0, b: 0 };

  constructor(a: HTMLElement, b: HTMLElement) {
    this.scrollers = { a, b };
    for (const side of ["a", "b"] as const) {
      const scroller = this.scrollers[side];
      scroller.addEventListener("scroll", () => this.scrolled(side), { passive: true });
      const go = (event: Event): void => {
        const pair = (event.target as Element).closest<HTMLElement>("[data-pair]")?.dataset.pair;
        if (pair !== undefined) this.lead(Number(pair), side);
      };
      scroller.addEventListener("click", go);
      scroller.addEventListener("focusin", go);
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

  /** Bring the other column to the height of this one's pair. */
  private lead(pair: number, from: Side): void {
    const to: Side = from === "a" ? "b" : "a";
    const here = this.find(from, pair);
    const there = this.find(to, pair);
    if (!here || !there) return;
    for (const each of document.querySelectorAll(".hj-pair--now")) each.classList.remove("hj-pair--now");
    here.classList.add("hj-pair--now");
    there.classList.add("hj-pair--now");
    this.move(to, there.getBoundingClientRect().top - here.getBoundingClientRect().top);
  }

  private scrolled(side: Side): void {
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
