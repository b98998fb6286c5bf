/** What a reader can do on any document's page. */
import { showButton } from "../basket/basket.ts";
import { startToolbar } from "../selection/toolbar.ts";
import { startNumbers } from "./numbers.ts";

export function startReading(): void {
  showButton();
  const article = document.querySelector<HTMLElement>(".hj-doc");
  if (!article) return;
  startNumbers();
  startToolbar(article);
  document.querySelector(".hj-print")?.addEventListener("click", () => window.print());
  openNote();
  window.addEventListener("hashchange", openNote);
  window.addEventListener("beforeprint", () => {
    for (const fold of article.querySelectorAll("details")) fold.open = true;
  });
}

/** Unfold the note that an address names. */
function openNote(): void {
  const fold = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector(":scope > details");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}
