/** The outline beside a page shows where the reader is. */

import { hashId } from "../core/anchor.ts";

const WIDE = "(min-width: 60em)"; // where the theme shows it
const REACHED = 0.25; // of the window, from above: a heading so high has been reached
const PASSED = "md-nav__link--passed"; // the theme's
const ACTIVE = "md-nav__link--active";

interface Entry {
  readonly link: HTMLElement;
  readonly heading: Element;
}

export function startOutline(): void {
  const list = document.querySelector("[data-hj-outline]");
  if (!list) return;
  const entries = [...list.querySelectorAll<HTMLAnchorElement>("a.md-nav__link")].flatMap((link): Entry[] => {
    const heading = document.getElementById(hashId(link.hash));
    return heading ? [{ link, heading }] : [];
  });
  const wide = matchMedia(WIDE);
  let current = -1;
  let waiting = false;
  const look = (): void => {
    waiting = false;
    if (!wide.matches) return;
    const at = reached(entries);
    if (at === current) return;
    current = at;
    show(entries, at);
  };
  const soon = (): void => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon, { passive: true });
  new ResizeObserver(soon).observe(document.body); // what unfolds moves headings without a scroll; begins at once
}

/** Position of the heading under which the reader is; -1 above the first. */
function reached(entries: readonly Entry[]): number {
  const { scrollHeight } = document.documentElement;
  const atEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 1;
  const beyond = entries.findIndex(({ heading }) => heading.getBoundingClientRect().top > innerHeight * (atEnd ? 1 : REACHED));
  return (beyond < 0 ? entries.length : beyond) - 1;
}

function show(entries: readonly Entry[], at: number): void {
  entries.forEach(({ link }, each) => {
    link.classList.toggle(PASSED, each <= at);
    link.classList.toggle(ACTIVE, each === at);
  });
  const link = entries[at]?.link;
  const frame = link?.closest(".md-sidebar__scrollwrap");
  if (!link?.offsetHeight || !frame) return;
  const [inner, outer] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollBy({ top: inner.top - outer.top - outer.height / 2 });
}
