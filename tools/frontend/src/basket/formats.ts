/** Clippings as text, Markdown, and HTML that Word opens. Pure. */

export interface Clipping {
  readonly text: string;
  readonly source: string;
  readonly url: string;
}

const ACTIVE = /[\\`*_{}[\]()#+\-.!|<>~&]/gu;

export function asText(clippings: readonly Clipping[]): string {
  return clippings.map(({ text, source }) => `${text}\n——${source}\n`).join("\n");
}

export function asMarkdown(clippings: readonly Clipping[]): string {
  const quoted = (text: string): string => text.split("\n").map((line) => `> ${line.replace(ACTIVE, "\\$&")}`).join("\n");
  return clippings.map(({ text, source }) => `${quoted(text)}\n>\n> ——${source.replace(ACTIVE, "\\$&")}\n`).join("\n");
}

/** A page of its own; Word opens it and keeps what is a quotation and what its source. */
export function asHtml(clippings: readonly Clipping[]): string {
  const items = clippings.map(
    ({ text, source }) => `<blockquote>${text.split("\n").map((line) => `<p>${escaped(line)}</p>`).join("")}</blockquote>\n<p>——${escaped(source)}</p>`,
  );
  return `<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>摘录</title></head><body>\n${items.join("\n")}\n</body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
