import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { ENGINE, type Numerics, type TrialSpec } from "../contract/spec.js";
import { SPEC_DEFAULTS } from "../contract/spec-defaults.js";
import type { Dataset } from "../data/dataset.js";
import { runTrial } from "./run-trial.js";

const [ROWS, INPUTS, CLASSES] = [48, 37, 5] as const;
const STRIDE = 40;

/** The weights' checksum after the check's training, as every engine must have it. */
const DIGESTS: Readonly<Record<Numerics, string>> = {
  fma: "a430f3d25d9926e289f91f51a7ba3d36",
  strict: "5f7d611dd6cacdce9da471dca4675434",
};

/**
 * Trains a tiny network by the present lane plan and compares its weights with the known ones: the test of an
 * engine whose compiler was changed by flags. It takes every kernel whose vectors are joined in pairs: sparse
 * and dense products, their gradients, odd tails in rows, columns and examples, an update with two moments.
 */
export function kernelsAreRight(numerics: Numerics): boolean {
  return kernelDigest(numerics) === DIGESTS[numerics];
}

/** The checksum that {@link kernelsAreRight} compares. */
export function kernelDigest(numerics: Numerics): string | undefined {
  const record = runTrial(checkSpec(numerics), checkData(), { now: () => 0 });
  return record.status === "completed" ? record.digest : undefined;
}

function checkSpec(numerics: Numerics): TrialSpec {
  const activation = ["relu", "gelu"].map((name) => {
    const entry = findActivation(name);
    if (entry === undefined) throw new RangeError(`the catalog has no ${name}`);
    return activationSpec(entry);
  });
  return {
    engine: ENGINE,
    numerics,
    study_seed: 0,
    seed: 0,
    dataset: {
      ...SPEC_DEFAULTS.dataset,
      name: "kernel check",
      hash: "",
      train: ROWS - 1,
      validation: 0,
      test: 1,
    },
    model: { ...SPEC_DEFAULTS.model, hidden: [40, 22], activation },
    train: { ...SPEC_DEFAULTS.train, optimizer: "adam", lr: 0.01, batch_size: 13, epochs: 1 },
    measure: { ...SPEC_DEFAULTS.measure, dead_units: false },
  };
}

/** One input in five is not 0. The numbers need to be neither random nor learnable. */
function checkData(): Dataset {
  const features = new Uint8Array(ROWS * STRIDE);
  const labels = new Uint16Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    labels[row] = row % CLASSES;
    for (let input = 0; input < INPUTS; input++)
      if ((row * 31 + input * 17) % 5 === 0)
        features[row * STRIDE + input] = 1 + ((row * 7 + input * 13) % 255);
  }
  return {
    name: "kernel check",
    hash: "",
    kind: "u8",
    inputs: INPUTS,
    classes: CLASSES,
    density: 0.2,
    stride: STRIDE,
    trainRows: ROWS - 1,
    testRows: 1,
    features: features.buffer,
    labels: labels.buffer,
  };
}
