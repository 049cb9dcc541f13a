import { planWork } from "./plan-work.js";
import { RungWork } from "./rung-work.js";
import type { Work } from "./work.js";
import type { WritableRun } from "./writable-run.js";

/** What a session has to do: the study's own trials, to their ends or by rungs, and its finalists'. */
export function workOf(run: WritableRun, again: "failed" | undefined): Work {
  const { earlyTermination, study } = run;
  if (earlyTermination === undefined) return planWork(run, again);
  const rungs = new RungWork(run, earlyTermination, again);
  if (study.confirm === undefined || study.confirm.points.length === 0) return rungs;
  const fresh = planWork(run, again, study.confirm.seeds);
  return {
    cost: rungs.cost + fresh.cost,
    more: (running) => {
      const own = rungs.more(running);
      return { trials: [...own.trials, ...fresh.more(running).trials], ended: own.ended };
    },
    isDone: () => rungs.isDone() && fresh.isDone(),
  };
}
