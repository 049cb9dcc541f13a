import { type CompiledNetwork, compileNetwork, type NetworkInput } from "./compile-network.js";
import { Network } from "./network.js";

/**
 * Memory that idle networks of a thread may keep; a larger one is given up, as its trial's share of time is
 * small.
 */
const MAX_IDLE_BYTES = 16_777_216;

/** Networks that no trial uses now, the last one of each code; oldest use first. */
const idle = new Map<CompiledNetwork, Network>();

/**
 * A network of zeros but for what a new one has: one that an earlier trial left, where its code is the same,
 * else a new one. A tiny trial's time is mostly the collection of memories.
 */
export function takeNetwork(input: NetworkInput): Network {
  const compiled = compileNetwork(input);
  const network = idle.get(compiled);
  if (network === undefined) return new Network(input);
  idle.delete(compiled);
  network.reset();
  return network;
}

/** Keeps a network for the next trial of its code. Nobody may use it after this. */
export function returnNetwork(network: Network): void {
  // Its functions belong to one trial.
  if (network.runsCode || network.memory.buffer.byteLength > MAX_IDLE_BYTES) return;
  idle.delete(network.compiled);
  idle.set(network.compiled, network);
  let bytes = 0;
  for (const { memory } of idle.values()) bytes += memory.buffer.byteLength;
  for (const [compiled, { memory }] of idle) {
    if (bytes <= MAX_IDLE_BYTES) break;
    idle.delete(compiled);
    bytes -= memory.buffer.byteLength;
  }
}
