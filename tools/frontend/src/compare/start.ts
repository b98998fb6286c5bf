/** The page that compares any two documents: compare.html?a=<id>&b=<id>&at=<paragraph of a>. */
import { IGNORE_ALL, type Ignored } from "../data/pieces.ts";
import { loadData } from "../data/load.ts";
import { dateName, type DocumentData, type Facts, levelName, type Other, parallelOf, type TextData } from "../data/records.ts";
import { element } from "../element.ts";
import { percent } from "../panel/view.ts";
import { siteUrl } from "../site.ts";
import { type Aligned, align, inOrder, sameParagraphs } from "./align.ts";
import { Columns, paragraphOf, rememberHeres, type Side } from "./columns.ts";
import { ribbon } from "./ribbon.ts";

const NARROW = "(max-width: 44.984375em)";
const ID = /^[\w.-]+$/u; // page ids, as link/names.py makes them
const SWITCHES: readonly (readonly [keyof Ignored, string])[] = [
  ["punctuation", "标点"],
  ["numbering", "序号"],
  ["placeholders", "占位符"],
];

interface Loaded {
  readonly a: TextData;
  readonly b: TextData;
  readonly dataA: DocumentData;
  readonly dataB: DocumentData;
}

class Comparison {
  private readonly place: HTMLElement;
  private readonly loaded: Loaded;
  private readonly aligned: Aligned;
  private readonly at: string;
  private readonly narrow = matchMedia(NARROW);
  private readonly body = element("div", { class: "hj-compare-body" });
  private ignored: Ignored = IGNORE_ALL;

  constructor(place: HTMLElement, loaded: Loaded, at: string) {
    this.place = place;
    this.loaded = loaded;
    this.at = at;
    const number = loaded.dataA.documents.findIndex((each) => each[0] === loaded.b.facts[0]);
    const parallels = loaded.dataA.parallels.map(parallelOf).filter((each) => each.other === number);
    const known = parallels.length ? parallels : sameParagraphs(loaded.a.paragraphs, loaded.b.paragraphs);
    this.aligned = align(loaded.a.paragraphs, loaded.b.paragraphs, known);
    rememberHeres(this.aligned, loaded.a);
    this.place.append(this.coverage(), this.switches(), this.body);
    this.draw();
    this.narrow.addEventListener("change", () => this.draw());
  }

  /** 《甲》的 31.9% 见于《乙》；《乙》的 40.0% 见于《甲》。 */
  private coverage(): HTMLElement {
    const { a, b, dataA, dataB } = this.loaded;
    const part = (from: Facts, to: Facts, data: DocumentData): string => {
      const other: Other | undefined = data.documents.find((each) => each[0] === to[0]);
      if (!other && this.aligned.pairs.length) return `《${from[1]}》有 ${this.aligned.pairs.length} 段与《${to[1]}》相同`;
      const rest = other && other[6] !== null ? `（套话除外，${percent(other[6])}）` : "";
      return `《${from[1]}》的 ${percent(other?.[5] ?? 0)} 见于《${to[1]}》${rest}`;
    };
    return element("p", { class: "hj-covered" }, `${part(a.facts, b.facts, dataA)}；${part(b.facts, a.facts, dataB)}。`);
  }

  private switches(): HTMLElement {
    const buttons = SWITCHES.map(([name, label]) => {
      const made = element("button", { type: "button", class: "hj-button", "aria-pressed": "true" }, label);
      made.addEventListener("click", () => {
        this.ignored = { ...this.ignored, [name]: !this.ignored[name] };
        made.setAttribute("aria-pressed", String(this.ignored[name]));
        this.draw();
      });
      return made;
    });
    const legend = element("span", { class: "hj-legend" }, element("del", {}, "只见于左"), " ", element("ins", {}, "只见于右"), " ", element("span", { class: "hj-moved" }, "移动"));
    return element("div", { class: "hj-bar", role: "group", "aria-label": "不计哪些差别" }, "不计 ", ...buttons, legend);
  }

  private draw(): void {
    this.body.replaceChildren();
    if (this.narrow.matches) this.interleave();
    else this.beside();
  }

  private beside(): void {
    const { a, b } = this.loaded;
    const column = (text: TextData, side: Side): HTMLElement =>
      element("div", { class: "hj-column", tabindex: 0, role: "region", "aria-label": text.facts[1], lang: "zh-Hans" }, ...text.paragraphs.map((_, at) => paragraphOf(text, at, side, this.aligned, this.ignored)));
    const [left, right] = [column(a, "a"), column(b, "b")];
    const columns = new Columns(left, right);
    this.body.append(heading(a), element("span"), heading(b), left, ribbon(a, b, this.aligned, (pair) => columns.show(pair)) as unknown as HTMLElement, right);
    const wanted = inOrder(this.aligned.pairs).find(({ parallel }) => a.paragraphs[parallel.paragraph]?.[0] === this.at);
    if (wanted) columns.show(wanted.number);
  }

  /** On a phone: pair under pair, and what only the first text has, folded in between. */
  private interleave(): void {
    const { a, b } = this.loaded;
    this.body.append(heading(a), heading(b));
    a.paragraphs.forEach(([id], at) => {
      const own = paragraphOf(a, at, "a", this.aligned, this.ignored);
      const here = this.aligned.pairs.filter(({ parallel }) => parallel.paragraph === at);
      if (!here.length) {
        const text = own.textContent ?? "";
        const fold = element("details", { class: "hj-own" }, element("summary", {}, `只见于前者：${text.slice(0, 14)}…（${text.length} 字）`), own);
        this.body.append(fold);
        return;
      }
      const others = [...new Set(inOrder(here).map((pair) => pair.otherParagraph))];
      this.body.append(
        element(
          "section",
          { class: "hj-couple", "data-id": id },
          own,
          ...others.map((other) => {
            const made = paragraphOf(b, other, "b", this.aligned, this.ignored);
            made.classList.add("hj-cp--there");
            return made;
          }),
        ),
      );
    });
    this.body.querySelector(`[data-id="${CSS.escape(this.at)}"]`)?.scrollIntoView({ block: "center" });
  }
}

function heading({ facts }: TextData): HTMLElement {
  return element(
    "h2",
    { class: "hj-compare-name" },
    element("a", { href: siteUrl(`texts/${facts[0]}.html`) }, facts[1]),
    element("span", { class: "hj-count" }, `${levelName(facts[3])} · ${dateName(facts[2])}`),
  );
}

function pickers(documents: readonly Facts[], a: string, b: string): HTMLElement {
  const choice = (name: string, label: string, chosen: string): HTMLElement => {
    const empty = element("option", { value: "" }, "请选一篇");
    const options = documents.map((each) => element("option", { value: each[0], selected: each[0] === chosen }, [each[1], dateName(each[2])].join("，")));
    return element("label", {}, `${label} `, element("select", { name }, empty, ...options));
  };
  const form = element("form", { class: "hj-bar hj-pickers", action: siteUrl("compare.html") }, choice("a", "左", a), choice("b", "右", b));
  form.addEventListener("change", () => {
    const [left, right] = [...form.querySelectorAll("select")].map((each) => each.value);
    if (left && right) location.search = new URLSearchParams({ a: left, b: right }).toString();
  });
  return form;
}

async function load(a: string, b: string): Promise<Loaded> {
  const [textA, textB, dataA, dataB] = await Promise.all([
    loadData<TextData>(`${a}.text`),
    loadData<TextData>(`${b}.text`),
    loadData<DocumentData>(a),
    loadData<DocumentData>(b),
  ]);
  return { a: textA, b: textB, dataA, dataB };
}

export async function startCompare(): Promise<void> {
  const place = document.querySelector<HTMLElement>(".hj-compare");
  if (!place) return;
  place.querySelector(".hj-plain")?.remove();
  const query = new URLSearchParams(location.search);
  const [a, b] = ["a", "b"].map((name) => query.get(name) ?? "") as [string, string];
  const documents = await loadData<readonly Facts[]>("documents").catch(() => []);
  place.append(pickers(documents, a, b));
  if (!a || !b) return;
  if (!ID.test(a) || !ID.test(b)) return void place.append(problem());
  try {
    const loaded = await load(a, b);
    place.querySelector(".hj-compare-intro")?.remove();
    new Comparison(place, loaded, query.get("at") ?? "");
  } catch {
    place.append(problem());
  }
}

function problem(): HTMLElement {
  return element("p", { role: "alert" }, "网址所指的文本没有找到，或它的数据未能载入。请从上面另选两篇。");
}
