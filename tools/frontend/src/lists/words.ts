/** The list of formulations: narrowed by what sort they are and by letters of theirs. */
import { thousands } from "../core/facts.ts";
import { element } from "../element.ts";
import { keepFields } from "../reading/visit.ts";

const SORTS: readonly (readonly [string, string])[] = [
  ["", "种类：全部"],
  ["substantive quotation", "非套话"],
  ["substantive", "专门提法"],
  ["quotation", "引语"],
  ["slogan", "口号（套话）"],
  ["template", "程式用语（套话）"],
];

export function startWords(): void {
  const bar = document.querySelector<HTMLElement>("[data-words]");
  if (!bar) return;
  const groups = [...document.querySelectorAll<HTMLElement>(".hj-group")].map((group) => [group, [...group.querySelectorAll<HTMLElement>("li[data-l]")]] as const);
  const count = element("span", { class: "hj-count", role: "status" });
  const sort = element("select", { "aria-label": "种类" }, ...SORTS.map(([value, label]) => element("option", { value }, label)));
  const letters = element("input", { type: "text", class: "hj-button", "aria-label": "含有的字", placeholder: "含有的字", autocomplete: "off" });
  const narrow = (): void => {
    const sorts = sort.value ? sort.value.split(" ") : [];
    const wanted = letters.value.trim();
    let shown = 0;
    for (const [group, items] of groups) {
      for (const item of items) item.hidden = (sorts.length > 0 && !sorts.includes(item.dataset.l ?? "")) || !(item.firstElementChild?.textContent ?? "").includes(wanted);
      const left = items.filter((item) => !item.hidden).length;
      shown += left;
      group.hidden = left === 0;
      if (group instanceof HTMLDetailsElement && (sorts.length || wanted)) group.open = true;
      group.querySelector("[data-many]")?.replaceChildren(`${thousands(left)} 条`);
    }
    count.textContent = sorts.length || wanted ? `共 ${thousands(shown)} 条` : "";
  };
  keepFields([sort, letters], narrow);
  bar.append(sort, letters, count);
}
