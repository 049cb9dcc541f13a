// What is written for other tools: networks as files, activations as code. A bundle of its own, since few
// commands ask for it.

export { modelMetadata, scalingText, type TrainedFacts } from "./model-metadata.js";
export { activationGraph } from "./onnx/activation-graph.js";
export { networkGraph } from "./onnx/network-graph.js";
export { type OnnxModelInfo, OPSET, onnxBytes } from "./onnx/onnx-bytes.js";
export type { OnnxGraph } from "./onnx/onnx-graph.js";
export { type PortableModel, UnportableError } from "./portable-model.js";
export { activationSource } from "./source/activation-source.js";
export { SOURCE_TARGETS, type SourceTarget } from "./source/source-target.js";
export { namedTensors } from "./tensor-file/named-tensors.js";
export { npyBytes, npyText } from "./tensor-file/npy.js";
export { type NamedTensor, safetensorsBytes } from "./tensor-file/safetensors.js";
export { type MatrixLayout, tensorName } from "./tensor-file/tensor-name.js";
