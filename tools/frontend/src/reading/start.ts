/** What a reader can do on any document's page. */
import { showButton } from "../basket/basket.ts";
import { hashId } from "../core/anchor.ts";
import { completeCitation, startToolbar } from "../selection/toolbar.ts";
import { startNumbers } from "./numbers.ts";

export function startReading(): void {
  showButton();
  const article = document.querySelector<HTMLElement>(".hj-doc");
  if (!article) return;
  startNumbers();
  startToolbar(article);
  completeCitation(article);
  document.querySelector(".hj-print")?.addEventListener("click", () => window.print());
  openNote();
  window.addEventListener("hashchange", openNote);
  startPrinting(article);
}

/** On paper nothing is folded; afterwards all is as it was. */
function startPrinting(article: HTMLElement): void {
  let folded: readonly HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    folded = [...article.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
}

/** Unfold the note that an address names. */
function openNote(): void {
  const fold = document.getElementById(hashId(location.hash))?.querySelector(":scope > details");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}
