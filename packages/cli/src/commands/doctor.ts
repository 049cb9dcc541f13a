import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { checkMachine } from "../machine/check-machine.js";
import { checkQueue } from "../queue/check-queue.js";
import { queueAddress, queueFlag } from "../queue/queue-flag.js";
import { table } from "../terminal/table.js";

/** `actbench doctor` */
export const doctor = defineCommand({
  positionals: {},
  flags: {
    queue: queueFlag("check a queue and its agents instead"),
    json: toggle("as JSON, one array"),
  },
  examples: [
    ["doctor", "check this machine; exit code 1 if something is missing"],
    ["doctor --queue", "check the queue of ACTBENCH_QUEUE"],
  ],
  run: async ({ flags, terminal }) => {
    const findings =
      flags.queue === undefined ? await checkMachine() : await checkQueue(queueAddress(flags.queue));
    const { red, green } = terminal.colors;
    if (flags.json) terminal.print(JSON.stringify(findings, null, 2));
    else
      terminal.print(
        table(
          [{ title: "" }, { title: "what" }, { title: "found" }],
          findings.map(({ ok, what, found }) => [ok ? green("ok") : red("no"), what, found]),
        ),
      );
    return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.verdict;
  },
});
