import type { EpochRecord } from "../contract/record.js";

/**
 * Whether some hidden layer has no unit alive over the probe, so that a relu network says the same of every
 * example; at initialization it is born dead (Lu et al. 2019, arXiv:1903.06733). Undefined where units were
 * not probed.
 */
export function isDeadNetwork(epoch: Pick<EpochRecord, "units"> | undefined): boolean | undefined {
  return epoch?.units?.some(({ dead, units }) => dead === units);
}
