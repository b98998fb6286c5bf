/** Material's search box with our search in it: opening, closing, typing, keys, back. */
import { MissingData } from "../core/tier.ts";
import { element } from "../element.ts";
import { onReturn } from "../reading/typed.ts";
import { addressOf } from "./address.ts";
import { type Answer, Engine } from "./engine.ts";
import { blockInSight, moveFocus, opens } from "./keys.ts";
import { forget, remember, remembered, type Remembered } from "./memory.ts";
import { rememberSearch } from "./recent.ts";
import { showHits } from "./results.ts";
import { showSuggestions } from "./suggestions.ts";
import { answerSentence, brokenSentence, progressSentence, WORDING } from "./wording.ts";

const TYPING_PAUSE = 60; // ms without a key before searching

/** Whether a click leaves this tab's page alone (new tab, new window, download). */
function opensElsewhere(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
}

/** A query that is being answered. */
interface Run {
  readonly typed: string;
  done: Promise<void>;
}

export class SearchBox {
  private readonly box: HTMLElement;
  private readonly toggle: HTMLInputElement;
  private readonly field: HTMLInputElement;
  private readonly output: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly meta: HTMLElement;
  private readonly warning: HTMLElement;
  private readonly suggestions: HTMLElement;
  private readonly list: HTMLElement;
  private readonly all = element("a", { class: "hj-search__all", hidden: true }, WORDING.all);
  private reading: HTMLElement | null = null; // where the reader was before
  private engine: Engine | null = null;
  private loading: Promise<void> | null = null;
  private timer = 0;
  private closing = false; // whether the reader asked for it
  private running: Run | null = null; // the last query

  constructor(box: HTMLElement, toggle: HTMLInputElement) {
    const part = <E extends HTMLElement>(selector: string): E => box.querySelector<E>(selector) as E;
    this.box = box;
    this.toggle = toggle;
    this.field = part(".md-search__input");
    this.output = part(".md-search__output");
    this.scroller = part(".md-search__scrollwrap");
    this.meta = part(".md-search-result__meta");
    this.warning = element("p", { class: "hj-search__warning", role: "alert", hidden: true });
    this.suggestions = element("div", { class: "hj-search__suggestions" });
    this.list = part(".md-search-result__list");
    this.list.before(this.warning, this.suggestions);
    this.list.after(this.all);
    this.output.hidden = !toggle.checked;
    this.listen();
  }

  /** Open, optionally with a query. */
  open(query?: string): void {
    const active = document.activeElement;
    if (!this.toggle.checked && active instanceof HTMLElement && !this.box.contains(active)) {
      this.reading = active === document.body ? null : active;
    }
    if (query !== undefined) this.field.value = query;
    if (this.toggle.checked) void this.search();
    else this.toggle.click();
    this.field.focus();
  }

  /** Close on the reader's behalf: the results are not wanted back. */
  close(): void {
    forget();
    this.closing = true;
    if (this.toggle.checked) this.toggle.click();
    this.closing = false;
    if (this.box.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
  }

  /** Close, and put the focus back where the reader was. */
  private leave(): void {
    const back = this.reading?.isConnected ? this.reading : blockInSight();
    this.close();
    back?.focus({ preventScroll: true });
  }

  private back(): void {
    const state = remembered();
    if (state) void this.restore(state);
  }

  /** Show the results again that the reader left by following one of them. */
  async restore(state: Remembered): Promise<void> {
    this.open(state.query);
    await this.search();
    this.scroller.scrollTop = state.scroll;
    const followed = [...this.output.querySelectorAll("a")].find((link) => link.href === state.followed);
    followed?.focus({ preventScroll: true });
  }

  private listen(): void {
    this.toggle.addEventListener("change", () => this.toggled());
    this.field.addEventListener("focus", () => this.toggle.checked || this.open());
    this.field.addEventListener("input", () => this.typed());
    this.field.form?.addEventListener("submit", (event) => event.preventDefault());
    this.field.form?.addEventListener("reset", () => setTimeout(() => this.open(""), 0));
    this.box.addEventListener("click", (event) => this.clicked(event));
    this.box.addEventListener("focusout", (event) => this.left(event));
    window.addEventListener("keydown", (event) => this.pressed(event));
    window.addEventListener("popstate", () => this.close()); // a jump on the page, or back from one
    window.addEventListener("pageshow", (event) => event.persisted || this.back());
    onReturn(() => this.back());
  }

  private toggled(): void {
    const open = this.toggle.checked;
    if (!open && !this.closing) {
      // Material closes its search a moment after a page with an anchor has opened: here, over the results.
      // A click within a click does nothing, so wait until that one is over.
      queueMicrotask(() => this.toggle.checked || this.toggle.click());
      return;
    }
    this.closing = false;
    this.output.hidden = !open;
    if (open) {
      this.field.focus();
      void this.search();
      return;
    }
    forget();
    this.field.blur(); // else the search would open again when the window gets the focus back
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), TYPING_PAUSE);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const wording = target.closest<HTMLElement>("[data-wording]")?.dataset.wording;
    if (wording !== undefined) return this.open(wording);
    if (target.closest("label[for=__search]")) {
      this.closing = this.toggle.checked;
      return;
    }
    const link = target.closest("a");
    if (!link || opensElsewhere(event)) return;
    rememberSearch(this.field.value);
    const samePage = link.href.split("#")[0] === location.href.split("#")[0];
    if (samePage) this.close();
    else remember({ query: this.field.value, scroll: this.scroller.scrollTop, followed: link.href });
  }

  /** Tab or a click led out of the box. */
  private left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.box.contains(event.relatedTarget)) this.close();
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.toggle.checked) {
      if (!opens(event)) return;
      event.preventDefault();
      this.open();
      this.field.select();
      return;
    }
    if (event.isComposing) return;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      Escape: () => this.leave(),
      ArrowDown: () => moveFocus(this.field, this.output, 1),
      ArrowUp: () => moveFocus(this.field, this.output, -1),
      Enter: document.activeElement === this.field ? () => void this.follow() : undefined,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  /** Enter in the field: go to the best result. */
  private async follow(): Promise<void> {
    await this.search();
    this.list.querySelector<HTMLElement>("a")?.click();
  }

  private async search(): Promise<void> {
    clearTimeout(this.timer);
    this.loading ??= this.load();
    await this.loading;
    const typed = this.field.value;
    if (!this.engine) return;
    if (this.list.dataset.query === typed) {
      this.running = null; // what was typed in between is not wanted any more
      return;
    }
    if (this.running?.typed !== typed) {
      const run: Run = { typed, done: Promise.resolve() };
      this.running = run;
      run.done = this.show(typed, this.engine, () => this.running !== run);
    }
    await this.running.done;
  }

  /** Answer one query; stops when the reader has typed another. */
  private async show(typed: string, engine: Engine, superseded: () => boolean): Promise<void> {
    const answer = await engine.answer(typed);
    const { found, query } = answer;
    const begin = (): boolean => {
      if (superseded()) return false;
      delete this.list.dataset.query; // from here on it no longer shows the last answer
      this.meta.textContent = answerSentence(query.state, found, false);
      this.warn(found.missing);
      this.scroller.scrollTop = 0;
      this.list.replaceChildren();
      this.all.hidden = found.hits.length === 0;
      this.all.href = addressOf({ typed });
      return true;
    };
    const missing = await showHits(this.list, { found, typed, terms: query.terms, engine, shows: () => true }, begin);
    if (superseded()) return;
    if (missing.length) this.warn([...found.missing, ...missing]);
    await this.suggest(answer, engine, superseded);
    if (!superseded()) this.list.dataset.query = typed; // what the list answers
  }

  private async suggest(answer: Answer, engine: Engine, superseded: () => boolean): Promise<void> {
    const suggestions = await engine.suggest(answer);
    if (!superseded()) showSuggestions(this.suggestions, answer.query, suggestions);
  }

  private async load(): Promise<void> {
    this.meta.textContent = WORDING.opening;
    try {
      this.engine = await Engine.load((done, all) => (this.meta.textContent = progressSentence(done, all)));
      this.warn([]);
    } catch (error) {
      this.loading = null; // the next key tries again
      this.meta.textContent = "";
      this.warn([error instanceof MissingData ? error.file : "search/manifest.js"]);
    }
  }

  private warn(files: readonly string[]): void {
    this.warning.hidden = files.length === 0;
    this.warning.textContent = files.length ? brokenSentence(files) : "";
  }
}

/** Put the search into the page's search box, if it has one. */
export function startSearch(): void {
  const box = document.querySelector<HTMLElement>(".md-search");
  const toggle = document.querySelector<HTMLInputElement>("#__search");
  if (box && toggle) new SearchBox(box, toggle);
}
