import { ShapeError, shape } from "@actbench/core/internal";
import { type AgentCard, agentCardShape } from "./agent-card.js";
import { type Broker, command, PREFIX } from "./broker.js";
import { parseQueueName } from "./capability.js";

/** An agent that has been silent for longer has left. */
const SILENT_MS = 20_000;
/** A queue that no run has asked for since is served no more. */
const UNWANTED_MS = 24 * 3600_000;

const AGENTS = `${PREFIX}:agents`;
const WANTED = `${PREFIX}:wanted`;
const entry = shape.object({ at: shape.number, card: (value: unknown) => value });

/** Who is there: the agents that serve, and the queues that runs want served. Both say so again and again. */
export class Registry {
  readonly #broker: Broker;

  constructor(broker: Broker) {
    this.#broker = broker;
  }

  /** Says that an agent is there. */
  async announce(card: AgentCard): Promise<void> {
    await this.#run((client) =>
      client.hset(AGENTS, card.id, JSON.stringify({ at: this.#broker.now(), card })),
    );
  }

  /** Says that an agent has left. */
  async leave(id: string): Promise<void> {
    await this.#run((client) => client.hdel(AGENTS, id));
  }

  /** The agents that are there; forgets those that left without a word. */
  async agents(): Promise<readonly AgentCard[]> {
    const now = this.#broker.now();
    const all = Object.entries(await this.#run((client) => client.hgetall(AGENTS)));
    const read = all.map(([id, text]) => ({ id, ...readEntry(text) }));
    const gone = read.filter(({ at }) => now - at > UNWANTED_MS).map(({ id }) => id);
    if (gone.length > 0) await this.#run((client) => client.hdel(AGENTS, ...gone));
    return read.flatMap(({ at, card }) => (card !== undefined && now - at <= SILENT_MS ? [card] : []));
  }

  /** Says that trials wait, or will, in these queues. */
  async want(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const at = String(this.#broker.now());
    await this.#run((client) => client.hset(WANTED, Object.fromEntries(names.map((name) => [name, at]))));
  }

  /** The queues that runs want served; forgets those of long ago. */
  async wanted(): Promise<readonly string[]> {
    const now = this.#broker.now();
    const all = Object.entries(await this.#run((client) => client.hgetall(WANTED)));
    const isOld = ([name, at]: readonly [string, string]): boolean =>
      !(now - Number(at) <= UNWANTED_MS) || parseQueueName(name) === undefined;
    const old = all.filter(isOld).map(([name]) => name);
    if (old.length > 0) await this.#run((client) => client.hdel(WANTED, ...old));
    return all.filter((one) => !isOld(one)).map(([name]) => name);
  }

  #run<T>(run: (client: Broker["client"]) => Promise<T>): Promise<T> {
    return command(this.#broker.shown, () => run(this.#broker.client));
  }
}

/**
 * An entry of the broker; one that is no card of this version's, such as a newer agent's, is as old as can
 * be.
 */
function readEntry(text: string): { readonly at: number; readonly card?: AgentCard } {
  try {
    const { at, card } = entry(JSON.parse(text));
    return { at, card: agentCardShape(card) };
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) return { at: 0 };
    throw error;
  }
}
