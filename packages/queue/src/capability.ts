import { type ActivationSpec, isCode, type Numerics, type PointSpec } from "@actbench/core/internal";

/** What an agent must have to train a trial; the name of the trial's queue says it. */
export interface Needs {
  readonly engine: number;
  readonly numerics: string;
  /** The first 16 digits of the data's hash. */
  readonly data: string;
  /** The first 8 digits of the hash of each plugin whose code runs. */
  readonly code: readonly string[];
  /** Log2 of the bytes a trial may take, where that is more than {@link SMALL_BYTES}. */
  readonly bytesLog2?: number;
  /** The one agent that is to train it. */
  readonly agent?: string;
}

/** What an agent has. */
export interface Abilities {
  readonly id: string;
  readonly engine: number;
  readonly numerics: readonly Numerics[];
  readonly data: readonly { readonly name: string; readonly hash: string }[];
  readonly code: readonly string[];
  readonly memory_bytes: number;
}

/** Trials of up to this much memory share one queue, which every agent serves. */
const SMALL_BYTES = 2 ** 28;
const DATA_DIGITS = 16;
const CODE_DIGITS = 8;

const NAME =
  /^e(\d{1,9})-(\w{1,20})-([0-9a-f]{16})((?:-c[0-9a-f]{8})*)(?:-m(\d{1,2}))?(?:-on-([0-9a-f]{16}))?$/;

/** What a trial of this spec and size needs. */
export function needsOf(spec: PointSpec, bytes: number, agent?: string): Needs {
  const { engine, numerics, dataset, model } = spec;
  const code = [...new Set(model.activation.flatMap(codeHash))].sort();
  return {
    engine,
    numerics,
    data: dataset.hash.slice(0, DATA_DIGITS),
    code,
    ...(bytes <= SMALL_BYTES ? {} : { bytesLog2: Math.ceil(Math.log2(bytes)) }),
    ...(agent === undefined ? {} : { agent }),
  };
}

function codeHash(activation: ActivationSpec): readonly string[] {
  return isCode(activation) ? [activation.code.slice(0, CODE_DIGITS)] : [];
}

/** The name of the queue for trials with these needs: `e4-fma-0123456789abcdef`. */
export function queueName({ engine, numerics, data, code, bytesLog2, agent }: Needs): string {
  return [
    `e${engine}-${numerics}-${data}`,
    ...code.map((hash) => `c${hash}`),
    ...(bytesLog2 === undefined ? [] : [`m${bytesLog2}`]),
    ...(agent === undefined ? [] : [`on-${agent}`]),
  ].join("-");
}

/** What the trials of a queue need; undefined for a name that is no queue of ours. */
export function parseQueueName(name: string): Needs | undefined {
  const [, engine, numerics, data, code = "", bytes, agent] = NAME.exec(name) ?? [];
  if (engine === undefined || numerics === undefined || data === undefined) return undefined;
  return {
    engine: Number(engine),
    numerics,
    data,
    code: code.split("-c").slice(1),
    ...(bytes === undefined ? {} : { bytesLog2: Number(bytes) }),
    ...(agent === undefined ? {} : { agent }),
  };
}

/** What all agents lack that cannot train trials with these needs, each lack once. */
export function lackingOf(needs: Needs, agents: readonly Abilities[]): readonly string[] {
  return [...new Set(agents.flatMap((agent) => whyNot(needs, agent) ?? []))];
}

/** Why an agent cannot train trials with these needs; undefined where it can. */
export function whyNot(needs: Needs, has: Abilities): string | undefined {
  if (needs.agent !== undefined && needs.agent !== has.id) return "another agent is to train them";
  if (needs.engine !== has.engine) return `engine ${needs.engine} (it has ${has.engine})`;
  if (!has.numerics.some((profile) => profile === needs.numerics))
    return `numerics ${needs.numerics} (it has ${has.numerics.join(", ")})`;
  if (!has.data.some(({ hash }) => hash.startsWith(needs.data))) return `the data ${needs.data}…`;
  const missing = needs.code.find((code) => !has.code.some((hash) => hash.startsWith(code)));
  if (missing !== undefined) return `the plugin with code ${missing}…`;
  if (needs.bytesLog2 !== undefined && 2 ** needs.bytesLog2 > has.memory_bytes)
    return `memory for ${(2 ** (needs.bytesLog2 - 30)).toFixed(2)} GiB`;
  return undefined;
}
