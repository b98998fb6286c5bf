/** Where this page stands in its site. Works from a server's folder and from disk alike. */

const script = document.currentScript; // only known while the script runs for the first time
const base = script?.dataset.base ?? "."; // "." or "../..", on the 404 page "/" or "/folder"
const root = new URL(base.replace(/\/*$/, "/"), location.href);

/** Where what floats over a page belongs: inside its main landmark. */
export function mainPart(): Element {
  return document.querySelector("main") ?? document.body;
}

/** Absolute address of a site-relative one. */
export function siteUrl(path: string): string {
  return new URL(path, root).href;
}
