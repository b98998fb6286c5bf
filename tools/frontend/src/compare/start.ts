/** The page that compares any two documents: compare.html?a=<id>&b=<id>&at=<paragraph of a>. */
import { dateName, levelName } from "../core/facts.ts";
import { loadData } from "../data/load.ts";
import type { DocumentData, Facts, TextData } from "../data/records.ts";
import { button, element } from "../element.ts";
import { siteUrl } from "../site.ts";
import { Comparison } from "./comparison.ts";
import { say } from "../reading/say.ts";
import type { Loaded } from "./related.ts";

const UNFOUND = "网址所指的文本没有找到，或它的数据未能载入。请从上面另选两篇。";
const ID = /^[\w.-]+$/u; // page ids, as link/names.py makes them

/**
 * Two choices; once both are made, the page is that of the pair. Keys change a closed list at every step: who goes by
 * keyboard says himself when he has chosen.
 */
function pickers(documents: readonly Facts[], a: string, b: string): HTMLElement {
  const choice = (name: string, label: string, chosen: string): HTMLElement => {
    const empty = element("option", { value: "" }, "请选一篇");
    const options = documents.map((each) => element("option", { value: each[0], selected: each[0] === chosen }, [each[1], levelName(each[3]), dateName(each[2])].join("，")));
    const select = element("select", { name, "aria-label": label }, empty, ...options);
    const link = documents.some((each) => each[0] === chosen) && element("a", { class: "hj-button", href: siteUrl(`texts/${chosen}.html`), "aria-label": `打开${label}` }, "打开");
    return element("div", { class: "hj-pick" }, element("span", { class: "hj-pick-side", "aria-hidden": "true" }, label.slice(0, 1)), select, link);
  };
  const swap = button("⇄", () => go(b, a), { "aria-label": "前后对调", title: "前后对调" });
  const form = element("form", { class: "hj-pickers", action: siteUrl("compare.html") }, choice("a", "前一篇", a), a && b ? swap : element("span"), choice("b", "后一篇", b));
  const go = (left: string, right: string): void => {
    if (left && right) location.search = new URLSearchParams({ a: left, b: right }).toString();
  };
  let keyed = false;
  const chosen = (): void => go(...([...form.querySelectorAll("select")].map((each) => each.value) as [string, string]));
  form.addEventListener("pointerdown", () => void (keyed = false));
  form.addEventListener("keydown", ({ key, target }) => {
    keyed = true;
    if (key === "Enter" && target instanceof HTMLSelectElement) chosen();
  });
  form.addEventListener("change", () => (keyed ? say("选好两篇后，请按回车键对照") : chosen()));
  return form;
}

async function load(a: string, b: string): Promise<Loaded> {
  const [textA, textB, dataA, dataB] = await Promise.all([
    loadData<TextData>(`${a}.text`),
    loadData<TextData>(`${b}.text`),
    loadData<DocumentData>(a),
    loadData<DocumentData>(b),
  ]);
  return { texts: { a: textA, b: textB }, data: { a: dataA, b: dataB } };
}

export async function startCompare(): Promise<void> {
  const place = document.querySelector<HTMLElement>(".hj-compare");
  if (!place) return;
  place.querySelector(".hj-plain")?.remove();
  const query = new URLSearchParams(location.search);
  const [a, b] = ["a", "b"].map((name) => query.get(name) ?? "") as [string, string];
  if (a && b) for (const each of place.querySelectorAll(".hj-compare-intro, .hj-strongest")) each.remove();
  const documents = await loadData<readonly Facts[]>("documents").catch(() => null);
  const choices = pickers(documents ?? [], a, b);
  place.append(choices);
  if (!documents) place.append(problem("可选的文本没有载入：data/documents.js。请刷新本页；若仍然如此，请网站的管理人重新生成网站。"));
  const strongest = place.querySelector(".hj-strongest");
  if (strongest) choices.after(strongest); // what may be chosen first, then what is worth it
  if (!a || !b) return;
  if (!ID.test(a) || !ID.test(b)) return void place.append(problem(UNFOUND));
  try {
    const loaded = await load(a, b);
    document.title = `${loaded.texts.a.facts[1]} ⇄ ${loaded.texts.b.facts[1]} - ${document.title}`;
    new Comparison(place, loaded, query.get("at") ?? "");
  } catch {
    place.append(problem(UNFOUND));
  }
}

function problem(told: string): HTMLElement {
  return element("p", { role: "alert" }, told);
}
