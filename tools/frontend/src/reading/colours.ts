/** Light or dark: as the reader chose, else as the system has it. What is chosen first is set inline, see palette.html. */
import { remember, remembered } from "./choices.ts";

declare global {
  interface Window {
    /** Sets the colours of the option with this position; null: of the one that fits the system. */
    hujianColours?: (chosen: string | number | null) => void;
  }
}

const NAME = "colours";

export function startColours(): void {
  const form = document.querySelector<HTMLFormElement>(".hj-palette");
  const set = window.hujianColours;
  if (!form || !set) return;
  const options = [...form.querySelectorAll("input")];
  const choose = (at: number): void => {
    set(at);
    remember(NAME, String(at));
  };
  form.addEventListener("change", () => choose(options.findIndex((option) => option.checked)));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = (options.findIndex((option) => option.checked) + 1) % options.length;
    choose(next);
    options[next]?.focus();
    event.preventDefault();
  });
  for (const option of options) {
    matchMedia(option.dataset.mdColorMedia ?? "").addEventListener("change", () => remembered(NAME) === null && set(null));
  }
}
