/**
 * What was typed stays typed when "back" brings a whole page back. WebKit empties every field without
 * autocompletion then, in a task of its own after the event, and tells nobody.
 */
export function keepTyped(): void {
  let left: readonly (readonly [HTMLInputElement, string])[] = [];
  window.addEventListener("pagehide", () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=text], input[type=search]")];
    left = fields.map((field) => [field, field.value] as const);
  });
  onReturn(() => {
    for (const [field, value] of left) field.value = value;
  });
}

/** Call when "back" has brought this very page back, as it was left, and the browser has set its fields. */
export function onReturn(returned: () => void): void {
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) setTimeout(returned, 0);
  });
}
