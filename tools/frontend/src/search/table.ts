/** Results as a file: one row a place, with its context and its address. */
import { csv } from "../core/csv.ts";
import { excerpts } from "../core/excerpt.ts";
import { LEVEL_NAMES } from "../core/facts.ts";
import type { Entry } from "../core/library.ts";
import { Ranking } from "../core/ranking.ts";
import { placesIn } from "../core/scan.ts";
import { element } from "../element.ts";
import { placeUrl, type Results } from "./results.ts";
import { WORDING } from "./wording.ts";

const HEAD = ["篇名", "日期", "层级", "讲话人", "段落", "前文", "所查字句", "后文", "地址"];
const AT_ONCE = 20; // documents whose texts are loaded side by side

/** Save all places, with a row for a document that has none; documents that cannot be loaded get a row that says so. */
export async function saveTable(results: Results): Promise<void> {
  const rows: string[][] = [HEAD];
  const hits = await new Ranking(results.found).take(Infinity);
  for (let at = 0; at < hits.length; at += AT_ONCE) {
    const some = hits.slice(at, at + AT_ONCE);
    const loaded = await Promise.all(some.map((hit) => results.engine.tier.entry(hit.document).catch(() => null)));
    for (const entry of loaded) rows.push(...(entry ? rowsOf(entry, results) : [["（文字没有载入）"]]));
  }
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  element("a", { href: url, download: `${results.typed.trim().slice(0, 20) || "检索"}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function rowsOf(entry: Entry, results: Results): string[][] {
  const { document: record } = entry;
  const facts = [
    record.title,
    record.date ?? "", // ISO 8601: a spreadsheet sorts it, as on formulation pages
    LEVEL_NAMES[record.level ?? ""] ?? "",
    record.speaker ?? "",
  ];
  const found = placesIn(entry, results.terms).filter(results.shows);
  const places = found.filter(({ zone }) => zone !== "name"); // as many as are stated
  if (places.length === 0) return [[...facts, found.length ? WORDING.named : "", "", "", "", placeUrl(record.url, "", "", 0)]];
  const inParagraph = new Map<number, number>();
  return places.map((place) => {
    const ordinal = inParagraph.get(place.paragraph) ?? 0;
    inParagraph.set(place.paragraph, ordinal + 1);
    const pieces = excerpts(entry, [place], results.engine.folder, 1)[0]?.pieces ?? [];
    const hit = pieces.findIndex((piece) => piece.hit);
    const text = (from: number, to?: number): string => pieces.slice(from, to).map((piece) => piece.text).join("");
    const id = record.ids[place.paragraph] ?? "";
    const url = placeUrl(record.url, results.typed, id, ordinal);
    return [...facts, id, text(0, hit), text(hit, hit + 1), text(hit + 1), url];
  });
}
