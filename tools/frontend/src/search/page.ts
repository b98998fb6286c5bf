/** The search page: search.html?q=..., with choices to narrow the results by, all of it in the address. */
import { type Dimension, Facets, isEmpty, type Selection } from "../core/facets.ts";
import type { Place } from "../core/scan.ts";
import { type Found, type Hit, MissingData } from "../core/tier.ts";
import { element } from "../element.ts";
import { addressOf, type Search, searchOf, toggled } from "./address.ts";
import { loadFacets } from "./data.ts";
import { type Answer, Engine } from "./engine.ts";
import { moveFocus, opens } from "./keys.ts";
import { showPanel } from "./panel.ts";
import { forgetSearches, recentSearches, rememberSearch } from "./recent.ts";
import { type Results, showHits } from "./results.ts";
import { showSuggestions, wordingRow } from "./suggestions.ts";
import { saveTable } from "./table.ts";
import { startTheme, startThemeSoon } from "./theme.ts";
import { answerSentence, brokenSentence, progressSentence, WORDING } from "./wording.ts";

const TYPING_PAUSE = 120; // ms without a key before searching
const STRIP = "hj-find__suggestions--strip"; // above results: one line, whose room is kept before it comes

class SearchPage {
  private readonly field = element("input", {
    type: "search",
    class: "hj-find__field",
    "aria-label": "全文检索",
    placeholder: "任意字句",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  private readonly form = element(
    "form",
    { class: "hj-find__form", role: "search", action: "#" },
    this.field,
    element("button", { type: "submit", class: "hj-find__button" }, "检索"),
  );
  private readonly suggestions = element("div", { class: "hj-find__suggestions" });
  private readonly meta = element("p", { class: "hj-find__meta", role: "status" });
  private readonly warning = element("p", { class: "hj-search__warning", role: "alert", hidden: true });
  private readonly save = element("button", { type: "button", class: "hj-find__button", hidden: true }, WORDING.save);
  private readonly panel = element("div", { class: "hj-find__panel" });
  private readonly list = element("ol", { class: "hj-find__list" });
  // Hidden until there is an answer.
  private readonly columns = element("div", { class: "hj-find__columns", hidden: true });
  private search: Search = searchOf(location.href);
  private answered: { readonly typed: string; readonly answer: Answer } | null = null;
  private results: Results | null = null;
  private engine: Promise<Engine> | null = null;
  private loaded: Engine | null = null;
  private facets: { readonly formulations: string; readonly made: Promise<Facets> } | null = null;
  private run = {}; // the search that is being shown
  private unwritten: { readonly address: string; readonly entry: boolean } | null = null; // for the history
  private timer = 0;

  constructor(place: HTMLElement) {
    const bar = element("div", { class: "hj-find__bar" }, this.meta, this.save);
    const wide = matchMedia("(min-width: 60em)").matches; // on a small screen the results come first
    const summary = element("summary", {}, WORDING.narrow);
    const narrow = element("details", { class: "hj-find__narrow", open: wide }, summary, this.panel);
    this.columns.append(narrow, this.list);
    place.replaceChildren(this.form, bar, this.suggestions, this.warning, this.columns);
    this.listen();
    this.field.value = this.search.typed;
    startThemeSoon();
    void this.show();
  }

  private listen(): void {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.go({ ...this.search, typed: this.field.value }, true);
      rememberSearch(this.field.value);
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.go({ ...this.search, typed: this.field.value }), TYPING_PAUSE);
    });
    this.suggestions.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("click", () => {
      this.writeHistory();
      rememberSearch(this.search.typed);
    });
    this.save.addEventListener("click", () => this.results && void saveTable(this.results));
    window.addEventListener("keydown", (event) => this.pressed(event), true);
    window.addEventListener("popstate", () => {
      this.unwritten = null;
      this.search = searchOf(location.href);
      this.field.value = this.search.typed;
      void this.show();
    });
  }

  /** Search something else; a search that was asked for gets an entry of its own in the history. */
  private go(search: Search, entry = false): void {
    if (this.unwritten?.entry) this.writeHistory();
    this.search = search;
    const address = addressOf(search);
    this.unwritten = address === location.href ? null : { address, entry };
    void this.show();
  }

  /** Write down what is shown: browsers take their time over it, and so the first result goes before. */
  private writeHistory(): void {
    if (!this.unwritten) return;
    const { address, entry } = this.unwritten;
    this.unwritten = null;
    history[entry ? "pushState" : "replaceState"](history.state, "", address);
  }

  /** What had to wait for the results. */
  private shown(): void {
    this.writeHistory();
    startTheme();
  }

  private clicked(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-wording], [data-forget]");
    if (!button) return;
    if (button.dataset.wording === undefined) {
      forgetSearches();
      this.suggestions.replaceChildren();
    } else {
      this.field.value = button.dataset.wording;
      this.go({ ...this.search, typed: this.field.value }, true);
      rememberSearch(this.field.value);
    }
    this.field.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const inside = this.list.contains(document.activeElement) || document.activeElement === this.field;
    if (opens(event)) {
      this.field.focus();
      this.field.select();
    } else if (inside && !event.isComposing && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      moveFocus(this.field, this.list, event.key === "ArrowDown" ? 1 : -1);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Show what is asked for; stops when the reader asks for something else. */
  private async show(): Promise<void> {
    const run = (this.run = {});
    const superseded = (): boolean => this.run !== run;
    const { typed, selection } = this.search;
    try {
      this.engine ??= Engine.load((done, all) => (this.meta.textContent = progressSentence(done, all)));
      const engine = (this.loaded ??= await this.engine); // without a pause, once it is there
      if (this.answered?.typed !== typed) {
        const answer = await engine.answer(typed);
        if (superseded()) return;
        this.answered = { typed, answer };
      }
      const { answer } = this.answered as { answer: Answer };
      const narrowing = !isEmpty(selection);
      const all = answer.query.state === "empty" && narrowing ? everything(engine.tier.size) : answer.found;
      const left = narrowing ? await this.narrowed(all, selection) : all;
      if (superseded()) return;
      await this.showList(engine, answer, left, superseded);
      if (superseded()) return;
      this.shown();
      await this.complete(engine, answer, all, superseded);
    } catch (error) {
      if (!(error instanceof MissingData)) throw error;
      this.engine = this.loaded = null;
      this.shown();
      this.meta.textContent = "";
      this.columns.hidden = false;
      this.warn([error.file]);
    }
  }

  /** What a selection leaves; nothing, and that incomplete, if it cannot be told. */
  private async narrowed(found: Found, selection: Selection): Promise<Found> {
    try {
      const facets = await this.loadFacets(selection);
      return { ...found, hits: facets.narrow(found.hits, selection) };
    } catch (error) {
      if (!(error instanceof MissingData)) throw error;
      return { ...found, hits: [], complete: false, missing: [...found.missing, error.file] };
    }
  }

  /** Show what was found as soon as its best result is ready; choices and suggestions have places of their own. */
  private async showList(engine: Engine, { query }: Answer, found: Found, superseded: () => boolean): Promise<void> {
    const { typed, selection } = this.search;
    const parts = selection.part;
    const shows = ({ zone }: Place): boolean => !parts.length || parts.includes(zone === "name" ? "title" : zone);
    const results = { found, typed, terms: query.terms, engine, shows };
    const begin = (): boolean => {
      if (superseded()) return false;
      this.results = results;
      this.meta.textContent = answerSentence(query.state, found, !isEmpty(selection));
      this.warn(found.missing);
      this.save.hidden = found.hits.length === 0;
      this.suggestions.classList.toggle(STRIP, found.hits.length > 0 && typed.trim() !== "");
      this.columns.hidden = found.hits.length === 0 && isEmpty(selection);
      this.list.replaceChildren();
      return true;
    };
    const missing = await showHits(this.list, results, begin);
    if (missing.length && !superseded()) this.warn([...found.missing, ...missing]);
  }

  /** What follows the results: choices and suggestions. */
  private async complete(engine: Engine, answer: Answer, all: Found, superseded: () => boolean): Promise<void> {
    const { typed, selection } = this.search;
    const choices = this.loadFacets(selection).catch((error: unknown) => {
      if (!(error instanceof MissingData)) throw error;
      return error;
    });
    const [facets, suggested] = await Promise.all([choices, engine.suggest(answer)]);
    if (superseded()) return;
    if (facets instanceof MissingData) this.warn([...all.missing, facets.file]);
    else this.showPanel(facets, all.hits);
    if (typed.trim()) showSuggestions(this.suggestions, answer.query, suggested);
    else this.suggestions.replaceChildren(...wordingRow(WORDING.recent, recentSearches(), WORDING.forget));
    this.list.dataset.query = addressOf({ typed, selection }); // what the page shows
  }

  private showPanel(facets: Facets, hits: readonly Hit[]): void {
    const focused = document.activeElement?.id;
    showPanel(this.panel, facets, hits, this.search.selection, (dimension: Dimension, value: string) =>
      this.go({ ...this.search, selection: toggled(this.search.selection, dimension, value) }, true),
    );
    if (focused && this.panel.querySelector(`[id="${focused}"]`)) document.getElementById(focused)?.focus();
  }

  private loadFacets({ formulation }: Selection): Promise<Facets> {
    const formulations = formulation.join(" ");
    if (this.facets?.formulations === formulations) return this.facets.made;
    const made = loadFacets(formulation).then((data) => new Facets(data));
    this.facets = { formulations, made };
    made.catch(() => (this.facets = null)); // the next search tries again
    return made;
  }

  private warn(files: readonly string[]): void {
    this.warning.hidden = files.length === 0;
    this.warning.textContent = files.length ? brokenSentence(files) : "";
  }
}

/** All documents, for a reader who only narrows down. */
function everything(size: number): Found {
  const places = { title: 0, heading: 0, body: 0 };
  const hits = Array.from({ length: size }, (_, document) => ({ document, places, named: false, together: true }));
  return { hits, complete: true, missing: [] };
}

/** Fill the search page, if this is it. */
export function startSearchPage(): void {
  const place = document.querySelector<HTMLElement>("[data-hj-find]");
  if (place) new SearchPage(place);
}
