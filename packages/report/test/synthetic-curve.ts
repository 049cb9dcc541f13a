import type {
  EpochRecord,
  GradientProbe,
  LayerUnits,
  PointSpec,
  RandomStream,
} from "@actbench/core/internal";

/** What becomes of a made-up network. */
export type SyntheticOutcome = "learns" | "loses units" | "constant" | "diverges";

/** The outcome of an activation at a learning rate. */
export function outcomeOf(name: string, lr: number): SyntheticOutcome {
  if (lr < 0.5) return "learns";
  if (name === "relu") return "loses units";
  if (name === "elu") return "constant";
  return name === "prelu" ? "diverges" : "learns";
}

/** The epochs of a made-up training that ends so. */
export function curveOf(
  spec: PointSpec,
  outcome: SyntheticOutcome,
  stream: RandomStream,
): readonly EpochRecord[] {
  const name = spec.model.activation[0]?.name ?? "";
  const skill = 0.3 + 0.25 * stream.uniform() + (name === "tanh" ? -0.15 : 0) + Math.min(0.2, spec.train.lr);
  const noise = () => stream.uniform() - 0.5;
  const immortal = name !== "relu";
  return Array.from({ length: spec.train.epochs + 1 }, (_, epoch): EpochRecord => {
    const constant = outcome === "constant" && epoch > 0;
    const error = constant
      ? 0.8877
      : epoch === 0
        ? 0.9 + 0.04 * noise()
        : 0.115 / epoch ** skill + 0.004 * noise();
    const loss = constant
      ? 2.31 + 0.002 * noise()
      : epoch === 0
        ? 2.33 + 0.1 * noise()
        : 3.2 * error + 0.005 * noise();
    const scored = (more: number, rows: number) => ({
      loss: loss * (1 + more),
      accuracy:
        Math.round((1 - (constant || epoch === 0 ? error : error * (1 + more)) + 0.001 * noise()) * rows) /
        rows,
    });
    const lost = outcome === "loses units" ? 1 - 0.8 ** epoch : 0.004 * epoch;
    return {
      epoch,
      step: epoch * 313,
      ...(epoch === 0 ? {} : { running_loss: loss * 1.1 }),
      train: scored(0, 20000),
      ...(spec.dataset.validation === 0 ? {} : { validation: scored(0.12, spec.dataset.validation) }),
      test: scored(0.1, 10000),
      units: spec.model.hidden.map((units, layer) => ({
        units,
        dead: immortal ? 0 : Math.floor(units * lost * (0.4 + 0.4 * layer + 0.15 * stream.uniform())),
        inactive: Math.floor(units * (constant ? 0.8 : lost) * (0.5 + 0.4 * layer + 0.1 * stream.uniform())),
        saturated: name === "tanh" ? Math.floor(units * Math.min(0.9, 0.03 * epoch) * stream.uniform()) : 0,
        dormant: Math.floor(units * (constant ? 0.7 : lost) * 0.4),
        zero_fraction: name === "relu" ? 0.5 + 0.5 * lost * 0.6 + 0.02 * noise() : 0,
        ...(spec.measure.turnover ? turnoverOf(units, { epoch, layer, lost: immortal ? 0 : lost }) : {}),
      })),
      ...(spec.measure.gradients && epoch > 0 ? { gradients: [gradientsOf(spec, epoch, stream)] } : {}),
      ...(name === "prelu"
        ? { params: spec.model.hidden.map(() => ({ alpha: 0.25 + 0.02 * epoch * noise() })) }
        : {}),
      train_s: epoch === 0 ? 0 : 0.11 + 0.02 * stream.uniform(),
      digest: `${"0".repeat(24)}${Math.round(1e6 * loss)
        .toString(16)
        .padStart(8, "0")}`,
    };
  });
}

/** One unit of layer 2 born dead; of those that died, half came back above the first layer. */
function turnoverOf(
  units: number,
  { epoch, layer, lost }: { readonly epoch: number; readonly layer: number; readonly lost: number },
): Partial<LayerUnits> {
  if (lost === 0) return { born_dead: 0, ...(epoch === 0 ? {} : { born_late: 0, died: 0, revived: 0 }) };
  const died = Math.floor(units * Math.min(0.9, lost * (0.6 + 0.4 * layer)));
  return {
    born_dead: layer,
    ...(epoch === 0 ? {} : { born_late: 0, died, revived: layer === 0 ? 0 : Math.floor(died / 2) }),
    ...(died + layer > 0 ? { longest_dead: epoch * 313 } : {}),
  };
}

/** Gradients that fade towards the input. */
function gradientsOf({ model }: PointSpec, epoch: number, stream: RandomStream): GradientProbe {
  const layers = [...model.hidden, undefined].map((units, layer) => ({
    gradient_norm: ((0.02 + 0.01 * stream.uniform()) * 5 ** layer) / epoch,
    weight_norm: 16 - 4 * layer + 0.2 * epoch,
    update_ratio: (0.0004 * 5 ** layer) / epoch,
    ...(units === undefined ? {} : { effective_rank: units * (0.3 + 0.05 * epoch) }),
  }));
  return { step: epoch * 313, layers };
}
