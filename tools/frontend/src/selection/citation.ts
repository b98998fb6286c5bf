/** A reference in the form of GB/T 7714 for a place in an online document. Pure. */

const PARTS = /^(.*\[EB\/OL\]\.)(?: \((.*)\)\.)?$/u;

/**
 * `cited` is what the page states, 讲话人. 题名[EB/OL]. (日期).; the paragraph stands where a page number would,
 * then the date of the document, then of the visit, then the address.
 */
export function reference(cited: string, paragraph: string, url: string, today: string): string {
  const [, head = cited, date] = PARTS.exec(cited) ?? [];
  const place = paragraph ? ` 第${paragraph}段` : "";
  // Where a folder lies on somebody's disk is no address for anyone else.
  const where = url.startsWith("file:") ? "" : ` ${url}.`;
  return `${head}${place}${date ? `${place ? "" : " "}(${date})` : ""}[${today}].${where}`;
}

/** Quotation and reference together. */
export function quotation(text: string, source: string): string {
  return `“${text.trim()}”（${source}）`;
}

/** A date as ISO 8601, where the reader is. */
export function isoDate(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
