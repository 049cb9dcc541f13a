import type { InputMap } from "../kernels/inputs.js";
import { placeOf } from "../optimizer/optimizers.js";
import type { EvaluationTotals, OutputTally } from "../score/score-entry.js";
import { type CompiledNetwork, compileNetwork, type NetworkInput } from "./compile-network.js";
import { listWords } from "./data-shape.js";
import { EVALUATION_ROWS, type LayerLayout, type NetworkLayout } from "./layout.js";
import type { RowLists, RowSource } from "./row-source.js";
import { errorSums, type OutputPlace } from "./row-targets.js";
import { type RunCode, runCode } from "./run-code.js";
import { UnitStatistics } from "./unit-statistics.js";

const CACHE_LINE_WORDS = 16;
/** Examples whose statistics are summed in f32: few roundings, and little to merge in f64. */
const PROBE_SPAN = 4 * EVALUATION_ROWS;

interface ProgramExports {
  step(rows: number): number;
  forward(rows: number): void;
  backward(rows: number): void;
  finish(): void;
  evaluate(rows: number): void;
  probe(rows: number, goesOn: number): void;
  survey(rows: number, layers: number): void;
  derive(): void;
  gradient?(rows: number): void;
}

/** A network in its own WebAssembly memory: the only owner of a trial's numbers. */
export class Network {
  readonly layout: NetworkLayout;
  /** Networks of the same code can take each other's place. */
  readonly compiled: CompiledNetwork;
  readonly memory: WebAssembly.Memory;
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  private readonly f64: Float64Array;
  private readonly exports: ProgramExports;
  /** Rows of the last forward pass. */
  private lastRows = 0;

  constructor(private readonly input: NetworkInput) {
    const compiled = compileNetwork(input);
    const { layout, module } = compiled;
    this.compiled = compiled;
    this.layout = layout;
    const pages = Math.ceil(this.layout.bytes / 65536);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.f32 = new Float32Array(this.memory.buffer);
    this.i32 = new Int32Array(this.memory.buffer);
    this.f64 = new Float64Array(this.memory.buffer);
    const functions = input.rules.map((rule) => rule.functions);
    const code = runCode(this.f32, layout.layers, functions);
    this.exports = instantiate(module, { memory: this.memory, code });
    this.begin();
  }

  /** Whether some activation is a plugin's code. */
  get runsCode(): boolean {
    return this.layout.layers.some(({ formulas }) => formulas?.given !== undefined);
  }

  /** Zeroes the memory of a network that was used, so that it is as a new one. */
  reset(): void {
    this.f32.fill(0);
    this.lastRows = 0;
    this.begin();
  }

  /** Writes what a memory of zeros lacks. */
  private begin(): void {
    const { inputMap } = this.input;
    for (const { norm, pieces, paddedUnits } of this.layout.layers)
      for (const ones of norm ? [norm.gamma, norm.runningVariance] : [])
        this.f32.fill(1, ones / 4, ones / 4 + pieces * paddedUnits);
    if (this.layout.sparse) this.writeTable(this.layout.sparse.table / 4, inputMap);
  }

  /** The network's value of each byte, by the same two roundings as the dense kernel. */
  private writeTable(at: number, { divisor, factor }: InputMap): void {
    for (let byte = 0; byte < 256; byte++) this.f32[at + byte] = Math.fround(byte / divisor) * factor;
  }

  /** One update from `rows` loaded rows; returns their summed loss before it. */
  step(rows: number): number {
    this.lastRows = rows;
    return this.exports.step(rows);
  }

  /**
   * The first part of {@link step}: summed loss of the loaded rows; then come {@link backward} and {@link
   * finish}.
   */
  forward(rows: number): number {
    this.lastRows = rows;
    this.exports.forward(rows);
    return this.f64[this.layout.totals / 8] as number;
  }

  /** Gradients, and the updates that their kernels make at once. */
  backward(rows: number): void {
    this.exports.backward(rows);
  }

  /** What an update does once all gradients are there: clipping, limits of norms, transposed weights. */
  finish(): void {
    this.exports.finish();
  }

  /**
   * The gradient of the batch in memory, by the draws of the update that is next; kept at `layout.gradients`,
   * and running statistics stay as they are. For networks of `measure.gradients`.
   */
  gradient(rows: number): void {
    if (!this.exports.gradient) throw new RangeError("this network was not compiled to measure gradients");
    const state = this.stateBytes();
    const before = state.slice();
    this.exports.gradient(rows);
    state.set(before);
  }

  /** Weights, biases, trained parameters and optimizer state, in place. */
  stateBytes(): Uint8Array {
    const { parameters, parameterBytes, states, statisticsBytes } = this.layout;
    return new Uint8Array(this.memory.buffer, parameters, parameterBytes * (1 + states) + statisticsBytes);
  }

  /** Transposes weights for the backward pass; after they were written from outside. */
  derive(): void {
    this.exports.derive();
  }

  /** Tells the draws of the next update its number. */
  setStep(step: number): void {
    this.i32[this.layout.step / 4] = step;
  }

  setHyper(name: string, value: number): void {
    this.f32[this.layout.hyper / 4 + placeOf(name)] = value;
  }

  /** Copies rows `order[from … from + count)` of the data, and their labels, into the batch. */
  load(data: RowSource, order: Uint32Array, from: number, count: number): void {
    const firstLabel = this.layout.labels / 4;
    for (let row = 0; row < count; row++)
      this.i32[firstLabel + row] = data.labels[order[from + row] as number] as number;
    if (this.layout.targets !== undefined) this.loadTargets(data, order, from, count);
    if (!this.compiled.listed) this.loadBytes(data, order, from, count);
    else if (data.lists) this.loadLists(data.lists, order, from, count);
    else throw new RangeError("this network was compiled for lists of non-zero bytes");
  }

  /** Copies the numbers to predict, as the network learns them. */
  private loadTargets({ targets }: RowSource, order: Uint32Array, from: number, count: number): void {
    if (targets === undefined) throw new RangeError("this network predicts numbers, and the data has none");
    const { width, learned } = targets;
    let to = (this.layout.targets ?? 0) / 4;
    for (let row = 0; row < count; row++) {
      const at = (order[from + row] as number) * width;
      for (let target = 0; target < width; target++) this.f32[to++] = learned[at + target] as number;
    }
  }

  /** Copies the lists of rows: a fifth of MNIST's pixels, a word each. */
  private loadLists({ starts, words }: RowLists, order: Uint32Array, from: number, count: number): void {
    const { i32, layout } = this;
    const stride = listWords(this.input.data.inputs);
    const counts = layout.counts / 4;
    // As in `loadBytes`: the misses of several rows overlap when a word of each cache line is touched first.
    let touched = 0;
    for (let row = 0; row < count; row++) {
      const own = order[from + row] as number;
      const start = starts[own] as number;
      const end = starts[own + 1] as number;
      i32[counts + row] = end - start;
      for (let at = start; at < end; at += CACHE_LINE_WORDS) touched |= words[at] as number;
    }
    i32[layout.touched / 4] = touched;
    let to = layout.raw / 4;
    for (let row = 0; row < count; row++) {
      let at = starts[order[from + row] as number] as number;
      let next = to;
      const end = at + (i32[counts + row] as number);
      for (const last = end - 3; at < last; at += 4, next += 4) {
        i32[next] = words[at] as number;
        i32[next + 1] = words[at + 1] as number;
        i32[next + 2] = words[at + 2] as number;
        i32[next + 3] = words[at + 3] as number;
      }
      for (; at < end; at++) i32[next++] = words[at] as number;
      to += stride;
    }
  }

  private loadBytes(data: RowSource, order: Uint32Array, from: number, count: number): void {
    const { i32, layout } = this;
    const { words } = data;
    const width = data.stride / 4;
    // Rows lie anywhere in memory: touching a word of each cache line first, of four rows at once, lets the
    // misses overlap.
    let touched = 0;
    const last = from + count - 1;
    for (let row = from; row <= last; row += 4) {
      const a = (order[row] as number) * width;
      const b = (order[Math.min(row + 1, last)] as number) * width;
      const c = (order[Math.min(row + 2, last)] as number) * width;
      const d = (order[Math.min(row + 3, last)] as number) * width;
      for (let at = 0; at < width; at += CACHE_LINE_WORDS)
        touched |=
          (words[a + at] as number) |
          (words[b + at] as number) |
          (words[c + at] as number) |
          (words[d + at] as number);
    }
    i32[layout.touched / 4] = touched;
    let to = layout.raw / 4;
    const whole = width - (width % 4);
    for (let row = 0; row < count; row++) {
      let at = (order[from + row] as number) * width;
      const end = at + width;
      // Four at a time: the oldest engine copies a word a turn at half the speed.
      for (const last = at + whole; at < last; at += 4, to += 4) {
        i32[to] = words[at] as number;
        i32[to + 1] = words[at + 1] as number;
        i32[to + 2] = words[at + 2] as number;
        i32[to + 3] = words[at + 3] as number;
      }
      for (; at < end; at++) i32[to++] = words[at] as number;
    }
  }

  /**
   * Loss and right answers over the rows of `order`; what units do on the way is added to `statistics`, one
   * per hidden layer, and outputs and labels of each row to `tallies`.
   */
  evaluate(
    data: RowSource,
    order: Uint32Array,
    statistics?: readonly UnitStatistics[],
    tallies: readonly OutputTally[] = [],
  ): EvaluationTotals {
    for (const layer of statistics ?? []) layer.begin();
    const at = this.layout.totals / 8;
    const errors = this.layout.targets === undefined ? undefined : errorSums(data);
    this.f64[at] = 0;
    this.i32[this.layout.totals / 4 + 2] = 0;
    for (let from = 0; from < order.length; from += EVALUATION_ROWS) {
      const count = Math.min(EVALUATION_ROWS, order.length - from);
      this.load(data, order, from, count);
      this.lastRows = count;
      if (!statistics) this.exports.evaluate(count);
      else {
        this.exports.probe(count, from % PROBE_SPAN);
        const through = from + count;
        if (through % PROBE_SPAN === 0 || through === order.length)
          for (const layer of statistics) layer.addSpan(((through - 1) % PROBE_SPAN) + 1);
      }
      if (tallies.length > 0) this.readOutputs(count, tallies);
      errors?.add(this.outputs, order.subarray(from, from + count));
    }
    for (const layer of statistics ?? []) layer.end();
    const correct = this.i32[this.layout.totals / 4 + 2] as number;
    return {
      loss: this.f64[at] as number,
      correct,
      ...(errors === undefined ? {} : { errors: errors.sums }),
    };
  }

  /** Where the outputs of the last evaluated rows lie. */
  private get outputs(): OutputPlace {
    const { z, strideZ } = this.layout.layers[this.layout.layers.length - 1] as LayerLayout;
    return { numbers: this.f32, at: z / 4, stride: strideZ / 4 };
  }

  /** Shows the outputs and the label of each evaluated row in memory. */
  private readOutputs(rows: number, tallies: readonly OutputTally[]): void {
    const { layers, labels } = this.layout;
    const { z, strideZ, units } = layers[layers.length - 1] as LayerLayout;
    for (let row = 0; row < rows; row++) {
      const at = (z + row * strideZ) / 4;
      const outputs = this.f32.subarray(at, at + units);
      for (const tally of tallies) tally.add(outputs, this.i32[labels / 4 + row] as number);
    }
  }

  /** Right answers among the rows of the last training step, before its update. */
  get correct(): number {
    return this.i32[this.layout.totals / 4 + 2] as number;
  }

  /**
   * Looks among the rows of `order` for a slope that is not identically zero, of every unit that `alive` (per
   * hidden layer) does not know yet, and no further than to the last such unit; marks each unit found in
   * `alive`.
   */
  survey(data: RowSource, order: Uint32Array, alive: readonly Uint8Array[]): void {
    // The first slope, however small, decides.
    const layers = this.unitStatistics(alive.map(() => 0));
    layers.forEach((layer, index) => {
      layer.alive.set(alive[index] ?? []);
      layer.begin();
    });
    for (let from = 0; from < order.length; from += EVALUATION_ROWS) {
      const unknown = layers.findLastIndex((layer) => !layer.knowsAll());
      if (unknown < 0) break;
      const count = Math.min(EVALUATION_ROWS, order.length - from);
      this.load(data, order, from, count);
      this.lastRows = count;
      this.exports.survey(count, unknown + 1);
    }
    layers.forEach((layer, index) => {
      layer.end();
      alive[index]?.set(layer.alive);
    });
  }

  /**
   * Empty statistics, one per hidden layer. `enough`, one per hidden layer: no slope of a unit is looked at
   * after one as large, which is less work; by default the largest of each unit is found.
   */
  unitStatistics(enough?: readonly number[]): readonly UnitStatistics[] {
    return this.layout.layers
      .filter(({ formulas }) => formulas)
      .map((layer, index) => new UnitStatistics(this, layer, enough?.[index] ?? Number.POSITIVE_INFINITY));
  }

  /** The first layer (1-based) whose outputs of the last forward pass are not finite. */
  firstBrokenLayer(): number | undefined {
    for (const [index, layer] of this.layout.layers.entries()) {
      if (!layer.formulas) return index + 1;
      for (let row = 0; row < this.lastRows; row++)
        for (let unit = 0; unit < layer.units; unit++)
          if (!Number.isFinite(this.f32[(layer.a + row * layer.strideA) / 4 + unit])) return index + 1;
    }
    return undefined;
  }
}

/** The boundary where a generated module's exports get their types. */
function instantiate(
  module: WebAssembly.Module,
  env: { readonly memory: WebAssembly.Memory; readonly code: RunCode },
): ProgramExports {
  const instance = new WebAssembly.Instance(module, { env });
  return instance.exports as unknown as ProgramExports;
}
