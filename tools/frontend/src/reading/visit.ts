/** What belongs to one visit of a page: kept with its entry in the history, so that "back" brings it back. */

const FIELDS = "hujianFields";

export function kept<T>(name: string): T | null {
  return (history.state?.[name] as T | undefined) ?? null;
}

export function keep(name: string, value: unknown): void {
  history.replaceState({ ...history.state, [name]: value }, "");
}

/** Keep what is chosen in some fields of a page; those of an earlier visit are set at once. `changed` hears of each. */
export function keepFields(fields: readonly (HTMLSelectElement | HTMLInputElement)[], changed: () => void): void {
  const before = kept<readonly string[]>(FIELDS);
  fields.forEach((field, at) => {
    field.value = before?.[at] ?? "";
    field.addEventListener("input", () => {
      keep(FIELDS, fields.map(({ value }) => value));
      changed();
    });
  });
  if (before) changed();
}
