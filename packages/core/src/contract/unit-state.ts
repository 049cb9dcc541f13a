/**
 * What a unit can be over a probe, each for itself; the place in the list is the bit. See `LayerUnits` for
 * the definitions.
 */
export const UNIT_STATES = ["dead", "inactive", "saturated", "dormant"] as const;
export type UnitState = (typeof UNIT_STATES)[number];

const bitOf = (state: UnitState): number => 1 << UNIT_STATES.indexOf(state);
/** The bit of each state. */
export const STATE_BITS: Readonly<Record<UnitState, number>> = {
  dead: bitOf("dead"),
  inactive: bitOf("inactive"),
  saturated: bitOf("saturated"),
  dormant: bitOf("dormant"),
};

/** Whether a unit of `states` (0-based) is in a state; false where there is no such unit. */
export function isInState(states: string, unit: number, state: UnitState): boolean {
  return (parseInt(states.charAt(unit), 16) & STATE_BITS[state]) !== 0;
}

/** Units that are in a state, by the bits of each. */
export function countInState(bits: Uint8Array, state: UnitState): number {
  let count = 0;
  for (const own of bits) if ((own & STATE_BITS[state]) !== 0) count++;
  return count;
}
