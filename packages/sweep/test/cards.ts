import type { DataCard, MachineCard } from "@actbench/core/internal";
import { MNIST } from "./load.js";

export const MACHINE: MachineCard = {
  cpu: "a processor",
  cores: 2,
  memory_bytes: 8e9,
  os: "linux",
  arch: "x64",
  node: "v20.20.2",
  v8: "11",
  fma: true,
};

export const DATA: DataCard = {
  name: MNIST.name,
  hash: MNIST.hash,
  description: "digits",
  source: "LeCun",
  license: "none",
  inputs: 784,
  classes: 10,
  train_rows: 60_000,
  test_rows: 10_000,
  class_counts: Array(10).fill(6000),
  density: 0.191,
};
