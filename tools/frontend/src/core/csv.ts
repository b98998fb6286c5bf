/** Results as a table that spreadsheets open: comma-separated, quoted, UTF-8 with a byte order mark. */

const FORMULA = /^[=+\-@\t\r]/; // what a spreadsheet would calculate instead of showing

/** One table; the first row holds the names of the columns. */
export function csv(rows: readonly (readonly string[])[]): string {
  return "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return `"${shown.replace(/"/g, '""')}"`;
}
