/** Switches over a text: which lines to draw, and whether inner enumerations stand on lines of their own. */
import { button, element } from "../element.ts";
import { remember, remembered } from "./choices.ts";

type Echoes = "all" | "distinct" | "none";
const ECHOES: readonly (readonly [Echoes, string])[] = [
  ["distinct", "非套话"],
  ["all", "全部"],
  ["none", "关闭"],
];
const root = document.documentElement;

/** Whether 套话 is to be left out: as long as the reader does not ask for it, or it would drown the rest. */
export function onlyDistinct(): boolean {
  return root.dataset.hjEchoes !== "all";
}

/** What lines are drawn under. */
const LINED = ".hj-title a[href*='/formulations/'], .hj-body a[href*='/formulations/']";

/** Put the switches into their place; `changed` hears when lines are drawn otherwise. */
export function startSwitches(changed: () => void): void {
  const place = document.querySelector<HTMLElement>("[data-switches]");
  if (!place) return;
  if (document.querySelector("br.hj-i")) place.append(linesButton());
  if (!document.querySelector(LINED)) return;
  const buttons = ECHOES.map(([value, label]) => {
    const made = button(label, () => {
      choose(value);
      remember("echoes", value);
    });
    return [value, made] as const;
  });
  const choose = (value: Echoes): void => {
    if (value === "distinct") delete root.dataset.hjEchoes; // else the whole text is styled anew for nothing
    else root.dataset.hjEchoes = value;
    for (const [each, made] of buttons) made.setAttribute("aria-pressed", String(each === value));
    changed();
  };
  const group = element("span", { role: "group", "aria-label": "提法的线", class: "hj-group-buttons" }, "提法的线 ", ...buttons.map(([, made]) => made));
  place.prepend(group);
  const known = remembered("echoes");
  choose(known === "all" || known === "none" ? known : "distinct");
}

function linesButton(): HTMLElement {
  const made = button("分项分行", () => {
    const on = root.dataset.hjLines !== "on";
    set(on);
    remember("lines", on ? "on" : "off");
  });
  const set = (on: boolean): void => {
    if (on) root.dataset.hjLines = "on";
    else delete root.dataset.hjLines;
    made.setAttribute("aria-pressed", String(on));
  };
  set(remembered("lines") === "on");
  return made;
}
