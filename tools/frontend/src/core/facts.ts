/** What is told of a document beside its title, as readers see it. */

/** The keys are hujian.model.Level but for "unknown", the names those of hujian.settings.LEVEL_NAMES. */
export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  national: "全国",
  province: "省级",
  city: "市级",
  district: "区级",
  county: "县级",
  township: "乡镇",
  unit: "单位",
};
export const LEVELS: readonly string[] = [...Object.keys(LEVEL_NAMES), "unknown"];
const UNITS = ["年", "月", "日"];

/** Position of a level, national first. */
export function levelRank(level: string): number {
  const at = LEVELS.indexOf(level);
  return at < 0 ? LEVELS.length - 1 : at;
}

export function levelName(level: string): string {
  return LEVEL_NAMES[level] ?? "层级未知";
}

/** 2023-06-28 as 2023年6月28日, with the precision that is known. */
export function chineseDate(iso: string): string {
  const number = (part: string, at: number): string => (at === 0 ? part : String(Number(part)));
  return iso.split("-").slice(0, UNITS.length).map((part, at) => number(part, at) + UNITS[at]).join("");
}

export function dateName(iso: string): string {
  return iso ? chineseDate(iso) : "日期未知";
}

/** Date, level and speaker, as far as they are known. */
export function factsOf(record: { date?: string; level?: string; speaker?: string }): string {
  const date = record.date ? chineseDate(record.date) : "";
  return [date, LEVEL_NAMES[record.level ?? ""], record.speaker].filter(Boolean).join(" · ");
}

/** A number as all pages tell it: 1,234. */
export function thousands(number: number): string {
  return number.toLocaleString("en");
}

/** A share of 0 to 1 as readers see it. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
