/** Two texts compared: how much of each stands in the other, switches, and both of them in columns or interleaved. */
import { IGNORE_ALL, type Ignored } from "../data/pieces.ts";
import { button, element } from "../element.ts";
import { type Aligned, align, inOrder, type Pair } from "./align.ts";
import { Columns } from "./columns.ts";
import { interleaved } from "./interleaved.ts";
import { type Loaded, related, sentenceOf } from "./related.ts";
import { ribbon } from "./ribbon.ts";
import { paragraphOf, type Side } from "./wording.ts";

const NARROW = "screen and (max-width: 44.984375em)"; // paper is narrow too, and older browsers tell so in time to draw anew
const SWITCHES: readonly (readonly [keyof Ignored, string])[] = [
  ["punctuation", "标点"],
  ["numbering", "序号"],
  ["placeholders", "占位符"],
];

export class Comparison {
  private readonly loaded: Loaded;
  private readonly aligned: Aligned;
  private readonly narrow = matchMedia(NARROW);
  private readonly body = element("div", { class: "hj-compare-body" });
  private columns: Columns | null = null;
  private ignored: Ignored = IGNORE_ALL;
  private at: string;

  constructor(place: HTMLElement, loaded: Loaded, at: string) {
    this.loaded = loaded;
    this.at = at;
    const { a, b } = loaded.texts;
    const found = related(loaded);
    this.aligned = align(a.paragraphs, b.paragraphs, found.parallels);
    const switches = this.aligned.pairs.length ? [this.switches()] : []; // without pairs there is nothing to mark
    place.append(element("p", { class: "hj-covered" }, sentenceOf(loaded, found)), ...switches, this.body);
    this.draw();
    this.narrow.addEventListener("change", () => this.draw());
    window.addEventListener("keydown", (event) => this.pressed(event));
  }

  private switches(): HTMLElement {
    const buttons = SWITCHES.map(([name, label]) => {
      const flip = (): void => {
        this.ignored = { ...this.ignored, [name]: !this.ignored[name] };
        made.setAttribute("aria-pressed", String(this.ignored[name]));
        this.draw();
      };
      const made = button(label, flip, { "aria-pressed": "true" });
      return made;
    });
    const sign = (made: HTMLElement): HTMLElement => element("span", { class: "hj-pair" }, made);
    const legend = element(
      "p",
      { class: "hj-legend" },
      element("span", { class: "hj-pair" }, "相同"),
      sign(element("ins", { class: "hj-replaced" }, "改动")),
      sign(element("del", { class: "hj-alone" }, "只见于前一篇")),
      sign(element("ins", { class: "hj-alone" }, "只见于后一篇")),
      sign(element("span", { class: "hj-moved" }, "移动")),
    );
    const group = element("span", { role: "group", "aria-label": "不计哪些差别", class: "hj-group-buttons" }, "不计 ", ...buttons);
    return element("div", { class: "hj-bar" }, group, legend);
  }

  private draw(): void {
    this.columns = null;
    if (this.narrow.matches) this.interleave();
    else this.beside();
  }

  private beside(): void {
    const { texts } = this.loaded;
    const column = (side: Side): HTMLElement =>
      element("div", { class: "hj-column", tabindex: 0, role: "region", "aria-label": `${side === "a" ? "前" : "后"}一篇：${texts[side].facts[1]}`, lang: "zh-Hans" }, ...texts[side].paragraphs.map((_, at) => paragraphOf(texts, at, side, this.aligned, this.ignored)));
    const scrollers = { a: column("a"), b: column("b") };
    const bands = ribbon(texts, this.aligned, (pair) => columns.show(pair));
    const see = (): void => (["a", "b"] as const).forEach((side) => bands.see(side, columns.seen(side)));
    const columns = new Columns(scrollers, this.aligned.pairs, {
      now: (pair) => {
        bands.now(pair.number);
        this.remember(pair);
      },
      moved: see,
    });
    this.columns = columns;
    this.body.replaceChildren(scrollers.a, bands.svg, scrollers.b);
    const wanted = inOrder(this.aligned.pairs).find(({ parallel }) => texts.a.paragraphs[parallel.paragraph]?.[0] === this.at);
    if (wanted) columns.show(wanted.number);
    else columns.reach("a", this.at);
    see();
  }

  private interleave(): void {
    this.body.replaceChildren(...interleaved(this.loaded.texts, this.aligned, this.ignored));
    this.body.querySelector(`[data-id="${CSS.escape(this.at)}"]`)?.scrollIntoView({ block: "center" });
  }

  /** Let the address name the place, so that it can be passed on. */
  private remember({ parallel }: Pair): void {
    const at = this.loaded.texts.a.paragraphs[parallel.paragraph]?.[0];
    if (!at || at === this.at) return;
    this.at = at;
    const url = new URL(location.href);
    url.searchParams.set("at", at);
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // a browser that forbids it on file:// keeps the address that it has
    }
  }

  private pressed(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.matches("input, select, textarea")) return;
    if (event.key === "j") this.columns?.step(1);
    else if (event.key === "k") this.columns?.step(-1);
  }
}
