/** Shows what the reader may mean: formulations to search for, titles to open. */
import type { Query } from "../core/query.ts";
import type { Candidate } from "../core/suggest.ts";
import type { Found } from "../core/tier.ts";
import { element } from "../element.ts";
import { siteUrl } from "../site.ts";
import type { Suggestions } from "./engine.ts";
import { countSentence, documentsOf, withoutExclusion, WORDING } from "./wording.ts";

const INDEXES = [
  ["formulations/index.html", "提法索引"],
  ["formulations/pinyin.html", "音序索引"],
  ["texts/index.html", "文本目录"],
] as const;

/** A row of suggestions; buttons carry the wording that they search for in `data-wording`. */
function row(label: string, items: readonly HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null;
  const list = element("ul", { class: "hj-search__choices" }, ...items.map((item) => element("li", {}, item)));
  return element("div", { class: "hj-search__row" }, element("span", { class: "hj-search__label" }, label), list);
}

function wordingButton(text: string, count?: number): HTMLElement {
  const tail = count === undefined ? null : element("small", {}, documentsOf(count));
  return element("button", { type: "button", class: "hj-search__choice", "data-wording": text }, text, tail);
}

function pageLink(candidate: Candidate): HTMLElement {
  return element("a", { class: "hj-search__choice", href: siteUrl(candidate.url) }, candidate.text);
}

/** Wordings to search again, with a button that forgets them. */
export function wordingRow(label: string, wordings: readonly string[], forget: string): HTMLElement[] {
  const button = element("button", { type: "button", class: "hj-search__choice", "data-forget": true }, forget);
  const all = row(label, wordings.length ? [...wordings.map((wording) => wordingButton(wording)), button] : []);
  return all ? [all] : [];
}

/** That it is an exclusion which leaves nothing, and the search without it. */
function unexcludedRow(query: Query, found: Found): HTMLElement | null {
  const button = wordingButton(query.terms.join(" "));
  button.append(element("small", {}, countSentence(found)));
  return row(withoutExclusion(query.excluded), [button]);
}

/** Where else to look, for what comes near nothing at all. */
function indexes(): HTMLElement {
  const links = INDEXES.map(([path, name]) => element("a", { class: "hj-search__choice", href: siteUrl(path) }, name));
  return row(WORDING.indexes, links) as HTMLElement;
}

/** Fill the place above the results. */
export function showSuggestions(place: HTMLElement, query: Query, answer: Suggestions): void {
  const wording = query.terms.join("");
  // What is typed in full already needs no completion, but has a page of its own to offer.
  const formulations = answer.formulations.map((candidate) =>
    candidate.letters === wording ? pageLink(candidate) : wordingButton(candidate.text, candidate.documents),
  );
  const rows = [
    answer.unexcluded && unexcludedRow(query, answer.unexcluded),
    row(WORDING.formulations, formulations),
    row(WORDING.titles, answer.titles.map(pageLink)),
    row(WORDING.speakers, answer.speakers.map((person) => wordingButton(person.text, person.documents))),
    row(WORDING.near, answer.near.map((candidate) => wordingButton(candidate.text, candidate.documents))),
    row(WORDING.parts, answer.parts.map((part) => wordingButton(part))),
  ];
  const shown = rows.filter((each): each is HTMLElement => each !== null);
  place.replaceChildren(...shown, ...(answer.nothing && !shown.length ? [indexes()] : []));
}
