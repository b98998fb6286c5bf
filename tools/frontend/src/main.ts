/** The site's own behaviour. Every page works without it; this only adds. */
import { startMarks } from "./marks/arrival.ts";
import { startSearch } from "./search/box.ts";
import { startSearchPage } from "./search/page.ts";

startSearchPage();
startSearch();
void startMarks();
