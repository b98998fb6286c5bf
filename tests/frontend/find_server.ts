/** Answers queries for the Python tests: sites as arguments, then one query a line; one answer a line. */
import { createInterface } from "node:readline";
import { parseQuery } from "../../tools/frontend/src/core/query.ts";
import { open } from "../../tools/frontend/test/disk.ts";

const loaded: string[] = [];
const sites = await Promise.all(process.argv.slice(2).map((site) => open(site, loaded)));
for await (const line of createInterface({ input: process.stdin })) {
  const typed = JSON.parse(line) as string;
  const answers = await Promise.all(
    sites.map(async ({ tier, folder }) => {
      loaded.length = 0;
      const found = await tier.find(parseQuery(typed, folder));
      return { ...found, loaded: [...loaded] };
    }),
  );
  console.log(JSON.stringify(answers));
}
