import { type TrialOutcome, trialId } from "../internal.js";
import { type ContractBench, timeless, watch } from "./contract-bench.js";
import type { ContractCheck } from "./contract-check.js";
import { expectEqual, expectThat } from "./expectations.js";

/** Results, events and checkpoints of trials that go well. */
export function recordChecks(bench: ContractBench): readonly ContractCheck[] {
  return [
    {
      name: "states how many trials it takes, its memory and its arithmetic",
      async check() {
        const { concurrency, memoryBytes = 1, numerics } = await bench.executor;
        expectThat(
          Number.isSafeInteger(concurrency) && concurrency >= 1,
          "concurrency is a whole number of at least 1",
        );
        expectThat(memoryBytes > 0, "memoryBytes is positive or absent");
        expectThat(numerics.includes("strict"), "numerics holds strict, which every machine computes");
        expectThat(
          numerics.every((profile) => profile === "fma" || profile === "strict"),
          "numerics holds profiles of the engine",
        );
      },
    },
    {
      name: "returns the record of runTrial, in each of its profiles",
      async check() {
        const executor = await bench.executor;
        for (const profile of bench.profilesOf(executor)) {
          const spec = bench.spec(0, profile);
          const record = await executor.run(spec, { id: trialId(spec) });
          expectEqual(timeless(record), timeless(bench.reference(spec)), `the record of ${profile}`);
          expectEqual(JSON.parse(JSON.stringify(record)), record, "a record is JSON");
        }
      },
    },
    {
      name: "reports that a trial started and then its epochs, in order, before the result",
      async check() {
        const { events, outcome } = watch(await bench.executor, bench.spec());
        const record = await outcome;
        const count = events.length;
        expectThat("curve" in record, "a trial to its end gives a record");
        expectThat(events[0]?.type === "started", "the first event is started");
        const epochs = events.flatMap((event) => (event.type === "epoch" ? [event.epoch.epoch] : []));
        expectEqual(
          epochs,
          [...epochs].sort((a, b) => a - b),
          "epochs come in ascending order",
        );
        expectThat(new Set(epochs).size === epochs.length, "no epoch comes twice");
        expectThat(
          epochs.every((epoch) => epoch < record.curve.length),
          "each epoch is one of the curve",
        );
        expectThat(
          events.every(({ id }) => id === record.id),
          "events carry the trial's id",
        );
        await (await bench.executor).run(bench.spec(1));
        expectThat(events.length === count, "nothing is reported after the result");
      },
    },
    {
      name: "pauses a trial, which resumes to the digest of the uninterrupted run, here and in another executor",
      async check() {
        const spec = bench.spec();
        const other = await bench.another();
        try {
          let outcome: TrialOutcome = await (await bench.executor).run(spec, { until: 5 });
          for (let until = 20; outcome.status === "paused"; until += 15) {
            const { checkpoint } = outcome;
            expectEqual(checkpoint.step, until - 15, "the checkpoint's step");
            const next = until % 2 === 0 ? other : await bench.executor;
            outcome = await next.run(spec, { from: checkpoint, until });
          }
          expectEqual(timeless(outcome), timeless(bench.reference(spec)), "the record after pauses");
        } finally {
          await other.close();
        }
      },
    },
    {
      name: "takes many trials at the same time and runs no more of them than its concurrency",
      async check() {
        const executor = await bench.executor;
        let running = 0;
        let most = 0;
        const onEvent = ({ type }: { readonly type: string }): void => {
          if (type !== "started") return;
          running += 1;
          // Not immediately: the trial before it has ended, and its promise is about to resolve.
          setTimeout(() => {
            most = Math.max(most, running);
          });
        };
        const specs = Array.from({ length: 3 * executor.concurrency + 2 }, (_, seed) => bench.spec(seed));
        const records = await Promise.all(
          specs.map((spec) => executor.run(spec, { onEvent }).finally(() => running--)),
        );
        expectThat(most <= executor.concurrency, `${most} trials ran at the same time`);
        for (const [i, spec] of specs.entries())
          expectEqual(timeless(records[i]), timeless(bench.reference(spec)), `the record of trial ${i}`);
      },
    },
  ];
}
