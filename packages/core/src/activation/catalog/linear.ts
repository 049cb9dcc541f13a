import { sub, tanh } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

export const identity = defineOnDemand({
  name: "identity",
  family: "linear",
  formula: (x) => x,
  summary: "x itself: a linear layer",
  cite: "linear model",
});

export const tanhshrink = defineOnDemand({
  name: "tanhshrink",
  family: "linear",
  formula: (x) => sub(x, tanh(x)),
  summary: "x less its tanh: flat at 0",
  cite: "PyTorch, torch.nn.Tanhshrink",
});
