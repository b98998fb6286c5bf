/** Makes elements without markup in strings: nothing that a text holds can become markup. */

type Child = Node | string | null | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Make an element; `true` sets an empty attribute, `false` and `undefined` set none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== false) made.append(child);
  return made;
}

/** Make a button; it looks as most do unless its attributes say otherwise. */
export function button(label: Child, does: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", class: "hj-button", ...attributes }, label);
  made.addEventListener("click", does);
  return made;
}

/** Make an SVG element. */
export function picture(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  // The name of the SVG world, from a picture of the theme's: addresses of other hosts have no place in this script.
  const made = document.createElementNS(document.querySelector("svg")?.namespaceURI ?? null, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
