/** Starts the theme's own script where it was put off: on the search page the first results go before it. */

const LATEST = 1500; // ms after which it waits for no result any more

/** Load what the page has put off (overrides/main.html); a second call does nothing. */
export function startTheme(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-hj-later]")) {
    const script = document.createElement("script");
    script.src = link.href;
    link.replaceWith(script);
  }
}

/** The same in a while, whatever becomes of the search. */
export function startThemeSoon(): void {
  setTimeout(startTheme, LATEST);
}
