// The networks that peers are compared on, and how many times PyTorch's speed each must reach and aims at.
const relu = { activation: "relu", batch_size: 64, optimizer: "sgd", lr: 0.1 };

export const NETWORKS = [
  { name: "784-128-10, 64, SGD, relu", ...relu, hidden: [128], must: 2.2, aim: 3 },
  { name: "784-128-64-10, 64, SGD, relu", ...relu, hidden: [128, 64], must: 1.9, aim: 2.6 },
  {
    name: "784-128-64-10, 64, SGD, gelu",
    ...relu,
    hidden: [128, 64],
    activation: "gelu",
    must: 1.9,
    aim: 2.8,
  },
  {
    name: "784-128-64-10, 64, Adam, relu",
    ...relu,
    hidden: [128, 64],
    optimizer: "adam",
    lr: 0.001,
    must: 1.9,
    aim: 2.6,
  },
  {
    name: "784-256-128-10, 128, SGD, elu",
    ...relu,
    hidden: [256, 128],
    batch_size: 128,
    activation: "elu",
    must: 1.2,
    aim: 1.7,
  },
  {
    name: "784-8×128-10, 128, Adam, gelu",
    hidden: Array.from({ length: 8 }, () => 128),
    batch_size: 128,
    optimizer: "adam",
    activation: "gelu",
    lr: 0.001,
    must: 1,
    aim: 1.3,
  },
  { name: "784-32-10, 32, SGD, relu", ...relu, hidden: [32], batch_size: 32, must: 4, aim: 6 },
];
