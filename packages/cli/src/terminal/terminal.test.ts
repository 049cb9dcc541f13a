import { describe, expect, it } from "vitest";
import { fakeStream } from "../../test/fake-stream.js";
import { createTerminal } from "./terminal.js";

const onUnwritable = (error: Error): never => {
  throw error;
};

function colored(isTTY: boolean, env: NodeJS.ProcessEnv, plain = false): boolean {
  const stream = fakeStream({ isTTY });
  const terminal = createTerminal({
    stdout: stream,
    stderr: fakeStream({ isTTY }),
    env,
    plain,
    onUnwritable,
  });
  terminal.print(terminal.colors.red("x"));
  return stream.text() !== "x\n";
}

describe("a terminal", () => {
  it("has colors on a terminal only, never with NO_COLOR, --no-color or TERM=dumb", () => {
    expect(colored(true, {})).toBe(true);
    expect(colored(false, {})).toBe(false);
    expect(colored(true, { NO_COLOR: "1" })).toBe(false);
    expect(colored(true, { TERM: "dumb" })).toBe(false);
    expect(colored(true, {}, true)).toBe(false);
    expect(colored(false, { FORCE_COLOR: "1" })).toBe(true);
  });

  it("repaints only where stderr is a terminal", () => {
    const stdout = fakeStream({ isTTY: true });
    const repaints = (isTTY: boolean, env = {}) =>
      createTerminal({ stdout, stderr: fakeStream({ isTTY }), env, plain: false, onUnwritable }).repaints;
    expect([repaints(true), repaints(false), repaints(true, { TERM: "dumb" })]).toEqual([true, false, false]);
  });

  it("goes on silently when the reader of stdout is gone, and keeps stderr", () => {
    const stdout = fakeStream({ isTTY: false });
    const stderr = fakeStream({ isTTY: false });
    const terminal = createTerminal({ stdout, stderr, env: {}, plain: false, onUnwritable });
    stdout.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    terminal.print("lost");
    terminal.note("kept");
    expect([stdout.text(), stderr.text()]).toEqual(["", "kept\n"]);
  });

  it("tells of any other write error, once", () => {
    const told: string[] = [];
    const stdout = fakeStream({ isTTY: false });
    createTerminal({
      stdout,
      stderr: fakeStream({ isTTY: false }),
      env: {},
      plain: false,
      onUnwritable: ({ message }) => told.push(message),
    });
    for (let i = 0; i < 2; i++)
      stdout.emit("error", Object.assign(new Error("no space"), { code: "ENOSPC" }));
    expect(told).toEqual(["no space"]);
  });
});
