/** Administrative levels as readers see them; the keys are hujian.model.Level. */
export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  national: "全国",
  province: "省级",
  city: "市级",
  district: "区级",
  county: "县级",
  township: "乡镇",
  unit: "单位",
};
