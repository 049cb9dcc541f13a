import type { NetworkTensor } from "@actbench/core/internal";
import { tensorName } from "@actbench/core/portable";
import { UsageError } from "../usage-error.js";
import type { FoundTensor } from "./weights-file.js";

/** Where a network's tensor lies in a file. */
export interface TensorSource {
  readonly tensor: NetworkTensor;
  readonly from: FoundTensor;
  /** A matrix that is stored [in, out]. */
  readonly isTransposed: boolean;
}

interface Asked {
  /** The file, in errors. */
  readonly file: string;
  /** Every tensor of the network, layer by layer. */
  readonly network: readonly NetworkTensor[];
  readonly outputLayer: number;
}

/**
 * Finds each tensor of a network in a file: by the names of `actbench model`, or, where none of them is
 * there, module by module in the order of names, as the `state_dict` of an `nn.Sequential` has them. Throws a
 * `UsageError` that names what is missing or has another shape.
 */
export function matchTensors(asked: Asked, found: readonly FoundTensor[]): readonly TensorSource[] {
  const byName = new Map(found.map((tensor) => [tensor.name, tensor]));
  const named = asked.network.map((tensor) => ownSource(tensor, byName, asked.outputLayer));
  const sources = named.some((source) => source !== undefined) ? named : inOrder(asked, found);
  const missing = asked.network.filter((_, i) => sources[i] === undefined);
  if (missing.length > 0) throw missingError(asked, missing, found);
  return sources.flatMap((source) => (source === undefined ? [] : [checkedShape(asked.file, source)]));
}

function ownSource(
  tensor: NetworkTensor,
  byName: ReadonlyMap<string, FoundTensor>,
  outputLayer: number,
): TensorSource | undefined {
  for (const matrix of ["weight", "kernel"] as const) {
    const from = byName.get(tensorName(tensor, outputLayer, matrix));
    if (from !== undefined)
      return { tensor, from, isTransposed: tensor.role === "weight" && matrix === "kernel" };
  }
  return undefined;
}

/** Tensors of one module of a network, by the last part of their names. */
type Module = ReadonlyMap<string, FoundTensor>;

const NUMERIC = new Intl.Collator("en", { numeric: true });

/** Modules in the order of their names, numbers as numbers: 2 before 10. */
function modulesOf(found: readonly FoundTensor[]): Module[] {
  const modules = new Map<string, Map<string, FoundTensor>>();
  for (const tensor of found) {
    const at = tensor.name.lastIndexOf(".");
    const [place, leaf] = [tensor.name.slice(0, Math.max(0, at)), tensor.name.slice(at + 1)];
    modules.set(place, (modules.get(place) ?? new Map<string, FoundTensor>()).set(leaf, tensor));
  }
  return [...modules].sort(([a], [b]) => NUMERIC.compare(a, b)).map(([, module]) => module);
}

const matrixOf = (module: Module): FoundTensor | undefined =>
  [module.get("weight"), module.get("kernel")].find((tensor) => tensor?.shape.length === 2);

/**
 * Each layer takes the next module with a matrix, then those of its normalization and of its learned
 * parameters.
 */
function inOrder({ network, outputLayer, file }: Asked, found: readonly FoundTensor[]) {
  const left = modulesOf(found);
  const next = (fits: (module: Module) => boolean): Module | undefined => {
    const at = left.findIndex(fits);
    return at === -1 ? undefined : left.splice(0, at + 1).at(-1);
  };
  const sources = new Map<NetworkTensor, TensorSource>();
  const take = (tensor: NetworkTensor, from: FoundTensor | undefined, isTransposed = false): void => {
    if (from !== undefined) sources.set(tensor, { tensor, from, isTransposed });
  };
  for (let layer = 0; layer <= outputLayer; layer++) {
    const own = network.filter((tensor) => tensor.layer === layer);
    const dense = next((module) => matrixOf(module) !== undefined);
    const isNorm = (module: Module): boolean =>
      module.get("weight")?.shape.length === 1 && module.has("bias");
    const norm = own.some(({ role }) => role === "gamma") ? next(isNorm) : undefined;
    for (const tensor of own) {
      const { role } = tensor;
      if (role === "weight") take(tensor, dense && matrixOf(dense), dense?.has("kernel"));
      else if (role === "bias") take(tensor, dense?.get("bias"));
      else if (role === "gamma") take(tensor, norm?.get("weight"));
      else if (role === "beta") take(tensor, norm?.get("bias"));
      else if (role === "running_mean") take(tensor, norm?.get("running_mean"));
      else if (role === "running_variance") take(tensor, norm?.get("running_var"));
      else {
        const { parameter } = role;
        const module = next((one) => one.has(parameter) || (one.has("weight") && !one.has("bias")));
        take(tensor, module?.get(parameter) ?? module?.get("weight"));
      }
    }
  }
  const more = left.flatMap((module) => matrixOf(module) ?? []);
  if (more.length > 0)
    throw new UsageError(
      `${file} holds more layers than the network's ${outputLayer + 1}: ${more.map(shown).join(", ")}`,
      "evaluate it as the right network: --config with the same model.hidden",
    );
  return network.map((tensor) => sources.get(tensor));
}

function missingError(
  { file, outputLayer }: Asked,
  missing: readonly NetworkTensor[],
  found: readonly FoundTensor[],
): UsageError {
  const names = missing.map((tensor) => tensorName(tensor, outputLayer));
  const some = found.slice(0, 12).map(shown).join(", ");
  const rest = found.length > 12 ? ` and ${found.length - 12} more` : "";
  return new UsageError(
    `${file} lacks ${names.slice(0, 12).join(", ")}${names.length > 12 ? ` and ${names.length - 12} more` : ""}`,
    `it holds ${some}${rest}; docs/models.md lists the names of tensors`,
  );
}

function checkedShape(file: string, source: TensorSource): TensorSource {
  const { tensor, from, isTransposed } = source;
  const wanted = isTransposed ? tensor.shape.toReversed() : tensor.shape;
  const isScalar = tensor.shape.length === 1 && tensor.shape[0] === 1 && from.shape.length === 0;
  if (isScalar || same(wanted, from.shape)) return source;
  const hint =
    tensor.shape.length === 2 && same(wanted.toReversed(), from.shape)
      ? `it is the transpose: matrices named weight are [out, in], those named kernel [in, out]`
      : "evaluate it as the right network: --trial or --config";
  throw new UsageError(
    `${file}: ${from.name} has the shape [${from.shape.join(", ")}]; ${tensor.name} of this network are [${wanted.join(", ")}]`,
    hint,
  );
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, i) => size === b[i]);

const shown = ({ name, shape }: FoundTensor): string => `${name} [${shape.join(", ")}]`;
