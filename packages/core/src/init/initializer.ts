/** The layer an initializer draws for. */
export interface LayerShape {
  readonly seed: number;
  /** 0-based; the output layer is `OUTPUT_LAYER`. */
  readonly layer: number;
  readonly inputs: number;
  readonly units: number;
  /**
   * The frequency ω of the layer's activation, of the last hidden one for the output layer; 1 where it has
   * none.
   */
  readonly omega: number;
  /**
   * E[x²] of what comes in: measured for the first layer, by quadrature behind an activation. Computed when
   * asked.
   */
  readonly inputMoment: () => number;
}

/**
 * Fills `weights: [units, inputs]`, row-major f64, for one layer; returns the biases where the method draws
 * them.
 */
export type Initializer = (shape: LayerShape, weights: Float64Array) => Float64Array | undefined;
