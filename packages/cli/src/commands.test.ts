import { expect, it } from "vitest";
import { usageOf } from "./command/positional.js";
import { commands } from "./commands.js";

it.each(commands.map((entry) => [entry.name, entry] as const))(
  "help of all commands and help of %s alone name the same words",
  async (name, { usage, load }) => {
    expect(usageOf(name, (await load()).positionals)).toBe(usage);
  },
);
