/**
 * The order of results, settled as far as they are shown.
 *
 * Whether all wordings stand in one paragraph decides among documents that are alike otherwise, and finding it out
 * takes data. Documents are looked at in the order that they would have if it were so everywhere: the best one is
 * settled as soon as it is true of the first that is left, and most of what is looked at is shown.
 */
import { byRank, type Found, type Hit, ranked } from "./tier.ts";

const PATIENCE = 30; // documents looked at for one request before all others are looked at in one go

export class Ranking {
  private readonly judge: Found["judge"];
  private hopeful: Hit[]; // those not looked at as if all stood together there
  private readonly apart: Hit[] = []; // looked at, and it is not so; best first
  private readonly gone = new Set<string>();

  constructor({ hits, judge }: Pick<Found, "hits" | "judge">) {
    this.hopeful = ranked(hits);
    this.judge = judge;
  }

  /** How many are left. */
  get left(): number {
    return this.hopeful.length + this.apart.length;
  }

  /** Files without which the order may be wrong, as far as it has been settled. */
  get missing(): readonly string[] {
    return [...this.gone].sort();
  }

  /** The best of those that are left, in their order. */
  async take(count: number): Promise<readonly Hit[]> {
    const taken: Hit[] = [];
    let looked = 0;
    while (taken.length < count && this.left > 0) {
      const [hope, apart] = [this.hopeful[0], this.apart[0]];
      if (!hope || (apart && byRank(apart, hope) < 0)) taken.push(this.apart.shift() as Hit);
      else if (hope.together !== null || !this.judge) taken.push(...this.settled(count - taken.length, apart));
      else {
        const some = Math.max(count - taken.length, looked);
        await this.look(looked + some > PATIENCE ? Infinity : some);
        looked += some;
      }
    }
    return taken;
  }

  /** Take what stands first among the hopeful and is known. */
  private settled(most: number, apart: Hit | undefined): Hit[] {
    let size = 1;
    while (size < most && size < this.hopeful.length) {
      const hit = this.hopeful[size] as Hit;
      if ((hit.together === null && this.judge) || (apart && byRank(apart, hit) < 0)) break;
      size++;
    }
    return this.hopeful.splice(0, size);
  }

  /** Look at the first of those that have not been looked at. */
  private async look(count: number): Promise<void> {
    const unknown = this.hopeful.filter(({ together }) => together === null).slice(0, count);
    const documents = unknown.map(({ document }) => document);
    const { together, missing } = (await this.judge?.(documents)) ?? { together: new Set(), missing: [] };
    for (const file of missing) this.gone.add(file);
    const asked = new Set(documents);
    const known = this.hopeful.map((hit) => (asked.has(hit.document) ? { ...hit, together: together.has(hit.document) } : hit));
    this.hopeful = known.filter((hit) => hit.together !== false);
    this.apart.push(...known.filter((hit) => hit.together === false));
    this.apart.sort(byRank);
  }
}
