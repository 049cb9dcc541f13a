import type { EpochRecord, LayerUnits } from "../contract/record.js";
import { isInState } from "../contract/unit-state.js";

/** A unit's way so far: has it lived at some probe, and did it at the last. */
interface Life {
  lived: boolean;
  lives: boolean;
}

/** Tells what changed from probe to probe: which units died, came to life, or came back. */
export class UnitHistory {
  /** Per hidden layer, from the first probe on. */
  private layers: readonly (readonly Life[])[] | undefined;

  /**
   * The layers of a probe with births (dead at every probe before, alive now), deaths (alive at the probe before, dead now) and
   * revivals (dead at the probe before though it had lived, alive now). The first probe has none of them: it is where units start.
   */
  next(layers: readonly (LayerUnits & { readonly states: string })[]): readonly LayerUnits[] {
    const before = this.layers;
    if (before === undefined) {
      this.layers = layers.map(({ states }) =>
        Array.from(states, (_, unit) => {
          const lives = !isInState(states, unit, "dead");
          return { lived: lives, lives };
        }),
      );
      return layers;
    }
    return layers.map((layer, index) => ({ ...layer, ...changes(before[index] ?? [], layer.states) }));
  }

  /** Visits the probes of a resumed trial. */
  restore(curve: readonly Pick<EpochRecord, "units" | "probes">[]): void {
    for (const { probes = [], units } of curve)
      for (const layers of [...probes.map((probe) => probe.units), units ?? []]) {
        const told = layers.flatMap(({ states, ...layer }) =>
          states === undefined ? [] : [{ ...layer, states }],
        );
        if (told.length > 0) this.next(told);
      }
  }
}

/** Counts the changes to `states` and takes them over. */
function changes(lives: readonly Life[], states: string): Pick<LayerUnits, "births" | "deaths" | "revivals"> {
  let [births, deaths, revivals] = [0, 0, 0];
  lives.forEach((life, unit) => {
    const now = !isInState(states, unit, "dead");
    if (life.lives && !now) deaths++;
    else if (now && !life.lives && life.lived) revivals++;
    else if (now && !life.lives) births++;
    life.lives = now;
    life.lived ||= now;
  });
  return { births, deaths, revivals };
}
