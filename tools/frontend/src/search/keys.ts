/** Which keys mean what to the search; the same as Material's own. */

const OPENING = new Set(["/", "s", "f"]);
const FOCUSABLE = "a[href], button";

/** Whether a key pressed on the page (not in a field) opens the search. */
export function opens(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(radio|checkbox|button)$/.test(target.type));
  return !typing && OPENING.has(event.key);
}

/** Move the focus one up or down through the field and everything below it that can be followed. */
export function moveFocus(field: HTMLElement, below: HTMLElement, step: 1 | -1): void {
  const stops = [field, ...below.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[(Math.max(0, at) + step + stops.length) % stops.length];
  next?.focus();
  if (next !== field) next?.scrollIntoView({ block: "nearest" });
}

/** The first block of text in the window, able to take the focus: where someone is who only reads. */
export function blockInSight(): HTMLElement | null {
  const content = document.querySelector(".md-content");
  const blocks = [...(content?.querySelectorAll<HTMLElement>("p, li, h1, h2, h3, h4, h5, h6") ?? [])];
  const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const block = blocks.find((each) => each.getBoundingClientRect().top >= top && each.offsetParent !== null) ?? null;
  if (block && !block.hasAttribute("tabindex")) {
    block.tabIndex = -1;
    block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
  }
  return block;
}
