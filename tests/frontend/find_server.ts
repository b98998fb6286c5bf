/**
 * Answers queries for the Python tests: sites as arguments, then one query a line; one answer a line.
 *
 * `hits` are in the order that is shown, settled to the end; `first` are those that are shown at once, settled with
 * as little data as that takes. `loaded` are the files that it took to find and to settle the first.
 * Where nothing is found, `parts` are the longest parts of each wording that stand somewhere.
 */
import { createInterface } from "node:readline";
import { Ranking } from "../../tools/frontend/src/core/ranking.ts";
import { parseQuery } from "../../tools/frontend/src/core/query.ts";
import { findableParts } from "../../tools/frontend/src/core/suggest.ts";
import { open } from "../../tools/frontend/test/disk.ts";

const SHOWN = 10;
const PARTS = 3;
const loaded: string[] = [];
const sites = await Promise.all(process.argv.slice(2).map((site) => open(site, loaded)));
for await (const line of createInterface({ input: process.stdin })) {
  const typed = JSON.parse(line) as string;
  const answers = await Promise.all(
    sites.map(async ({ tier, folder }) => {
      loaded.length = 0;
      const query = parseQuery(typed, folder);
      const found = await tier.find(query);
      const ranking = new Ranking(found);
      const first = [...(await ranking.take(1)), ...(await ranking.take(SHOWN - 1))];
      const took = [...loaded];
      const hits = [...first, ...(await ranking.take(Infinity))];
      const parts: string[][] = [];
      for (const term of hits.length ? [] : query.terms) {
        parts.push(await findableParts([...term], await tier.probe(term), PARTS));
      }
      return { ...found, hits, first, parts, missing: [...found.missing, ...ranking.missing], loaded: took };
    }),
  );
  console.log(JSON.stringify(answers));
}
