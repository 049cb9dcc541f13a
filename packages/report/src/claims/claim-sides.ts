import type { Claim, Json } from "@actbench/core/internal";

export type SideSettings = Readonly<Record<string, Json>>;

/** The settings that each side of a comparing claim names; the subject is the one named first. */
export function claimSides({
  compare = {},
}: Claim): readonly [subject: SideSettings, reference: SideSettings] {
  const side = (place: 0 | 1): SideSettings =>
    Object.fromEntries(Object.entries(compare).map(([axis, values]) => [axis, values[place]]));
  return [side(0), side(1)];
}
