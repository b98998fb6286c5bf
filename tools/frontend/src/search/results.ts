/** Shows an answer: hits grouped by document, each place with its context and a link to it. */
import { type Excerpt, excerpts } from "../core/excerpt.ts";
import { factsOf } from "../core/facts.ts";
import type { Entry } from "../core/library.ts";
import { type Place, placesIn } from "../core/scan.ts";
import { Ranking } from "../core/ranking.ts";
import { type Found, type Hit, MissingData, total } from "../core/tier.ts";
import { button, element } from "../element.ts";
import { siteUrl } from "../site.ts";
import type { Engine } from "./engine.ts";
import { moreDocuments, morePlaces, placesSentence, unreadSentence, WORDING } from "./wording.ts";

const DOCUMENTS_SHOWN = 10; // at once; more on request, so that a common letter stays quick
const EXCERPTS_SHOWN = 5;
const MORE = { class: "hj-search__more" };

/** What is shown, and how its places are found in a document. */
export interface Results {
  readonly found: Found;
  readonly typed: string;
  readonly terms: readonly string[];
  readonly engine: Engine;
  /** Which of a document's places are shown. */
  readonly shows: (place: Place) => boolean;
}

/** Address of a place: the page marks `typed` and goes to the paragraph's place number `ordinal`. */
export function placeUrl(page: string, typed: string, paragraph: string, ordinal: number): string {
  const url = new URL(siteUrl(page));
  if (typed.trim()) url.searchParams.set("h", typed.trim());
  if (ordinal > 0) url.searchParams.set("n", String(ordinal + 1));
  url.hash = paragraph;
  return url.href;
}

/**
 * Add the first hits to the list, and a button for more; done when all of these are there.
 *
 * `begin` is called when the best one is ready, and says whether it is still wanted: until then the list may
 * show what it did before. The others follow below in their order, so that nothing that is shown moves.
 * Gives the files that are missing for the order.
 */
export async function showHits(
  list: HTMLElement,
  results: Results,
  begin: () => boolean,
  ranking = new Ranking(results.found),
): Promise<readonly string[]> {
  const [best] = await ranking.take(1);
  // First, so that it need not share the line and the processor with the others.
  const first = best && (await itemOf(best, results));
  if (!begin() || !first) return [];
  list.append(first);
  await new Promise((go) => setTimeout(go)); // to be drawn
  const others = await ranking.take(DOCUMENTS_SHOWN - 1);
  const following = others.map((hit) => itemOf(hit, results));
  for (const item of following) {
    const next = await item;
    if (!first.isConnected) return []; // something else is shown by now
    list.append(next);
  }
  if (ranking.left && first.isConnected) list.append(restItem(list, results, ranking));
  return ranking.missing;
}

function restItem(list: HTMLElement, results: Results, ranking: Ranking): HTMLElement {
  const more = (): void => {
    const before = list.children.length - 1;
    const begin = (): boolean => {
      const shown = item.isConnected;
      item.remove();
      return shown;
    };
    void showHits(list, results, begin, ranking).then(() => list.children[before]?.querySelector("a")?.focus());
  };
  const item = element("li", { class: "hj-search__rest" }, button(moreDocuments(ranking.left), more, MORE));
  return item;
}

async function itemOf(hit: Hit, results: Results): Promise<HTMLElement> {
  const item = element("li", { class: "hj-search__document" });
  try {
    const entry = await results.engine.tier.entry(hit.document);
    item.append(...contents(entry, hit, results));
  } catch (error) {
    if (!(error instanceof MissingData)) throw error;
    item.append(element("p", { class: "hj-search__unread" }, unreadSentence(total(hit.places), error.file)));
  }
  return item;
}

function contents(entry: Entry, hit: Hit, results: Results): HTMLElement[] {
  const record = entry.document;
  const places = placesIn(entry, results.terms).filter(results.shows);
  const stated = places.filter((place) => place.zone !== "name");
  const first = stated[0];
  const supplied = record.kinds.startsWith("n");
  const list = element("ol", { class: "hj-search__places" });
  showPlaces(list, entry, stated, results, EXCERPTS_SHOWN);
  return [
    element(
      "a",
      {
        class: "hj-search__title",
        href: placeUrl(record.url, results.typed, (first && record.ids[first.paragraph]) ?? "", 0),
      },
      element("span", { class: "hj-search__name" }, record.title),
      supplied && element("span", { class: "hj-search__supplied", title: WORDING.suppliedMeans }, WORDING.supplied),
      element("span", { class: "hj-search__facts" }, factsOf(record)),
      results.terms.length > 0 && element("span", { class: "hj-search__count" }, placesSentence(hit)),
    ),
    list,
  ];
}

function showPlaces(list: HTMLElement, entry: Entry, places: readonly Place[], results: Results, limit: number): void {
  const shown = excerpts(entry, places, results.engine.folder, limit);
  list.replaceChildren(...shown.map((excerpt) => placeItem(entry, excerpt, results.typed)));
  const rest = places.length - shown.reduce((sum, excerpt) => sum + excerpt.places, 0);
  if (rest === 0) return;
  const more = (): void => {
    showPlaces(list, entry, places, results, Infinity);
    list.querySelectorAll<HTMLElement>("a")[shown.length]?.focus();
  };
  list.append(element("li", {}, button(morePlaces(rest), more, MORE)));
}

function placeItem({ document: record }: Entry, excerpt: Excerpt, typed: string): HTMLElement {
  const heading = "ht".includes(record.kinds[excerpt.paragraph] ?? "");
  const href = placeUrl(record.url, typed, record.ids[excerpt.paragraph] ?? "", excerpt.ordinal);
  const pieces = excerpt.pieces.map(({ text, hit: marked }) => (marked ? element("mark", {}, text) : text));
  const kind = heading ? " hj-search__place--heading" : "";
  return element("li", {}, element("a", { class: `hj-search__place${kind}`, href }, ...pieces));
}
