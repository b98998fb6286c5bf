/** A search as an address: search.html?q=wording&level=city&part=title, to be shared and linked to. */
import { DIMENSIONS, type Dimension, type Selection } from "../core/facets.ts";
import { siteUrl } from "../site.ts";

export const PAGE = "search.html";

export interface Search {
  readonly typed: string;
  readonly selection: Selection;
}

/** The search that an address asks for. */
export function searchOf(address: string): Search {
  const parameters = new URL(address).searchParams;
  const chosen = DIMENSIONS.map((dimension) => [dimension, parameters.getAll(dimension)]);
  return { typed: parameters.get("q") ?? "", selection: Object.fromEntries(chosen) as Selection };
}

/** Absolute address of a search. */
export function addressOf({ typed, selection }: { typed: string; selection?: Selection }): string {
  const url = new URL(siteUrl(PAGE));
  if (typed.trim()) url.searchParams.set("q", typed.trim());
  for (const dimension of DIMENSIONS) {
    for (const value of selection?.[dimension] ?? []) url.searchParams.append(dimension, value);
  }
  return url.href;
}

const LONGEST = 60; // characters of a passage that are searched: more would hardly stand anywhere else

/** Address of the search for a passage as one exact wording: blanks in it would mean "and", a hyphen "not". */
export function addressOfWording(text: string): string {
  const wording = text.replace(/\s+/gu, "").replace(/^[-－﹣−]+/u, "");
  return addressOf({ typed: [...wording].slice(0, LONGEST).join("") });
}

/** The selection with one value added or taken away. */
export function toggled(selection: Selection, dimension: Dimension, value: string): Selection {
  const before = selection[dimension];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...selection, [dimension]: after };
}
