import { type ContractBench, timeless, type Watched, watch } from "./contract-bench.js";
import type { ContractCheck } from "./contract-check.js";
import { expectEqual, expectThat, rejectionOf } from "./expectations.js";

/** That an executor still trains, to the same bits. */
async function expectSound(bench: ContractBench): Promise<void> {
  const spec = bench.spec(7);
  const record = await (await bench.executor).run(spec);
  expectEqual(timeless(record), timeless(bench.reference(spec)), "a record after an abort");
}

async function expectAborted({ outcome, events }: Watched, what: string): Promise<void> {
  const count = events.length;
  const error = await rejectionOf(outcome, what);
  expectEqual(error.name, "AbortError", `what ${what} rejects with`);
  expectEqual(events.length, count, `events of ${what} after the abort`);
}

/** Abort and close. */
export function endingChecks(bench: ContractBench): readonly ContractCheck[] {
  return [
    {
      name: "starts nothing if the signal has fired before",
      async check() {
        const signal = AbortSignal.abort("too late");
        const watched = watch(await bench.executor, bench.endless(), { signal });
        await expectAborted(watched, "a trial aborted before");
        expectEqual(watched.events, [], "its events");
        await expectSound(bench);
      },
    },
    {
      name: "aborts a running trial and continues",
      async check() {
        const stop = new AbortController();
        const watched = watch(await bench.executor, bench.endless(), { signal: stop.signal });
        await watched.running;
        stop.abort("enough");
        await expectAborted(watched, "a running trial that is aborted");
        const { cause } = await rejectionOf(watched.outcome, "an aborted trial");
        expectEqual(cause, "enough", "the cause is the signal's reason");
        await expectSound(bench);
      },
    },
    {
      name: "aborts a waiting trial without harm to those that run",
      async check() {
        const executor = await bench.executor;
        const others = new AbortController();
        const busy = Array.from({ length: executor.concurrency }, (_, seed) =>
          watch(executor, bench.endless(seed), { signal: others.signal }),
        );
        const stop = new AbortController();
        const waiting = watch(executor, bench.spec(), { signal: stop.signal });
        // The others may wait at a distant worker.
        await busy[0]?.running;
        stop.abort();
        await expectAborted(waiting, "a waiting trial that is aborted");
        expectEqual(waiting.events, [], "its events");
        const settled = await Promise.race([
          ...busy.map(({ outcome }) => outcome.then(String, String)),
          Promise.resolve("none ended"),
        ]);
        expectEqual(settled, "none ended", "the others");
        others.abort();
        for (const one of busy) await expectAborted(one, "another trial that is aborted");
        await expectSound(bench);
      },
    },
    {
      name: "aborts waiting and running trials when it is closed, takes nothing more, and can be closed twice",
      async check() {
        const executor = await bench.another();
        const all = Array.from({ length: executor.concurrency + 1 }, (_, seed) =>
          watch(executor, bench.endless(seed)),
        );
        await all[0]?.running;
        const closed = executor.close();
        for (const one of all) await expectAborted(one, "a trial when its executor is closed");
        await closed;
        await executor.close();
        const error = await rejectionOf(executor.run(bench.spec()), "a trial after close");
        expectThat(error.code === "executor_closed", "it rejects with the code executor_closed");
      },
    },
  ];
}
