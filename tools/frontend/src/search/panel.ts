/** The choices by which results can be narrowed, with the number of documents that each would leave. */
import { type Choice, type Dimension, DIMENSIONS, type Facets, type Selection } from "../core/facets.ts";
import type { Hit } from "../core/tier.ts";
import { element } from "../element.ts";
import { documentsOf, FACET_NAMES, unlistedSentence, WORDING } from "./wording.ts";

const SHOWN = 7; // choices of a group; the rest is unfolded
const LISTED = 60; // further ones; how many are left out is said

/** Show the choices; `toggle` is told which one the reader turns on or off. */
export function showPanel(
  panel: HTMLElement,
  facets: Facets,
  hits: readonly Hit[],
  selection: Selection,
  toggle: (dimension: Dimension, value: string) => void,
): void {
  const unfolded = new Set([...panel.querySelectorAll("details[open]")].map((each) => each.id));
  const groups = DIMENSIONS.map((dimension) => {
    const choices = facets.choices(hits, selection, dimension);
    const rarer = dimension === "formulation" && facets.partial;
    return choices.length > 0 && group(dimension, choices, selection, toggle, unfolded, rarer);
  });
  panel.replaceChildren(...groups.filter((each) => each !== false));
}

function group(
  dimension: Dimension,
  choices: readonly Choice[],
  selection: Selection,
  toggle: (dimension: Dimension, value: string) => void,
  unfolded: ReadonlySet<string>,
  rarer: boolean,
): HTMLElement {
  const chosen = choices.filter(({ value }) => selection[dimension].includes(value));
  const others = choices.filter((choice) => !chosen.includes(choice));
  const item = (choice: Choice): HTMLElement => {
    const id = `hj-${dimension}-${choices.indexOf(choice)}`;
    const box = element("input", { type: "checkbox", id, checked: chosen.includes(choice), "data-value": choice.value });
    box.addEventListener("change", () => toggle(dimension, choice.value));
    const count = element("span", { class: "hj-find__number" }, documentsOf(choice.documents));
    return element("li", {}, box, element("label", { for: id }, choice.label, count));
  };
  const list = (some: readonly Choice[]): HTMLElement => element("ul", {}, ...some.map(item));
  const inSight = [...chosen, ...others.slice(0, Math.max(0, SHOWN - chosen.length))];
  const further = choices.filter((choice) => !inSight.includes(choice));
  const rest = further.slice(0, LISTED);
  const left = further.length - rest.length;
  const unlisted = (left > 0 || rarer) && element("p", { class: "hj-find__unlisted" }, unlistedSentence(left, rarer));
  const id = `hj-more-${dimension}`;
  return element(
    "fieldset",
    { class: "hj-find__facet", "data-dimension": dimension },
    element("legend", {}, FACET_NAMES[dimension]),
    list(inSight),
    rest.length > 0
      ? element("details", { id, open: unfolded.has(id) }, element("summary", {}, WORDING.moreChoices), list(rest), unlisted)
      : unlisted,
  );
}
