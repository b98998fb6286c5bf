/** The slim map at the window's edge: where the text is shared, 套话 told apart. Only for the eye. */
import { rangeOf } from "../reading/text.ts";
import { sentence } from "./view.ts";
import type { Places } from "./places.ts";

const HEIGHT = 1000;
const WIDTH = 12;
const LEAST = 2;
const STRONG = 4; // documents: darker it does not get

export function drawMap(places: Places, holder: (paragraph: number) => Element | null): void {
  document.querySelector(".hj-map")?.remove();
  const [first] = places.data.documents;
  if (!first) return;
  const map = make("svg", { class: "hj-map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const title = make("title", {});
  title.textContent = sentence(first);
  map.append(title);
  const whole = document.documentElement.scrollHeight;
  for (const [top, bottom, generic, documents] of bands(places, holder)) {
    const y = (top / whole) * HEIGHT;
    const height = Math.max(LEAST, ((bottom - top) / whole) * HEIGHT);
    const share = Math.min(documents, STRONG) / STRONG;
    map.append(make("rect", { class: generic ? "hj-map-common" : "hj-map-own", x: generic ? 0 : 3, width: generic ? 3 : 9, y, height, opacity: 0.3 + 0.6 * share }));
  }
  map.addEventListener("click", (event) => {
    const box = map.getBoundingClientRect();
    scrollTo({ top: ((event.clientY - box.top) / box.height) * whole - innerHeight / 3 });
  });
  document.body.append(map);
}

type Band = readonly [number, number, boolean, number];

/** [top, bottom, whether 套话, how many documents] of every paragraph's shared stretches, in page pixels. */
function* bands(places: Places, holder: (paragraph: number) => Element | null): Generator<Band> {
  const seen = new Map<string, { range: Range; generic: boolean; documents: Set<number> }>();
  for (const each of places.parallels) {
    const element = holder(each.paragraph);
    if (!element) continue;
    const generic = places.isGeneric(each);
    const key = `${each.paragraph}:${Math.floor(each.start / 40)}:${generic}`; // about a line
    const known = seen.get(key);
    if (known) known.documents.add(each.other);
    else seen.set(key, { range: rangeOf(element, each.start, each.end), generic, documents: new Set([each.other]) });
  }
  for (const { range, generic, documents } of seen.values()) {
    const box = range.getBoundingClientRect();
    yield [box.top + scrollY, box.bottom + scrollY, generic, documents.size];
  }
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  // The name of the SVG world, from a picture of the theme's: addresses of other hosts have no place in this script.
  const made = document.createElementNS(document.querySelector("svg")?.namespaceURI ?? null, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
