import { describe, expect, it } from "vitest";
import { fakeStream } from "../../test/fake-stream.js";
import { createTerminal } from "./terminal.js";

function colored(isTTY: boolean, env: NodeJS.ProcessEnv, plain = false): boolean {
  const stream = fakeStream({ isTTY });
  const terminal = createTerminal({ stdout: stream, stderr: fakeStream({ isTTY }), env, plain });
  terminal.print(terminal.colors.red("x"));
  return stream.text() !== "x\n";
}

describe("a terminal", () => {
  it("has colours on a terminal only, never with NO_COLOR, --no-color or TERM=dumb", () => {
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
      createTerminal({ stdout, stderr: fakeStream({ isTTY }), env, plain: false }).repaints;
    expect([repaints(true), repaints(false), repaints(true, { TERM: "dumb" })]).toEqual([true, false, false]);
  });

  it("goes on silently when the reader of stdout is gone, and keeps stderr", () => {
    const stdout = fakeStream({ isTTY: false });
    const stderr = fakeStream({ isTTY: false });
    const terminal = createTerminal({ stdout, stderr, env: {}, plain: false });
    stdout.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    terminal.print("lost");
    terminal.note("kept");
    expect([stdout.text(), stderr.text()]).toEqual(["", "kept\n"]);
  });

  it("does not hide any other write error", () => {
    const stdout = fakeStream({ isTTY: false });
    createTerminal({ stdout, stderr: fakeStream({ isTTY: false }), env: {}, plain: false });
    expect(() => stdout.emit("error", Object.assign(new Error("no space"), { code: "ENOSPC" }))).toThrow(
      "no space",
    );
  });
});
