import type { AgentCard, AgentEvent } from "@actbench/queue";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";

/** What an agent serves, on one line. */
export function agentText({ id, threads, engine, numerics, memory_bytes, data, code }: AgentCard): string {
  const memory = `${(memory_bytes / 2 ** 30).toFixed(1)} GiB`;
  const plugins = code.length === 0 ? "" : `; ${plural(code.length, "plugin")} with code`;
  const sets = data.map(({ name, hash }) => `${oneLine(name)} (${hash.slice(0, 8)})`).join(", ");
  return `agent ${id.slice(0, 8)}: ${plural(threads, "thread")}, ${memory}, engine ${engine}, numerics ${numerics.join(" and ")}; data ${sets}${plugins}`;
}

/** What is said of an event; of trials that go well only where that is asked for. */
export function eventText(event: AgentEvent, verbose: boolean): string | undefined {
  switch (event.type) {
    case "serving":
      return `serves the queue ${event.queue}`;
    case "forsaken":
      return verbose ? `no run uses the queue ${event.queue} any more` : undefined;
    case "started":
      return verbose ? `trial ${event.id.slice(0, 8)} started` : undefined;
    case "ended":
      return verbose ? `trial ${event.id.slice(0, 8)} ${event.status}` : undefined;
    case "cancelled":
    case "put_back":
      return verbose ? `trial ${event.id.slice(0, 8)}: ${event.why}` : undefined;
    case "lost":
    case "refused":
      return `trial ${oneLine(event.id.slice(0, 8))} ${event.type}: ${oneLine(event.why)}`;
    default:
      event satisfies never;
      return undefined;
  }
}
