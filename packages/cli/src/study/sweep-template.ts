/** A complete sweep file that runs in about a minute on MNIST and explains each key. */
export function sweepTemplate(schema: string): string {
  return `# yaml-language-server: $schema=./${schema}
# actbench plan FILE says what would run, actbench run FILE trains it, the same command continues.
version: 1
dataset: { name: mnist, train: 10000, validation: 5000 } # actbench datasets list; or your own: { csv: t.csv, target: column }
model: { hidden: [128, 64], init: he }
train: { epochs: 3, batch_size: 64, optimizer: sgd }

# Everything under \`parameters\` is an axis; every combination of their values is one configuration.
parameters:
  activation: # actbench activations list
    - relu
    - { name: leaky_relu, alpha: [0.01, 0.1] } # a list makes one activation of each value
    - gelu
  train.lr: [0.03, 0.1, 0.3]

# activations: # formulas of your own: data, not code; name them above
#   bump:
#     formula: "max(x, 0) + a * x * exp(-x^2)"
#     params: { a: { default: 0.5, trainable: true } }

seeds: 3 # every point so many times, paired across all points
baseline: { activation: relu } # effects are reported against it
`;
}
