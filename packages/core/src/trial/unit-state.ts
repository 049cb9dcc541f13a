/** What a unit can be over a probe, each for itself; the place in the list is the bit. See `LayerUnits` for the definitions. */
export const UNIT_STATES = ["dead", "inactive", "saturated", "dormant"] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** The bits of a unit that is in these states. */
export function stateBits(is: Readonly<Record<UnitState, boolean>>): number {
  return UNIT_STATES.reduce((bits, state, place) => bits | (is[state] ? 1 << place : 0), 0);
}

/** Whether a unit of `states` (0-based) is in a state; false where there is no such unit. */
export function isInState(states: string, unit: number, state: UnitState): boolean {
  return ((parseInt(states.charAt(unit), 16) >> UNIT_STATES.indexOf(state)) & 1) === 1;
}

/** Units of `states` that are in a state. */
export function countInState(states: string, state: UnitState): number {
  let count = 0;
  for (let unit = 0; unit < states.length; unit++) if (isInState(states, unit, state)) count++;
  return count;
}
