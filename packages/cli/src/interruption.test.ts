import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { listenForInterruption, obeySignalsAsProcessOne } from "./interruption.js";

function host() {
  const exits: (number | string | null | undefined)[] = [];
  const emitter = new EventEmitter();
  const exit = (code?: number | string | null): never => {
    exits.push(code);
    return undefined as never;
  };
  return { process: Object.assign(emitter, { exit }) as unknown as NodeJS.Process, emitter, exits };
}

describe("an interruption", () => {
  it("drains at the first signal, stops at the second, exits at the third", () => {
    const { process, emitter, exits } = host();
    const said: string[] = [];
    const { drain, stop } = listenForInterruption(process, (text) => said.push(text));
    const state = () => [drain.aborted, stop.aborted, exits.length];
    expect(state()).toEqual([false, false, 0]);
    emitter.emit("SIGINT", "SIGINT");
    expect(state()).toEqual([true, false, 0]);
    expect(said[0]).toContain("same command continues");
    emitter.emit("SIGTERM", "SIGTERM");
    expect(state()).toEqual([true, true, 0]);
    emitter.emit("SIGHUP", "SIGHUP");
    expect(exits).toEqual([129]);
  });

  it("drains at an error that nothing handled, and says which", () => {
    const { process, emitter } = host();
    const said: string[] = [];
    const interruption = listenForInterruption(process, (text) => said.push(text));
    expect(interruption.accident).toBe(false);
    emitter.emit("unhandledRejection", new Error("lost"));
    expect([interruption.drain.aborted, interruption.stop.aborted, interruption.accident]).toEqual([
      true,
      false,
      true,
    ]);
    expect(said[0]).toContain("Error: lost");
  });

  it("listens no more once it is disposed of", () => {
    const { process, emitter } = host();
    listenForInterruption(process, () => {}).dispose();
    expect(emitter.eventNames()).toEqual([]);
  });
});

it("process 1 ends by a signal that nothing else listens for; any other process leaves that to the kernel", () => {
  const { process, emitter, exits } = host();
  obeySignalsAsProcessOne(Object.assign(process, { pid: 2 }));
  expect(emitter.listenerCount("SIGTERM")).toBe(0);
  obeySignalsAsProcessOne(Object.assign(process, { pid: 1 }));
  const { dispose } = listenForInterruption(process, () => {});
  emitter.emit("SIGTERM", "SIGTERM");
  expect(exits).toEqual([]);
  dispose();
  emitter.emit("SIGTERM", "SIGTERM");
  expect(exits).toEqual([143]);
});
