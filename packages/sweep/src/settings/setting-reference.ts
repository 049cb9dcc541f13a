/** One setting for a reference page or a help text. */
export interface SettingReference {
  /** Full name, for example `train.lr`. */
  readonly name: string;
  /** What it takes, for example `number ≥ 0` or `none | batch | layer`. */
  readonly takes: string;
  readonly default: string;
  readonly doc: string;
}

/** Every setting of a point, in the order of the list that also validates them. */
export function settingReference(): readonly SettingReference[] {
  throw new Error("not written yet");
}
