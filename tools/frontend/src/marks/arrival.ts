/** Arriving from a search result (?h=wording&n=2#p12): mark the wording and go to the place that was meant. */
import { hashId } from "../core/anchor.ts";
import { parseQuery } from "../core/query.ts";
import { loadFolder } from "../search/data.ts";
import { HitBar } from "./bar.ts";
import { type MarkedPlace, markPlaces, unmark } from "./marks.ts";

const NOW = "hj-hit--now";
const TEXT_BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, td";

class Visit {
  private readonly places: readonly MarkedPlace[];
  private readonly bar: HitBar;
  private current = -1; // the place where the reader is; -1: at none of them

  constructor(query: string, places: readonly MarkedPlace[]) {
    this.places = places;
    this.bar = new HitBar(query, {
      previous: () => this.go(Math.max(this.current, 0) - 1),
      next: () => this.go(this.current + 1),
      clear: () => this.clear(),
    });
    window.addEventListener("keydown", this.pressed);
    window.addEventListener("hashchange", this.jumped);
  }

  /** Go to the place number `ordinal` (from 0) of the paragraph that the address names; without one to the first. */
  arrive(ordinal: number): void {
    const id = hashId(location.hash);
    const target = id ? document.getElementById(id) : null;
    if (!target) return this.go(0);
    const inTarget = this.places.flatMap((place, at) => (belongsTo(place, target) ? [at] : []));
    const to = inTarget[Math.min(ordinal, inTarget.length - 1)];
    if (to !== undefined) this.go(to);
    else this.bar.show(this.current + 1, this.places.length); // the reader wants to be where nothing is marked
  }

  private go(to: number): void {
    const all = this.places.length;
    for (const mark of document.querySelectorAll(`.${NOW}`)) mark.classList.remove(NOW);
    this.current = all ? (to + all) % all : 0;
    const marks = this.places[this.current]?.marks ?? [];
    for (const mark of marks) mark.classList.add(NOW);
    marks[0]?.scrollIntoView({ block: "center" });
    this.bar.show(this.current + 1, all);
  }

  /** Take marks, bar and the query in the address away; the reader stays where he is. */
  private clear(): void {
    window.removeEventListener("keydown", this.pressed);
    window.removeEventListener("hashchange", this.jumped);
    this.bar.remove();
    unmark();
    const url = new URL(location.href);
    url.searchParams.delete("h");
    url.searchParams.delete("n");
    history.replaceState(history.state, "", url);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    // Escape closes the search first; its own handler claims the key then.
    if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) this.clear();
  };

  private readonly jumped = (): void => this.arrive(0);
}

/** Whether a place stands in the element that an address names, or in the block whose alias it is. */
function belongsTo(place: MarkedPlace, target: Element): boolean {
  if (target.contains(place.block) || target === place.block) return true;
  const owner = target.childNodes.length === 0 ? target.closest(TEXT_BLOCKS) : null;
  return owner !== null && owner.contains(place.block);
}

/** Mark what the address asks for. */
export async function startMarks(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const typed = parameters.get("h");
  if (!typed) return;
  const folder = await loadFolder().catch(() => null);
  if (!folder) return; // the paragraph itself is found by its address anyway
  const { terms } = parseQuery(typed, folder);
  if (terms.length === 0) return;
  new Visit(typed, markPlaces(terms, folder)).arrive(Number(parameters.get("n") ?? 1) - 1);
}
