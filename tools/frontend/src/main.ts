/** The site's own behaviour. Every page works without it; this only adds. */
import { startAll } from "./core/parts.ts";
import { startKwic } from "./kwic/start.ts";
import { startLists } from "./lists/start.ts";
import { startWords } from "./lists/words.ts";
import { startMarks } from "./marks/arrival.ts";
import { startCompare } from "./compare/start.ts";
import { startOutline } from "./outline/follow.ts";
import { startPanel } from "./panel/start.ts";
import { startColours } from "./reading/colours.ts";
import { startReading } from "./reading/start.ts";
import { keepTyped } from "./reading/typed.ts";
import { startSearch } from "./search/box.ts";
import { startSearchPage } from "./search/page.ts";

/** The browser must not bring back what was open when the reader left: each part decides that for itself. */
function forgetToggles(): void {
  // Checkboxes may not say so in HTML.
  for (const toggle of document.querySelectorAll<HTMLInputElement>(".md-toggle")) toggle.autocomplete = "off";
}

startAll([
  startSearchPage,
  forgetToggles,
  keepTyped,
  startColours,
  startSearch,
  startReading,
  startOutline,
  startPanel,
  startKwic,
  startLists,
  startWords,
  startCompare,
  startMarks,
]);
