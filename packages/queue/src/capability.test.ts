import { ENGINE } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { contractData, contractSpec } from "../test/trials.js";
import { type Abilities, needsOf, parseQueueName, queueName, whyNot } from "./capability.js";

const data = contractData();
const spec = contractSpec(data);
const code = {
  label: "own",
  name: "own",
  params: [],
  at_kink: "torch",
  inputs: 1,
  code: "cafe0123".repeat(8),
} as const;
const withCode = { ...spec, model: { ...spec.model, activation: [code, code] } };

describe("the name of a queue", () => {
  it.each([
    [needsOf(spec, 1e6), /^e\d+-strict-[0-9a-f]{16}$/],
    [needsOf(spec, 3 * 2 ** 30), /-m32$/],
    [needsOf(withCode, 1), /-ccafe0123$/],
    [needsOf(withCode, 2 ** 31, "0123456789abcdef"), /-ccafe0123-m31-on-0123456789abcdef$/],
  ])("says what its trials need, and is read again: %#", (needs, form) => {
    expect(queueName(needs)).toMatch(form);
    expect(parseQueueName(queueName(needs))).toEqual(needs);
  });

  it.each(["", "bull", "e4-fma-xyz", "e4-fma-0123456789abcdef-z1", "e4-fma-0123456789abcdef:1"])(
    "%j is none of ours",
    (name) => expect(parseQueueName(name)).toBeUndefined(),
  );
});

describe("an agent serves what it can train", () => {
  const able: Abilities = {
    id: "0".repeat(16),
    engine: ENGINE,
    numerics: ["strict"],
    data: [{ name: data.name, hash: data.hash }],
    code: [code.code],
    memory_bytes: 2 ** 31,
  };
  it.each([
    [undefined, {}, withCode],
    [/^engine 4 \(it has 5\)$/, { engine: ENGINE + 1 }, spec],
    [/^numerics fma/, {}, { ...spec, numerics: "fma" as const }],
    [/^the data /, { data: [] }, spec],
    [/^the plugin with code cafe0123/, { code: [] }, withCode],
    [/^memory for 1\.00 GiB$/, { memory_bytes: 2 ** 29 }, spec],
  ])("%s", (why, change, one) => {
    const reason = whyNot(needsOf(one, 2 ** 30), { ...able, ...change });
    if (why === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(why);
  });
});
