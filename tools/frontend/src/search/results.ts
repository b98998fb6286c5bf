/** Shows an answer: hits grouped by document, each place with its context and a link to it. */
import { type Excerpt, excerpts } from "../core/excerpt.ts";
import type { Folder } from "../core/fold.ts";
import { factsOf } from "../core/facts.ts";
import type { Hit } from "../core/scan.ts";
import { element } from "../element.ts";
import { siteUrl } from "../site.ts";
import { moreDocuments, morePlaces, placesIn } from "./wording.ts";

const DOCUMENTS_SHOWN = 30; // at once; more on request, so that a common letter stays quick
const EXCERPTS_SHOWN = 5;

/** Address of a place: the page marks `typed` and goes to the paragraph's place number `ordinal`. */
export function placeUrl(page: string, typed: string, paragraph: string, ordinal: number): string {
  const url = new URL(siteUrl(page));
  url.searchParams.set("h", typed.trim());
  if (ordinal > 0) url.searchParams.set("n", String(ordinal + 1));
  url.hash = paragraph;
  return url.href;
}

/** Fill the list with the first hits, and with a button for more. */
export function showHits(list: HTMLElement, hits: readonly Hit[], typed: string, folder: Folder): void {
  const shown = hits.slice(0, DOCUMENTS_SHOWN);
  const rest = hits.slice(DOCUMENTS_SHOWN);
  for (const hit of shown) list.append(hitItem(hit, typed, folder));
  if (rest.length === 0) return;
  const button = element("button", { type: "button", class: "hj-search__more" }, moreDocuments(rest.length));
  const item = element("li", { class: "hj-search__rest" }, button);
  button.addEventListener("click", () => {
    item.remove();
    const before = list.children.length;
    showHits(list, rest, typed, folder);
    list.children[before]?.querySelector("a")?.focus();
  });
  list.append(item);
}

function hitItem(hit: Hit, typed: string, folder: Folder): HTMLElement {
  const { document: record } = hit.entry;
  const first = hit.places[0];
  const places = element("ol", { class: "hj-search__places" });
  showPlaces(places, hit, typed, folder, EXCERPTS_SHOWN);
  return element(
    "li",
    { class: "hj-search__document" },
    element(
      "a",
      { class: "hj-search__title", href: placeUrl(record.url, typed, record.ids[first?.paragraph ?? 0] ?? "", 0) },
      element("span", { class: "hj-search__name" }, record.title),
      element("span", { class: "hj-search__facts" }, factsOf(record)),
      element("span", { class: "hj-search__count" }, placesIn(hit.places.length)),
    ),
    places,
  );
}

function showPlaces(list: HTMLElement, hit: Hit, typed: string, folder: Folder, limit: number): void {
  const shown = excerpts(hit.entry, hit.places, folder, limit);
  list.replaceChildren(...shown.map((excerpt) => placeItem(hit, excerpt, typed)));
  const rest = hit.places.length - shown.reduce((sum, excerpt) => sum + excerpt.places, 0);
  if (rest === 0) return;
  const button = element("button", { type: "button", class: "hj-search__more" }, morePlaces(rest));
  button.addEventListener("click", () => {
    showPlaces(list, hit, typed, folder, Infinity);
    list.querySelectorAll<HTMLElement>("a")[shown.length]?.focus();
  });
  list.append(element("li", {}, button));
}

function placeItem(hit: Hit, excerpt: Excerpt, typed: string): HTMLElement {
  const { document: record } = hit.entry;
  const heading = "htn".includes(record.kinds[excerpt.paragraph] ?? "");
  const href = placeUrl(record.url, typed, record.ids[excerpt.paragraph] ?? "", excerpt.ordinal);
  const pieces = excerpt.pieces.map(({ text, hit: marked }) => (marked ? element("mark", {}, text) : text));
  const kind = heading ? " hj-search__place--heading" : "";
  return element("li", {}, element("a", { class: `hj-search__place${kind}`, href }, ...pieces));
}
