import { type MachineCard, machineShape, type Numerics, shape } from "@actbench/core/internal";
import type { Abilities } from "./capability.js";

const { count, list, object, objectOf, oneOf, pattern, size, text } = shape;

/** What an agent says of itself to the broker. */
export interface AgentCard extends Abilities {
  /** Trials that it trains at the same time. */
  readonly threads: number;
  /** Tells machines apart without a name of theirs: agents of one machine have the same. */
  readonly machine_id: string;
  readonly machine: MachineCard;
}

export const ID = pattern(/^[0-9a-f]{16}$/, "16 hexadecimal digits");

/** A card that came from the broker. */
export const agentCardShape: shape.Shape<AgentCard> = objectOf<AgentCard>({
  id: ID,
  engine: count,
  numerics: list(oneOf<Numerics>("fma", "strict")),
  data: list(object({ name: text, hash: text })),
  code: list(text),
  memory_bytes: size,
  threads: count,
  machine_id: ID,
  machine: machineShape,
});
