/** The connections of a text: click or focus a sentence, and its parallels appear beside it. */
import { hashId } from "../core/anchor.ts";
import type { DocumentData } from "../data/records.ts";
import { offsetOf, placeAt, rangeOf, textOf } from "../reading/text.ts";
import { onlyDistinct } from "../reading/switches.ts";
import { SharingMap } from "./map.ts";
import { Places, sentenceAt, sentencesOf, type Stretch } from "./places.ts";
import { Preview } from "./preview.ts";
import { Sheet } from "./sheet.ts";
import { spot } from "./spot.ts";
import { Tabs } from "./tabs.ts";
import { answer, foretaste, overview } from "./view.ts";

const NARROW = "(max-width: 59.984375em)"; // where the theme has no right column
const UNDER_HEADER = 80; // pixels: what is higher may be covered by it
const NEAR = 12; // pixels between the text and the sheet that tells about it
const HOLDERS = ".hj-title .hj-line, .hj-body > .hj-p, .hj-body > .hj-h > span[id]";
/** Links of formulations; by address, since the theme gives and takes classes. */
export const FORMULATION = "a[href*='/formulations/']";

/** A stretch that is asked about, and the formulations that were pointed at in it, the linked one first. */
interface Aim extends Stretch {
  readonly pointed: readonly number[];
}

/** A click that asks for what stands elsewhere too, not for a link or a selection. */
export function asks(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false;
  if (event.detail === 0 || (event.target as Element).closest(".hj-pn")) return false; // Enter on a link follows it
  return document.getSelection()?.isCollapsed ?? true;
}

export class Connections {
  private readonly places: Places;
  private readonly here: string;
  private readonly tabs: Tabs | null;
  private readonly sheet: Sheet;
  private readonly preview = new Preview();
  private readonly narrow = matchMedia(NARROW);
  private readonly numbers = new Map<string, number>();
  private stops: Stretch[] | null = null; // made when first walked through
  private current: Stretch | null = null;

  constructor(article: HTMLElement, data: DocumentData) {
    this.places = new Places(data);
    this.here = article.dataset.document ?? "";
    data.ids.forEach((id, at) => this.numbers.set(id, at));
    const outline = document.querySelector<HTMLElement>(".md-sidebar--secondary .md-nav--secondary");
    const column = outline?.closest<HTMLElement>(".md-sidebar--secondary");
    this.tabs = outline && column ? new Tabs(column, outline) : null;
    this.sheet = new Sheet(() => this.clear());
    this.redraw();
    this.listen(article);
    new SharingMap(this.places, (paragraph) => this.holder(paragraph), this.preview, (stretch) => this.show({ ...stretch, pointed: [] }));
    this.arrive();
  }

  private holder(paragraph: number): Element | null {
    const id = this.places.data.ids[paragraph];
    const found = id ? document.getElementById(id) : null;
    return found?.matches(HOLDERS) ? found : null;
  }

  private listen(article: HTMLElement): void {
    article.addEventListener("click", (event) => this.clicked(event));
    article.addEventListener("focusin", (event) => this.focused(event));
    article.addEventListener("mouseover", (event) => this.hovered(event));
    article.addEventListener("mouseout", () => this.preview.cancel());
    window.addEventListener("scroll", () => this.preview.cancel(), { passive: true });
    window.addEventListener("keydown", (event) => this.pressed(event));
    window.addEventListener("beforeprint", () => this.clear());
  }

  private clicked(event: MouseEvent): void {
    if (asks(event) && this.ask(event.target as Element, event.clientX, event.clientY)) event.preventDefault();
  }

  /** Show what is asked for by pointing there; whether there is anything. */
  ask(target: Element, x: number, y: number): boolean {
    const holder = target.closest(HOLDERS);
    const note = target.closest(".hj-note");
    if (!holder && !note) return false;
    const aim = note ? this.whole(note) : this.aimAt(holder as Element, target, x, y);
    const found = aim !== null && (aim.pointed.length > 0 || !this.isEmpty(aim));
    if (found) this.show(aim);
    else this.close();
    return found;
  }

  private focused(event: FocusEvent): void {
    const target = event.target as Element;
    if (!target.matches(":focus-visible")) return; // a pointer's focus is followed by its click
    const holder = target.closest(HOLDERS);
    if (holder && target.matches(FORMULATION)) {
      const aim = this.aimOf(holder, target);
      if (!this.narrow.matches) this.show(aim);
      this.foretell(aim, target.getBoundingClientRect());
    } else if (target.matches(".hj-note") && !this.narrow.matches) {
      const aim = this.whole(target);
      if (aim) this.show(aim);
    }
  }

  private hovered(event: MouseEvent): void {
    const link = (event.target as Element).closest(FORMULATION);
    const holder = link?.closest(HOLDERS);
    if (!link || !holder || this.narrow.matches) return;
    this.foretell(this.aimOf(holder, link), link.getBoundingClientRect());
  }

  private foretell(aim: Aim, beside: DOMRect): void {
    this.preview.plan(beside, () => {
      const holder = this.holder(aim.paragraph);
      return holder && foretaste(this.places, this.here, { ...aim, text: textOf(holder) }, onlyDistinct());
    });
  }

  /** Esc, and j and k from place to place. */
  pressed(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (target.matches("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Escape") this.preview.cancel() || this.close();
    else if (event.key === "j") this.step(1);
    else if (event.key === "k") this.step(-1);
  }

  /** To the next or previous sentence that stands elsewhere too. */
  private step(by: number): void {
    const stops = (this.stops ??= this.shared());
    if (!stops.length) return;
    const at = this.current ? stops.findIndex((s) => s.paragraph === this.current?.paragraph && s.start === this.current.start) : -1;
    const next = stops[(Math.max(at, by > 0 ? -1 : 0) + by + stops.length) % stops.length] as Stretch;
    this.show({ ...next, pointed: [] });
    const holder = this.holder(next.paragraph);
    if (!holder) return;
    const box = rangeOf(holder, next.start, next.end).getBoundingClientRect();
    if (box.top < UNDER_HEADER || box.bottom > innerHeight - 40) scrollBy({ top: box.top - innerHeight / 3 });
  }

  /** What a link is about: its formulation, those within it, and its sentence. */
  private aimOf(holder: Element, link: Element): Aim {
    const start = offsetOf(holder, link, 0);
    return this.aim(holder, start, start + textOf(link).length);
  }

  private aimAt(holder: Element, target: Element, x: number, y: number): Aim | null {
    const place = placeAt(x, y);
    if (!place || !holder.contains(place.node)) return null;
    const at = offsetOf(holder, place.node, place.offset);
    const link = target.closest(FORMULATION);
    if (!link) return this.aim(holder, at, at);
    const first = offsetOf(holder, link, 0); // the caret may stand beside what was hit
    const within = Math.max(first, Math.min(at, first + textOf(link).length - 1));
    return this.aim(holder, within, within + 1);
  }

  private aim(holder: Element, start: number, end: number): Aim {
    const paragraph = this.numbers.get(holder.id) ?? -1;
    const pointed = end > start ? this.places.formulationsIn({ paragraph, start, end }) : [];
    return { paragraph, ...sentenceAt(textOf(holder), start), pointed };
  }

  private whole(note: Element): Aim | null {
    const holder = document.getElementById(note.id.slice(2));
    return holder ? { paragraph: this.numbers.get(holder.id) ?? -1, start: 0, end: textOf(holder).length, pointed: [] } : null;
  }

  private isEmpty(stretch: Stretch): boolean {
    return !this.places.parallelsIn(stretch, onlyDistinct()).length && !this.places.formulationsIn(stretch, onlyDistinct()).length;
  }

  private show(stretch: Aim): void {
    const holder = this.holder(stretch.paragraph);
    if (!holder) return;
    this.preview.cancel();
    this.current = stretch;
    spot(rangeOf(holder, stretch.start, stretch.end));
    const content = answer(this.places, this.here, { ...stretch, text: textOf(holder) }, onlyDistinct());
    if (this.narrow.matches) {
      this.sheet.content.replaceChildren(...content);
      this.sheet.open(stretch);
      const box = rangeOf(holder, stretch.start, stretch.end).getBoundingClientRect();
      const hidden = Math.min(box.bottom + NEAR - this.sheet.top, box.top - UNDER_HEADER);
      if (hidden > 0) scrollBy({ top: hidden });
    } else if (this.tabs) {
      this.tabs.panel.replaceChildren(...content);
      this.tabs.open(1);
      this.tabs.panel.closest(".md-sidebar__scrollwrap")?.scrollTo({ top: 0 });
    }
  }

  private close(): void {
    if (this.sheet.isOpen) this.sheet.close();
    else this.clear();
  }

  private clear(): void {
    spot(null);
    this.current = null;
    this.tabs?.panel.replaceChildren(...overview(this.places, this.here, document.title));
  }

  /** Everything that depends on whether 套话 counts. */
  redraw(): void {
    this.clear();
    this.stops = null;
  }

  /** All sentences that stand elsewhere too. */
  private shared(): Stretch[] {
    return this.places.data.ids.flatMap((_, paragraph) => {
      const holder = this.holder(paragraph);
      const found = holder ? sentencesOf(textOf(holder)).map((each) => ({ paragraph, ...each })) : [];
      return found.filter((each) => !this.isEmpty(each));
    });
  }

  /** Back from a link in the sheet: it is open as it was. ?f=<formulation>: come from its page to the place of it. */
  private arrive(): void {
    const left = history.state?.hujianSheet as Aim | undefined;
    if (left && this.narrow.matches) return this.show(left);
    const wanted = new URLSearchParams(location.search).get("f");
    const paragraph = this.numbers.get(hashId(location.hash));
    const row = this.places.data.marks.find((mark) => mark[0] === paragraph && this.places.data.formulations[mark[3]]?.[0] === wanted);
    const holder = row && this.holder(row[0]);
    if (!row || !holder) return;
    this.show({ paragraph: row[0], ...sentenceAt(textOf(holder), row[1]), pointed: [row[3]] });
    const range = rangeOf(holder, row[1], row[2]);
    spot(range);
    scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3 });
  }
}
