import {
  type ActivationSpec,
  type FilledTensor,
  type FormulaActivationSpec,
  type InputMap,
  inputNames,
  isCode,
  loweredFormulas,
  NORMALIZATION_EPSILON,
  readsNoise,
  taskOf,
  variablesOf,
} from "../../internal.js";
import { type PortableModel, UnportableError } from "../portable-model.js";
import { tensorName } from "../tensor-file/tensor-name.js";
import { lowerFormula } from "./lower-formula.js";
import { type OnnxGraph, OnnxGraphBuilder, type OnnxRows } from "./onnx-graph.js";

/** A formula's uniform noise in evaluation: its mean. */
const NOISE = 0.5;

/**
 * A trained network as a graph of opset 17, from raw inputs `x` (f32 [rows, inputs], as the dataset holds
 * them) to what it answers: `logits` and `probabilities` of a classifier trained by cross-entropy, `outputs`
 * of any other network, `predictions` in the targets' units of a regression, and `reconstruction` in the
 * units of x of an autoencoder. Dropout is left out, as in evaluation. Throws an `UnportableError` for an
 * activation that is code.
 */
export function networkGraph(model: PortableModel): OnnxGraph {
  return new NetworkWriter(model).write();
}

class NetworkWriter {
  private readonly graph = new OnnxGraphBuilder();
  private readonly outputLayer: number;

  constructor(private readonly model: PortableModel) {
    this.outputLayer = model.spec.model.hidden.length;
  }

  write(): OnnxGraph {
    const { graph, model } = this;
    let rows = scaled(graph, "x", model.scaling);
    model.spec.model.activation.forEach((activation, layer) => {
      rows = this.activate(this.normalize(this.dense(rows, layer), layer), layer, activation);
    });
    const outputs = this.answers(this.dense(rows, this.outputLayer));
    return {
      name: "actbench network",
      nodes: graph.nodes,
      initializers: graph.initializers,
      inputs: [{ name: "x", width: model.inputs }],
      outputs,
    };
  }

  /** z = x Wᵀ + b. */
  private dense(rows: string, layer: number): string {
    const [weight, bias] = [this.tensor(layer, "weight"), this.tensor(layer, "bias")];
    return this.graph.add("Gemm", [rows, this.hold(weight), this.hold(bias)], { transB: { int: 1 } });
  }

  private normalize(rows: string, layer: number): string {
    const { normalization } = this.model.spec.model;
    if (normalization === "none") return rows;
    const [gamma, beta] = [this.hold(this.tensor(layer, "gamma")), this.hold(this.tensor(layer, "beta"))];
    const epsilon = { float: NORMALIZATION_EPSILON };
    switch (normalization) {
      case "layer":
        return this.graph.add("LayerNormalization", [rows, gamma, beta], { axis: { int: 1 }, epsilon });
      case "batch": {
        const statistics = (["running_mean", "running_variance"] as const).map((role) =>
          this.hold(this.tensor(layer, role)),
        );
        return this.graph.add("BatchNormalization", [rows, gamma, beta, ...statistics], { epsilon });
      }
      default:
        return normalization satisfies never;
    }
  }

  private activate(rows: string, layer: number, activation: ActivationSpec): string {
    if (isCode(activation))
      throw new UnportableError(
        `layer ${layer + 1} runs ${activation.name}, which is code: an ONNX file contains operators, which only a formula defines`,
        "write it as .safetensors or .npz, or define the activation as a formula (actbench activations new)",
      );
    const variables = new Map<string, string>();
    const read = variablesOf(loweredFormulas(activation).value);
    const units = this.model.spec.model.hidden[layer] ?? 0;
    inputNames(activation.inputs).forEach((name, piece, { length }) => {
      variables.set(name, length === 1 ? rows : this.columns(rows, piece * units, (piece + 1) * units));
    });
    for (const tensor of this.model.tensors)
      if (tensor.layer === layer && typeof tensor.role === "object" && read.has(`$${tensor.role.parameter}`))
        variables.set(`$${tensor.role.parameter}`, this.hold(tensor));
    return activationValue(this.graph, activation, variables);
  }

  /** Columns of a matrix, from the first to before the end. */
  private columns(rows: string, first: number, end: number): string {
    const index = (name: string, value: number): string => {
      const held = `${name} ${value}`;
      if (!this.graph.initializers.some((tensor) => tensor.name === held))
        this.graph.hold({ name: held, shape: [1], values: BigInt64Array.of(BigInt(value)) });
      return held;
    };
    return this.graph.add("Slice", [rows, index("column", first), index("column", end), index("axis", 1)]);
  }

  private answers(rows: string): readonly OnnxRows[] {
    const { graph, model } = this;
    const { train } = model.spec;
    const task = taskOf(train);
    const width = task.outputs(model);
    switch (task.name) {
      case "classification": {
        if (train.loss !== "cross_entropy") return [{ name: graph.output(rows, "outputs"), width }];
        const probabilities = graph.add("Softmax", [rows], { axis: { int: 1 } });
        return [
          { name: graph.output(probabilities, "probabilities"), width },
          { name: graph.output(rows, "logits"), width },
        ];
      }
      case "regression":
        return this.predictions(rows, width);
      case "reconstruction":
        return [
          { name: graph.output(unscaled(graph, rows, model.scaling), "reconstruction"), width },
          { name: graph.output(rows, "outputs"), width },
        ];
      default:
        return task.name satisfies never;
    }
  }

  /** Numbers in the unit of each target, and what the network learned where that is another. */
  private predictions(rows: string, width: number): readonly OnnxRows[] {
    const { graph, model } = this;
    const { offset = [], scale = [] } = model.targets ?? {};
    const isPlain = offset.every((value) => value === 0) && scale.every((value) => value === 1);
    if (isPlain) return [{ name: graph.output(rows, "predictions"), width }];
    const row = (name: string, values: readonly number[]): string =>
      graph.hold({ name, shape: [width], values: Float32Array.from(values) });
    const scaledBack = graph.add("Mul", [rows, row("target scale", scale)]);
    const inUnits = graph.add("Add", [scaledBack, row("target offset", offset)]);
    return [
      { name: graph.output(inUnits, "predictions"), width },
      { name: graph.output(rows, "outputs"), width },
    ];
  }

  private tensor(layer: number, role: FilledTensor["role"]): FilledTensor {
    const found = this.model.tensors.find((tensor) => tensor.layer === layer && tensor.role === role);
    if (found === undefined) throw new RangeError(`layer ${layer + 1} has no ${JSON.stringify(role)}`);
    return found;
  }

  private hold(tensor: FilledTensor): string {
    const { shape, values } = tensor;
    return this.graph.hold({ name: tensorName(tensor, this.outputLayer), shape, values });
  }
}

/**
 * An activation's value at `variables`, in the shape of its pre-activations also where it reads none of them.
 */
export function activationValue(
  graph: OnnxGraphBuilder,
  activation: FormulaActivationSpec,
  variables: ReadonlyMap<string, string>,
): string {
  const { value } = loweredFormulas(activation);
  const noise = readsNoise(value) ? [["noise", graph.constant(NOISE)] as const] : [];
  const result = lowerFormula(graph, value, new Map([...variables, ...noise]));
  if ([...variablesOf(value)].some((name) => /^x\d*$/.test(name))) return result;
  const like = variables.get(activation.inputs === 1 ? "x" : "x1") ?? "x";
  return graph.add("Expand", [result, graph.add("Shape", [like])]);
}

/** v / divisor · factor + shift, rounded after each step as the kernels do. */
function scaled(graph: OnnxGraphBuilder, from: string, { divisor, factor, shift }: InputMap): string {
  const divided = divisor === 1 ? from : graph.add("Div", [from, graph.constant(divisor)]);
  const stretched = factor === 1 ? divided : graph.add("Mul", [divided, graph.constant(factor)]);
  return shift === 0 ? stretched : graph.add("Add", [stretched, graph.constant(shift)]);
}

/** The way back from `scaled`. */
function unscaled(graph: OnnxGraphBuilder, from: string, { divisor, factor, shift }: InputMap): string {
  const moved = shift === 0 ? from : graph.add("Sub", [from, graph.constant(shift)]);
  const factorBack = divisor / factor;
  return factorBack === 1 ? moved : graph.add("Mul", [moved, graph.constant(factorBack)]);
}
