import { type FormulaActivationSpec, inputNames, loweredFormulas, variablesOf } from "../../internal.js";
import { activationValue } from "./network-graph.js";
import { type OnnxGraph, OnnxGraphBuilder } from "./onnx-graph.js";

/**
 * An activation alone as a graph of opset 17: from `x`, or `x1` … `xk`, each [rows, units], to `y`. Trained
 * parameters are initializers of one number under their names, at their initial values.
 */
export function activationGraph(activation: FormulaActivationSpec, units = 1): OnnxGraph {
  const graph = new OnnxGraphBuilder();
  const names = inputNames(activation.inputs);
  const variables = new Map<string, string>(names.map((name) => [name, name] as const));
  const read = variablesOf(loweredFormulas(activation).value);
  for (const { name, value, trainable } of activation.params)
    if (trainable && read.has(`$${name}`))
      variables.set(`$${name}`, graph.hold({ name, shape: [1], values: Float32Array.of(value) }));
  graph.output(activationValue(graph, activation, variables), "y");
  return {
    name: activation.label,
    nodes: graph.nodes,
    initializers: graph.initializers,
    inputs: names.map((name) => ({ name, width: units })),
    outputs: [{ name: "y", width: units }],
  };
}
