import type { NetworkTensor } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { matchTensors } from "./match-tensors.js";
import type { FoundTensor } from "./weights-file.js";

/** A network of widths, each hidden layer with a batch normalization and a learned alpha where `rich`. */
function network(widths: readonly number[], rich = false): readonly NetworkTensor[] {
  return widths.slice(1).flatMap((units, layer): readonly NetworkTensor[] => {
    const tensor = (role: NetworkTensor["role"], shape: readonly number[]): NetworkTensor => ({
      name: `${layer} ${JSON.stringify(role)}`,
      layer,
      role,
      shape,
    });
    const dense = [tensor("weight", [units, widths[layer] ?? 0]), tensor("bias", [units])];
    if (!rich || layer === widths.length - 2) return dense;
    const roles = ["gamma", "beta", "running_mean", "running_variance"] as const;
    return [...dense, tensor({ parameter: "alpha" }, [1]), ...roles.map((role) => tensor(role, [units]))];
  });
}

const file = (shapes: Readonly<Record<string, readonly number[]>>): readonly FoundTensor[] =>
  Object.entries(shapes).map(([name, shape]) => ({ name, shape }));

function matched(own: readonly NetworkTensor[], found: readonly FoundTensor[]) {
  const outputLayer = Math.max(...own.map(({ layer }) => layer));
  return matchTensors({ file: "f.npz", network: own, outputLayer }, found);
}

const names = (own: readonly NetworkTensor[], found: readonly FoundTensor[]): readonly string[] =>
  matched(own, found).map(({ from, isTransposed }) => `${from.name}${isTransposed ? " turned" : ""}`);

describe("matchTensors", () => {
  it("takes the names of actbench model, kernels transposed, in any order, and leaves others", () => {
    const found = file({
      "output.kernel": [3, 2],
      "output.bias": [2],
      other: [7],
      "layers.0.bias": [3],
      "layers.0.weight": [3, 4],
    });
    expect(names(network([4, 3, 2]), found)).toEqual([
      "layers.0.weight",
      "layers.0.bias",
      "output.kernel turned",
      "output.bias",
    ]);
  });

  it("takes modules in the order of their numbers, 2 before 10, as nn.Sequential names them", () => {
    const found = file({
      "0.weight": [5, 5],
      "0.bias": [5],
      "10.weight": [5, 5],
      "10.bias": [5],
      "2.weight": [5, 5],
      "2.bias": [5],
    });
    expect(names(network([5, 5, 5, 5]), found)).toEqual([
      "0.weight",
      "0.bias",
      "2.weight",
      "2.bias",
      "10.weight",
      "10.bias",
    ]);
  });

  it("finds a normalization and a PReLU between two layers, and needs no counter", () => {
    const found = file({
      "0.weight": [3, 4],
      "0.bias": [3],
      "1.weight": [3],
      "1.bias": [3],
      "1.running_mean": [3],
      "1.running_var": [3],
      "1.num_batches_tracked": [],
      "2.weight": [1],
      "3.weight": [2, 3],
      "3.bias": [2],
    });
    expect(names(network([4, 3, 2], true), found)).toEqual([
      "0.weight",
      "0.bias",
      "2.weight",
      "1.weight",
      "1.bias",
      "1.running_mean",
      "1.running_var",
      "3.weight",
      "3.bias",
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, readonly number[]>>, string, string]>([
    [
      "a missing layer",
      { "0.weight": [3, 4], "0.bias": [3] },
      "f.npz lacks output.weight, output.bias",
      "it holds 0.weight [3, 4]",
    ],
    [
      "a layer without bias",
      { "0.weight": [3, 4], "1.weight": [2, 3], "1.bias": [2] },
      "lacks layers.0.bias",
      "",
    ],
    [
      "a layer too many",
      {
        "0.weight": [3, 4],
        "0.bias": [3],
        "1.weight": [2, 3],
        "1.bias": [2],
        "2.weight": [2, 2],
        "2.bias": [2],
      },
      "holds more layers than the network's 2: 2.weight [2, 2]",
      "--config",
    ],
    [
      "another width",
      { "0.weight": [9, 4], "0.bias": [9], "1.weight": [2, 9], "1.bias": [2] },
      "0.weight has the shape [9, 4]",
      "--config",
    ],
    [
      "the transpose",
      { "0.weight": [4, 3], "0.bias": [3], "1.weight": [2, 3], "1.bias": [2] },
      "0.weight has the shape [4, 3]",
      "those named kernel [in, out]",
    ],
    ["nothing", {}, "lacks layers.0.weight", ""],
  ])("%s is an error that says what was expected", (_, shapes, message, hint) => {
    const own = network([4, 3, 2]);
    expect(() => matched(own, file(shapes))).toThrow(message);
    try {
      matched(own, file(shapes));
    } catch (error) {
      expect(error).toMatchObject({ hint: expect.stringContaining(hint) });
    }
  });
});
