/** Starts the parts of a page, none of which needs another. */

/** Start one after another; a fault of one is reported on the console and stops none of the rest. */
export function startAll(parts: readonly (() => unknown)[]): void {
  for (const start of parts) {
    try {
      Promise.resolve(start()).catch(report);
    } catch (fault) {
      report(fault);
    }
  }
}

function report(fault: unknown): void {
  console.error(fault);
}
