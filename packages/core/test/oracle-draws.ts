import type { TrialSpec } from "../src/contract/spec.js";
import type { LayerLayout } from "../src/network/layout.js";
import type { Network } from "../src/network/network.js";
import type { Chance } from "./oracle-gradients.js";

/** The draws of the network's last batch, as the oracle wants them. */
export function chanceOf(network: Network, { dropout, alpha_dropout }: TrialSpec["model"]): Chance {
  const drawOf =
    (from: "noise" | "drop") =>
    (example: number, layer: number, unit: number): number => {
      const own = network.layout.layers[layer] as LayerLayout;
      return own[from] === 0
        ? 0.5
        : (network.f32[(own[from] + example * own.strideDraws) / 4 + unit] as number);
    };
  const drop = drawOf("drop");
  // Klambauer et al. 2017: dropped outputs become -lambda·alpha, then an affine map restores mean and
  // variance.
  const limit = -1.7580993408473766;
  const a = 1 / Math.sqrt((1 - alpha_dropout) * (1 + alpha_dropout * limit ** 2));
  return {
    noise: drawOf("noise"),
    output: (...at) => {
      if (dropout > 0) return { scale: drop(...at) >= dropout ? 1 / (1 - dropout) : 0, shift: 0 };
      if (alpha_dropout === 0) return { scale: 1, shift: 0 };
      const shift = -a * alpha_dropout * limit;
      return drop(...at) >= alpha_dropout ? { scale: a, shift } : { scale: 0, shift: a * limit + shift };
    },
  };
}

/** Inputs as the network's last batch dropped them. */
export function droppedInputs(
  { layout, f32 }: Network,
  { model }: TrialSpec,
  inputs: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const share = model.input_dropout;
  if (share === 0) return inputs;
  return inputs.map((row, r) => {
    const draws = (layout.inputDraws + r * layout.strideInputDraws) / 4;
    return row.map((value, i) => ((f32[draws + i] as number) >= share ? value / (1 - share) : 0));
  });
}
