import type { AgentEvent } from "@actbench/queue";

/** Waits for a time in which an agent had nothing to do; without `seconds` it waits for ever. */
export function idleTimer(
  seconds: number | undefined,
  onIdle: () => void,
): { note(event: AgentEvent): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<string>();
  const begin = (): void => {
    clearTimeout(timer);
    if (seconds !== undefined && running.size === 0) timer = setTimeout(onIdle, seconds * 1000);
  };
  begin();
  return {
    note: (event) => {
      if (!("id" in event)) return;
      // One that is refused, or does not fit into memory, ends without having begun.
      if (event.type === "started") running.add(event.id);
      else running.delete(event.id);
      begin();
    },
    end: () => clearTimeout(timer),
  };
}
