/** Networks whose updates are timed, and how many make a burst of some 30 ms. */
export const STEP_NETWORKS = {
  small: {
    what: "784-128-64-10 relu, batch 64, SGD",
    hidden: [128, 64],
    batch: 64,
    activation: "relu",
    optimizer: "sgd",
    steps: 150,
  },
  wide: {
    what: "784-512-512-10 relu, batch 128, SGD",
    hidden: [512, 512],
    batch: 128,
    activation: "relu",
    optimizer: "sgd",
    steps: 12,
  },
  deep: {
    what: "784-8x128-10 gelu, batch 128, SGD",
    hidden: Array(8).fill(128),
    batch: 128,
    activation: "gelu",
    optimizer: "sgd",
    steps: 20,
  },
  deepAdam: {
    what: "784-8x128-10 gelu, batch 128, Adam",
    hidden: Array(8).fill(128),
    batch: 128,
    activation: "gelu",
    optimizer: "adam",
    steps: 20,
  },
};
