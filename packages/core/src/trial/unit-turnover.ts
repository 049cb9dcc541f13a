import type { EpochRecord, LayerUnits } from "../contract/record.js";
import { isInState } from "../contract/unit-state.js";

/** A unit so far. */
interface Life {
  readonly bornDead: boolean;
  /** Whether some probe found it alive, and whether the last one did. */
  lived: boolean;
  lives: boolean;
  died: boolean;
  revived: boolean;
  /**
   * The update of the first probe of those that found it dead without a break; undefined while it is alive.
   */
  deadSince: number | undefined;
  /** The longest time dead, in updates; undefined where no probe found it dead. */
  longestDead: number | undefined;
}

/** A layer at a probe, with each unit's states. */
type ProbedLayer = LayerUnits & { readonly states: string };

/**
 * Compares each probe of units with those before it: which units died, came to life, or came back, and how
 * long they were dead.
 */
export class UnitTurnover {
  /** Per hidden layer, from the first probe on. */
  private layers: readonly (readonly Life[])[] | undefined;

  /** With `turnover`, layers also hold what happened from the first probe on. */
  constructor(private readonly turnover: boolean) {}

  /**
   * The layers of a probe after update `step`, with births (dead at every probe before, alive now), deaths
   * (alive at the probe before, dead now) and revivals (dead at the probe before though it had lived, alive
   * now). The first probe has none of them: it is where units start.
   */
  next(layers: readonly ProbedLayer[], step: number): readonly LayerUnits[] {
    const before = this.layers;
    if (before === undefined) this.layers = layers.map(({ states }) => startLives(states, step));
    return layers.map((layer, index) => {
      const lives = this.layers?.[index] ?? [];
      return {
        ...layer,
        ...(before === undefined ? {} : changes(lives, layer.states, step)),
        ...(this.turnover ? turnoverOf(lives, before === undefined) : {}),
      };
    });
  }

  /** Visits the probes of a resumed trial, those that wait for their epoch's end last. */
  restore(
    curve: readonly Pick<EpochRecord, "step" | "units" | "probes">[],
    waiting: EpochRecord["probes"] = [],
  ): void {
    for (const { step, units = [] } of [...curve.flatMap((at) => [...(at.probes ?? []), at]), ...waiting]) {
      const probed = units.flatMap(({ states, ...layer }) =>
        states === undefined ? [] : [{ ...layer, states }],
      );
      if (probed.length > 0) this.next(probed, step);
    }
  }
}

/** The units as the first probe finds them. */
function startLives(states: string, step: number): readonly Life[] {
  return Array.from(states, (_, unit): Life => {
    const dead = isInState(states, unit, "dead");
    return {
      bornDead: dead,
      lived: !dead,
      lives: !dead,
      died: false,
      revived: false,
      deadSince: dead ? step : undefined,
      longestDead: dead ? 0 : undefined,
    };
  });
}

/** Counts the changes to `states` after update `step` and takes them over. */
function changes(
  lives: readonly Life[],
  states: string,
  step: number,
): Pick<LayerUnits, "births" | "deaths" | "revivals"> {
  let [births, deaths, revivals] = [0, 0, 0];
  lives.forEach((life, unit) => {
    const now = !isInState(states, unit, "dead");
    if (life.lives && !now) deaths++;
    else if (now && !life.lives && life.lived) revivals++;
    else if (now && !life.lives) births++;
    takeOver(life, now, step);
  });
  return { births, deaths, revivals };
}

function takeOver(life: Life, now: boolean, step: number): void {
  if (!now) {
    life.died ||= life.lives;
    life.deadSince ??= step;
  }
  if (now && life.died) life.revived = true;
  if (life.deadSince !== undefined) life.longestDead = Math.max(life.longestDead ?? 0, step - life.deadSince);
  if (now) life.deadSince = undefined;
  life.lives = now;
  life.lived ||= now;
}

/**
 * What happened to the units of a layer from the first probe to the last; at the first alone only births can
 * be known.
 */
function turnoverOf(
  lives: readonly Life[],
  isFirst: boolean,
): Pick<LayerUnits, "born_dead" | "born_late" | "died" | "revived" | "longest_dead"> {
  const count = (is: (life: Life) => boolean) => lives.filter(is).length;
  const times = lives.flatMap(({ longestDead }) => longestDead ?? []);
  return {
    born_dead: count(({ bornDead }) => bornDead),
    ...(isFirst
      ? {}
      : {
          born_late: count(({ bornDead, lived }) => bornDead && lived),
          died: count(({ died }) => died),
          revived: count(({ revived }) => revived),
        }),
    ...(times.length === 0 ? {} : { longest_dead: times.reduce((a, b) => Math.max(a, b)) }),
  };
}
