import type { AgentEvent } from "@actbench/queue";
import { parseDuration } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { durationFlag } from "../command/duration-flag.js";
import { positional } from "../command/positional.js";
import { sizeFlag } from "../command/size-flag.js";
import { workersFlag } from "../command/workers-flag.js";
import { EXIT } from "../exit-code.js";
import { listenForInterruption } from "../interruption.js";
import { coreCount } from "../machine/cores.js";
import { resolveWorkers, tooManyWorkers } from "../machine/resolve-workers.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { agentData } from "../queue/agent-data.js";
import { agentText, eventText } from "../queue/agent-text.js";
import { idleTimer } from "../queue/idle-timer.js";
import { loadQueue } from "../queue/load-queue.js";
import { openAgent, type ThreadAgent } from "../queue/open-agent.js";
import { queueAddress, queueFlag } from "../queue/queue-flag.js";
import { plural } from "../terminal/plural.js";

const WORDS = {
  does: "finishing the running trials and taking no others; repeat to return them to the queue",
  after: "other agents continue",
} as const;

/** `actbench agent [CONFIG …]` */
export const agent = defineCommand({
  positionals: {
    configs: positional(
      "many",
      "sweep files whose data and plugins are offered; default: all data on this machine",
    ),
  },
  flags: {
    queue: queueFlag("the queue to serve"),
    plugin: pluginFlag,
    workers: workersFlag,
    memory: sizeFlag("memory for all running trials; default: that of this process"),
    "trial-timeout": durationFlag("longest time for a trial, whatever its run allows; default: 24h"),
    idle: durationFlag("stop after this time without work; default: never"),
  },
  examples: [
    ["agent", "serve the queue of ACTBENCH_QUEUE with every core"],
    ["agent study.yaml --workers 50%", "with half the cores, and the study's own data and plugins"],
    ["agent --idle 10m", "stop after ten minutes without work"],
  ],
  run: async ({ args, flags, terminal, cwd, verbose }) => {
    const address = queueAddress(flags.queue);
    const onRemark = (text: string): void => terminal.note(text);
    // Data takes seconds to load.
    const { checkBroker } = await loadQueue();
    await checkBroker(address);
    const { datasets, code } = await agentData({
      configs: args.configs,
      plugins: flags.plugin,
      cwd,
      onRemark,
    });
    const workers = resolveWorkers(flags.workers ?? "auto", coreCount());
    const tooMany = tooManyWorkers(workers, coreCount());
    if (tooMany !== undefined) onRemark(tooMany);
    const maxSeconds = parseDuration(flags["trial-timeout"] ?? "");
    const idle = idleTimer(parseDuration(flags.idle ?? ""), () => {
      onRemark(`nothing to do for ${flags.idle}: stopping`);
      opened?.agent.drain();
    });
    let trained = 0;
    const onEvent = (event: AgentEvent): void => {
      idle.note(event);
      if (event.type === "ended") trained += 1;
      const text = eventText(event, verbose);
      if (text !== undefined) onRemark(text);
    };
    const interruption = listenForInterruption(process, onRemark, WORDS);
    let opened: ThreadAgent | undefined;
    try {
      opened = await openAgent({
        address,
        workers,
        datasets,
        code,
        ...(flags.memory === undefined ? {} : { maxBytes: flags.memory }),
        ...(maxSeconds === undefined ? {} : { maxSeconds }),
        onEvent,
        onRemark,
      });
      const { agent: serving } = opened;
      terminal.print(agentText(serving.card));
      interruption.drain.addEventListener("abort", () => serving.drain());
      interruption.stop.addEventListener("abort", () => void serving.close());
      if (interruption.drain.aborted) serving.drain();
      await serving.stopped;
      terminal.print(`${plural(trained, "trial")} trained`);
      return interruption.accident ? EXIT.usage : EXIT.ok;
    } finally {
      idle.end();
      await opened?.close();
      interruption.dispose();
    }
  },
});
