/** Narrows results by what is known of the documents, and counts what each choice would leave. */
import { LEVEL_NAMES, levelRank } from "./facts.ts";
import { type Counts, type Hit, total } from "./tier.ts";

/** As hujian.search.facets ships it. */
export interface FacetData {
  readonly facts: Readonly<Record<Fact, { readonly values: readonly string[]; readonly of: readonly number[] }>>;
  /** The most widespread ones. */
  readonly formulations: readonly FormulationHolders[];
  /** First id and name of each file that holds further ones, by id. */
  readonly further: readonly (readonly [string, string])[];
}

/** Id, wording, documents (the first one's number, then steps). */
export type FormulationHolders = readonly [string, string, readonly number[]];

type Fact = "level" | "year" | "speaker";
export type Dimension = Fact | "part" | "formulation";
export const DIMENSIONS: readonly Dimension[] = ["level", "year", "speaker", "part", "formulation"];
type Part = keyof Counts;
const PARTS: readonly Part[] = ["title", "heading", "body"];
const PART_NAMES: Readonly<Record<Part, string>> = { title: "标题", heading: "小标题", body: "正文" };

/** Chosen values by dimension: any of them within one, all dimensions together. */
export type Selection = Readonly<Record<Dimension, readonly string[]>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many documents would be left. */
  readonly documents: number;
}

export function isEmpty(selection: Selection): boolean {
  return DIMENSIONS.every((dimension) => selection[dimension].length === 0);
}

/** Names of the files that tell of formulations which the facets themselves leave out. */
export function furtherFiles(data: FacetData, ids: readonly string[]): string[] {
  const known = new Set(data.formulations.map(([id]) => id));
  const names = ids.filter((id) => !known.has(id)).map((id) => data.further.filter(([first]) => first <= id).pop()?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** The facets with those of some rows that are asked for. */
export function withFurther(data: FacetData, rows: readonly FormulationHolders[], ids: readonly string[]): FacetData {
  const wanted = rows.filter(([id]) => ids.includes(id));
  return wanted.length ? { ...data, formulations: [...data.formulations, ...wanted] } : data;
}

export class Facets {
  /** Whether there are formulations that are not counted. */
  readonly partial: boolean;
  private readonly data: FacetData;
  private readonly holders: ReadonlyMap<string, readonly number[]>; // formulation -> documents

  constructor(data: FacetData) {
    this.data = data;
    this.partial = data.further.length > 0;
    this.holders = new Map(data.formulations.map(([id, , steps]) => [id, numbers(steps)]));
  }

  /** Hits that a selection leaves, their places only those in the chosen parts. */
  narrow(hits: readonly Hit[], selection: Selection, but?: Dimension): readonly Hit[] {
    const chosen = DIMENSIONS.filter((each) => each !== but && each !== "part" && selection[each].length > 0);
    const passing = chosen.map((dimension) => this.passing(dimension as Exclude<Dimension, "part">, selection[dimension]));
    const kept = passing.length ? hits.filter(({ document }) => passing.every((marks) => marks[document])) : hits;
    return but === "part" || selection.part.length === 0 ? kept : kept.flatMap((hit) => inParts(hit, selection.part));
  }

  /** Choices of one dimension among hits narrowed by all others, most documents first (years: latest first). */
  choices(hits: readonly Hit[], selection: Selection, dimension: Dimension): Choice[] {
    const left = this.narrow(hits, selection, dimension);
    const counted = this.counted(left, dimension);
    const foreign = selection[dimension].filter((value) => !counted.some((choice) => choice.value === value));
    const choices = [
      ...counted.filter(({ documents, value }) => documents > 0 || selection[dimension].includes(value)),
      ...foreign.map((value) => ({ value, label: `${value}（本站没有）`, documents: 0 })), // so that it can be taken back
    ];
    return dimension === "level" || dimension === "part"
      ? choices
      : choices.sort((a, b) =>
          dimension === "year"
            ? b.value.localeCompare(a.value)
            : Number(!a.value) - Number(!b.value) || b.documents - a.documents,
        );
  }

  private counted(hits: readonly Hit[], dimension: Dimension): Choice[] {
    if (dimension === "part") {
      return PARTS.map((part) => {
        let documents = 0;
        for (const hit of hits) if (hit.places[part] > 0 || (part === "title" && hit.named)) documents++;
        return { value: part, label: PART_NAMES[part], documents };
      });
    }
    if (dimension === "formulation") {
      const marks = this.marks(hits.map((hit) => hit.document));
      return this.data.formulations.map(([value, label]) => {
        let documents = 0;
        for (const document of this.holders.get(value) ?? []) documents += marks[document] as number;
        return { value, label, documents };
      });
    }
    const { values, of } = this.data.facts[dimension];
    const counts = new Uint32Array(values.length);
    for (const { document } of hits) counts[of[document] ?? 0]!++;
    const choices = values.map((value, at) => ({ value, label: labelOf(dimension, value), documents: counts[at] as number }));
    return dimension === "level" ? choices.sort((a, b) => levelRank(a.value) - levelRank(b.value)) : choices;
  }

  /** Marks the documents that have one of the values. */
  private passing(dimension: Exclude<Dimension, "part">, wanted: readonly string[]): Uint8Array {
    if (dimension === "formulation") return this.marks(wanted.flatMap((id) => this.holders.get(id) ?? []));
    const { values, of } = this.data.facts[dimension];
    const chosen = values.map((value) => Number(wanted.includes(value)));
    return Uint8Array.from(of, (value) => chosen[value] as number);
  }

  private marks(documents: readonly number[]): Uint8Array {
    const marks = new Uint8Array(this.data.facts.level.of.length);
    for (const document of documents) marks[document] = 1;
    return marks;
  }
}

function labelOf(dimension: Fact, value: string): string {
  if (dimension === "level") return LEVEL_NAMES[value] ?? "未知";
  return value ? value + (dimension === "year" ? "年" : "") : "未知";
}

/** The hit with its places in some parts only; nothing if it has none there. No part chosen: all of them. */
function inParts(hit: Hit, parts: readonly string[]): Hit[] {
  if (parts.length === 0) return [hit];
  const of = (part: Part): number => (parts.includes(part) ? hit.places[part] : 0);
  const places = { title: of("title"), heading: of("heading"), body: of("body") };
  const named = hit.named && parts.includes("title");
  return total(places) || named ? [{ ...hit, places, named }] : [];
}

const decoded = new WeakMap<readonly number[], readonly number[]>();

function numbers(steps: readonly number[]): readonly number[] {
  let number = 0;
  const found = decoded.get(steps) ?? steps.map((step) => (number += step));
  decoded.set(steps, found);
  return found;
}
