/** Folds texts for the Python tests: the table on the first line, then one JSON text a line. */
import { createInterface } from "node:readline";
import { Folder } from "../../tools/frontend/src/core/fold.ts";

let folder: Folder | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  const data = JSON.parse(line);
  if (folder) {
    const { letters, offsets } = folder.fold(data);
    console.log(JSON.stringify([letters, [...offsets]]));
  } else folder = new Folder(data);
}
