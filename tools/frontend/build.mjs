// Bundles the front end into two committed files: overrides/assets/hujian.js and hujian.css.
//
//   node build.mjs           writes them
//   node build.mjs --check   writes nothing; exit code 1 when the committed files are stale
//
// One classic script (IIFE) and one stylesheet, because modules and imports fail on file://.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/*
 * The oldest browsers that the site is written for. Syntax is lowered to them here; of what cannot be lowered,
 * tests/frontend/test_floor.py says what a page may only be plainer without. Chromium 86 lives on in Chinese
 * browsers on machines that are not renewed.
 */
const FLOOR = ["chrome86", "firefox90", "safari14.1"];

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, "..", "..", "overrides", "assets");

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: [
    { in: "src/main.ts", out: "hujian" },
    { in: "src/styles/main.css", out: "hujian" },
  ],
  outdir,
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  charset: "utf8",
  target: ["es2020", ...FLOOR],
  supported: { "optional-chain": true }, // called absent for a fault of Chromium before 91 with f?.(...x, y), which we do not write
  legalComments: "none",
  logLevel: "warning",
});

/** Whether the file on disk holds exactly these bytes. */
async function isCurrent(file) {
  const present = await readFile(file.path).catch(() => null);
  return present !== null && present.equals(Buffer.from(file.contents));
}

const stale = [];
for (const file of outputFiles) {
  if (!(await isCurrent(file))) stale.push(file);
}
if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`stale: ${relative(process.cwd(), file.path)}`);
  if (stale.length) console.error("Run: node tools/frontend/build.mjs");
  process.exitCode = stale.length ? 1 : 0;
} else {
  await mkdir(outdir, { recursive: true });
  for (const file of stale) await writeFile(file.path, file.contents);
  for (const file of outputFiles) console.log(`${relative(process.cwd(), file.path)} ${file.contents.length} bytes`);
}
