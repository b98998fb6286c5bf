/** Work that can wait until the page stands. */

const PATIENCE = 1000; // ms: so long a busy page may keep it waiting

/** Run it once the page is loaded and the browser has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari knows no idle time.
  const soon = (): void => void ("requestIdleCallback" in window ? requestIdleCallback(work, { timeout: PATIENCE }) : setTimeout(work, 1));
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}
