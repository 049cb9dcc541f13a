import type { UnitNumbers } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import { isInState, UNIT_STATES, type UnitState } from "../contract/unit-state.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import type { Tensor } from "../network/tensors.js";
import { checkpointTensors } from "../replay/checkpoint-tensors.js";
import { countUnits, unitDetails } from "../trial/count-units.js";
import { type PreparedTrial, prepareTrial } from "../trial/prepare-trial.js";
import { probeRows } from "../trial/probe-rows.js";

/** A hidden unit by its numbers, both from 1. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** What a unit does over the probe, and what it is made of. */
export interface UnitLook {
  readonly states: readonly UnitState[];
  /** Share of examples with a pre-activation above 0. */
  readonly activity: number;
  /** Mean and standard deviation of the pre-activation over the probe. */
  readonly z_mean: number;
  readonly z_std: number;
  readonly max_slope: number;
  /** The unit's bias; of a gated unit, its first. */
  readonly bias: number;
  /** ‖w‖ of the incoming weights. */
  readonly weight_norm: number;
}

/** A trial has no such unit; says which there are. */
export class NoSuchUnitError extends Error {
  readonly code = "no_such_unit";
}

/** Looks at one unit of a trial in any of its states. */
export class UnitLooker {
  readonly examples: number;
  /** The network in the state that was looked at last, and the trial's examples. */
  readonly trial: PreparedTrial;
  private readonly rows: Uint32Array;
  /** Where the unit's own numbers lie in a state, as f32. */
  private readonly own: { readonly weights: Uint32Array; readonly bias: number; readonly all: Uint32Array };

  constructor(
    spec: TrialSpec,
    data: Dataset,
    readonly place: UnitPlace,
    functionsOf?: FunctionsOf,
  ) {
    const { layer, unit } = place;
    const { hidden } = spec.model;
    const units = hidden[layer - 1];
    if (units === undefined || !Number.isInteger(unit) || unit < 1 || unit > units)
      throw new NoSuchUnitError(
        `there is no unit ${layer}:${unit}: the hidden layers have ${hidden.join(", ") || "no"} units, counted from 1:1`,
      );
    this.trial = prepareTrial(spec, data, functionsOf);
    this.rows = probeRows(this.trial.split, spec.measure);
    this.examples = this.rows.length;
    this.own = ownNumbers(checkpointTensors(spec, data), place, units);
  }

  /** The unit in a checkpoint's state. */
  look(state: Uint8Array): UnitLook {
    const { network, source, supSlopes } = this.trial;
    network.stateBytes().set(state);
    network.derive();
    const statistics = network.unitStatistics();
    network.evaluate(source, this.rows, statistics);
    const layer = statistics[this.place.layer - 1];
    if (!layer) throw new NoSuchUnitError(`there is no layer ${this.place.layer}`);
    const index = this.place.unit - 1;
    const { states } = countUnits(layer, supSlopes[this.place.layer - 1] ?? 1);
    const details = unitDetails(layer);
    const at = (numbers: UnitNumbers): number => numbers[index] ?? Number.NaN;
    const numbers = new Float32Array(state.buffer, state.byteOffset, state.byteLength / 4);
    return {
      states: UNIT_STATES.filter((one) => isInState(states, index, one)),
      activity: at(details.activity),
      z_mean: at(details.z_mean),
      z_std: Math.sqrt(at(details.z_variance)),
      max_slope: at(details.max_slope),
      bias: numbers[this.own.bias] ?? Number.NaN,
      weight_norm: Math.sqrt(
        this.own.weights.reduce((sum, place) => sum + (numbers[place] ?? 0) * (numbers[place] ?? 0), 0),
      ),
    };
  }

  isDead(state: Uint8Array): boolean {
    return this.look(state).states.includes("dead");
  }

  /** `state` but for the unit's own weights, bias and parameters, which are those of `other`. */
  withOwnOf(state: Uint8Array, other: Uint8Array): Uint8Array {
    const mixed = state.slice();
    const into = new Float32Array(mixed.buffer);
    const from = new Float32Array(other.slice().buffer);
    for (const place of this.own.all) into[place] = from[place] ?? Number.NaN;
    return mixed;
  }
}

function ownNumbers(tensors: readonly Tensor[], { layer, unit }: UnitPlace, units: number) {
  const named = (name: string): Uint32Array =>
    tensors.find((tensor) => tensor.name === `layer ${layer} ${name}`)?.positions ?? new Uint32Array();
  /** A gated unit has a row in each of its pieces. */
  const rowsOf = (positions: Uint32Array, columns: number): number[] => {
    const width = positions.length / columns;
    const pieces = columns / units;
    return Array.from({ length: pieces }, (_, piece) => (piece * units + unit - 1) * width).flatMap(
      (from) => [...positions.subarray(from, from + width)],
    );
  };
  const biases = named("biases");
  const weights = Uint32Array.from(rowsOf(named("weights"), biases.length));
  const others = tensors
    .filter(({ name, positions }) => name.startsWith(`layer ${layer} `) && positions.length === biases.length)
    .filter(({ name }) => !name.includes("optimizer state"))
    .flatMap(({ positions }) => rowsOf(positions, biases.length));
  return {
    weights,
    bias: rowsOf(biases, biases.length)[0] ?? 0,
    all: Uint32Array.from([...weights, ...others]),
  };
}
