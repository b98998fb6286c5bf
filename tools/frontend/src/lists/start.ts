/** The list of texts: narrowed by level, year, speaker and kind, and sorted by any column. */
import { button, element } from "../element.ts";

const FILTERS: readonly (readonly [string, number])[] = [["层级", 1], ["年份", 2], ["讲话人", 3], ["文种", 4]];
const YEAR = 2; // its column holds dates

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
    if (column !== 1) values.sort();
    const made = element("select", { "aria-label": label }, element("option", { value: "" }, `${label}：全部`), ...values.map((value) => element("option", { value }, value)));
    made.addEventListener("change", narrow);
    return [made, column] as const;
  });
  function narrow(): void {
    for (const row of rows) row.hidden = selects.some(([made, column]) => made.value !== "" && facet(row, column) !== made.value);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown < rows.length ? `${shown} 篇` : "";
  }
  bar.append(...selects.map(([made]) => made), count);
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => addSorting(head, column, rows, body));
}

function addSorting(head: HTMLTableCellElement, column: number, rows: readonly HTMLTableRowElement[], body: HTMLTableSectionElement): void {
  const sort = (): void => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const numeric = head.classList.contains("hj-number");
    const order = (a: HTMLTableRowElement, b: HTMLTableRowElement): number => {
      const [x, y] = [cell(a, column), cell(b, column)];
      if (numeric) return Number(x.replace(/,/gu, "")) - Number(y.replace(/,/gu, ""));
      return (x || "\uffff").localeCompare(y || "\uffff", "zh-CN");
    };
    body.append(...[...rows].sort((a, b) => (down ? -1 : 1) * order(a, b)));
  };
  head.replaceChildren(button(head.textContent, sort, { class: "hj-sort" }));
}
