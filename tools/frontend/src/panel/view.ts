/** What the panel shows: the parallels of a sentence, or how much of the document stands where. */
import { levelName, percent, thousands } from "../core/facts.ts";
import type { FormulationRow, Other } from "../data/records.ts";
import { element } from "../element.ts";
import { addressOfWording } from "../search/address.ts";
import { siteUrl } from "../site.ts";
import { compareAddress, entry, placeAddress } from "./entry.ts";
import { grouped, type Places, type Stretch } from "./places.ts";

const SHORT = 60; // characters of the sentence that is asked about

export interface Asked extends Stretch {
  readonly text: string; // of the whole paragraph
  readonly pointed: readonly number[]; // formulations that were pointed at, the one that is linked there first
}

/** What was pointed at, then the parallels of its stretch. */
export function answer(places: Places, here: string, asked: Asked, distinct: boolean): Node[] {
  const parallels = places.parallelsIn(asked, distinct);
  const formulations = places.formulationsIn(asked, distinct).filter((each) => !asked.pointed.includes(each));
  const wording = asked.text.slice(asked.start, asked.end);
  const groups = grouped(places, parallels);
  const documents = new Set(parallels.map((each) => each.other)).size;
  const rest = distinct ? "套话不计，" : "";
  const listed = groups.reduce((sum, group) => sum + group.parallels.length, 0);
  const count = listed ? `${rest}另见 ${documents} 篇 ${listed} 处` : `${rest}别处没有这一句，只有其中的提法`;
  return [
    ...pointedAt(places, asked.pointed),
    element("p", { class: "hj-asked" }, wording.length > SHORT ? `${wording.slice(0, SHORT)}…` : wording),
    element("p", { class: "hj-count", role: "status" }, count),
    ...groups.flatMap(({ level, parallels: found }) => [
      element("h3", { class: "hj-par-level" }, levelName(level)),
      ...found.map((each) => {
        const text = asked.text.slice(each.start, each.end);
        return entry(each, places.other(each), here, places.data.ids[each.paragraph] ?? "", text);
      }),
    ]),
    ...(formulations.length ? [element("h3", { class: "hj-par-level" }, "其中的提法"), formulationList(places, formulations)] : []),
  ];
}

/** The little that a preview shows: what is pointed at, how widely the sentence stands, its first parallel. */
export function foretaste(places: Places, here: string, asked: Asked, distinct: boolean): Node[] | null {
  const made = answer(places, here, { ...asked, pointed: [] }, distinct).filter((node) => node instanceof Element);
  const count = made.find((node) => node.matches(".hj-count"));
  const parallel = made.find((node) => node.matches(".hj-par"));
  const [row] = asked.pointed.map((at) => places.data.formulations[at]);
  const told = row ? [element("p", {}, row[1]), element("p", { class: "hj-count" }, spread(row))] : [];
  const rest = parallel && count ? [count, parallel] : [];
  return told.length + rest.length ? [...told, ...rest] : null;
}

/** 提法 · 见于 3 篇 12 处 */
function spread([, , documents, , count]: FormulationRow): string {
  return `提法 · 见于 ${thousands(documents)} 篇 ${thousands(count)} 处`;
}

/** The formulation that was pointed at: its wording, how widely it stands, the ways on; then those within it. */
function pointedAt(places: Places, [first, ...within]: readonly number[]): Node[] {
  const row = first === undefined ? undefined : places.data.formulations[first];
  if (!row) return [];
  const [id, wording] = row;
  const page = siteUrl(`formulations/${id}.html`);
  const card = element(
    "section",
    { class: "hj-pointed", "aria-label": "所点的提法" },
    element("p", { class: "hj-pointed-wording" }, element("a", { href: page }, wording)),
    element("p", { class: "hj-count" }, spread(row)),
    element("p", { class: "hj-par-links" }, element("a", { href: page }, "全部出处"), element("a", { href: addressOfWording(wording) }, "检索")),
  );
  if (within.length) card.append(element("p", { class: "hj-count" }, "同一处的提法："), formulationList(places, within));
  return [card];
}

function formulationList(places: Places, found: readonly number[]): HTMLElement {
  const items = found.map((at) => {
    const [id, wording, documents] = places.data.formulations[at] ?? ["", "", 0];
    const link = element("a", { href: siteUrl(`formulations/${id}.html`) }, wording);
    return element("li", {}, link, " ", element("span", { class: "hj-count" }, `${thousands(documents)} 篇`));
  });
  return element("ul", { class: "hj-par-words", "aria-label": "其中的提法" }, ...items);
}

/** How much of the document stands in which others. */
export function overview(places: Places, here: string, name: string): Node[] {
  const others = places.data.documents;
  const [first] = others;
  if (!first) return [element("p", { class: "hj-count" }, "本文没有与其他文本相同的段落。")];
  return [
    element("p", { class: "hj-covered" }, sentence(first)),
    element("p", { class: "hj-count" }, "点一句话，或按 j、k 逐处走，这里列出它还见于何处。"),
    element("ul", { class: "hj-shares", "aria-label": `${name}与各篇相同的文字` }, ...others.map((other) => share(here, other))),
  ];
}

/** 本文 31.9% 见于《…》（套话除外，12.0%）。 */
export function sentence(other: Other): string {
  return `本文 ${percent(other[5])} 见于《${other[1]}》（套话除外，${percent(other[6])}）。`;
}

function share(here: string, other: Other): HTMLElement {
  const all = element("span", { class: "hj-share-all" });
  const own = element("span", { class: "hj-share-own" });
  all.style.width = percent(other[5]); // set by script, which the policy allows
  own.style.width = percent(other[6]);
  return element(
    "li",
    {},
    element("a", { href: placeAddress(other, "").replace(/#$/u, "") }, other[1]),
    " ", // outside: what is inside is never broken
    element("span", { class: "hj-count" }, `${percent(other[5])} · ${thousands(other[7])} 处`),
    " ",
    element("a", { href: compareAddress(here, other[0]) }, "对照"),
    element("span", { class: "hj-share", "aria-hidden": "true" }, all, own),
  );
}
