/** The list of texts: narrowed by level, year, speaker and kind, and sorted by any column. */
import { levelName, LEVELS } from "../core/facts.ts";
import { button, element } from "../element.ts";
import { keep, keepFields, kept } from "../reading/visit.ts";
import { documentsOf } from "../search/wording.ts";

const FILTERS: readonly (readonly [string, number])[] = [["层级", 1], ["年份", 2], ["讲话人", 3], ["文种", 4]];
const LEVEL = 1; // its column holds names that have an order of their own
const YEAR = 2; // its column holds dates
const RANKS = LEVELS.map(levelName);
const ORDER = "hujianOrder";

function cell(row: HTMLTableRowElement, column: number): string {
  const found = row.cells[column];
  return found?.querySelector("time")?.dateTime ?? (column === YEAR ? "" : (found?.textContent?.trim() ?? ""));
}

function facet(row: HTMLTableRowElement, column: number): string {
  const value = cell(row, column);
  return column === YEAR ? value.slice(0, 4) || "日期未知" : value || "未知";
}

export function startLists(): void {
  const bar = document.querySelector<HTMLElement>("[data-filters]");
  const table = document.querySelector<HTMLTableElement>(".hj-texts");
  const body = table?.tBodies[0];
  if (!bar || !table || !body) return;
  const rows = [...body.rows];
  const count = element("span", { class: "hj-count", role: "status" });
  const selects = FILTERS.map(([label, column]) => {
    const values = [...new Set(rows.map((row) => facet(row, column)))];
    if (column !== LEVEL) values.sort();
    const made = element("select", { "aria-label": label }, element("option", { value: "" }, `${label}：全部`), ...values.map((value) => element("option", { value }, value)));
    return [made, column] as const;
  });
  const narrow = (): void => {
    for (const row of rows) row.hidden = selects.some(([made, column]) => made.value !== "" && facet(row, column) !== made.value);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown < rows.length ? documentsOf(shown) : "";
  };
  keepFields(selects.map(([made]) => made), narrow);
  bar.append(...selects.map(([made]) => made), count);
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => addSorting(head, column, rows, body));
}

function addSorting(head: HTMLTableCellElement, column: number, rows: readonly HTMLTableRowElement[], body: HTMLTableSectionElement): void {
  const sort = (down: boolean): void => {
    for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const numeric = head.classList.contains("hj-number");
    const order = (a: HTMLTableRowElement, b: HTMLTableRowElement): number => {
      const [x, y] = [cell(a, column), cell(b, column)];
      if (numeric) return Number(x.replace(/,/gu, "")) - Number(y.replace(/,/gu, ""));
      if (column === LEVEL) return RANKS.indexOf(x) - RANKS.indexOf(y);
      return (x || "\uffff").localeCompare(y || "\uffff", "zh-CN");
    };
    body.append(...[...rows].sort((a, b) => (down ? -1 : 1) * order(a, b)));
    keep(ORDER, [column, down]);
  };
  head.replaceChildren(button(head.textContent, () => sort(head.getAttribute("aria-sort") === "ascending"), { class: "hj-sort" }));
  const [was, down = false] = kept<[number, boolean]>(ORDER) ?? [];
  if (was === column) sort(down);
}
