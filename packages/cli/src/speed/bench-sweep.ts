/** The sweep that `actbench bench` measures: these activations in the default network, one seed. */
export function benchSweep(activations: readonly string[]): string {
  return `version: 1
name: bench
dataset: { name: mnist, validation: 5000 }
seeds: 1
parameters:
  activation: ${JSON.stringify(activations)}
`;
}
