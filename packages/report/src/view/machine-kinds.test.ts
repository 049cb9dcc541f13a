import type { MachineCard, RunPlaces } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { trialValue } from "../metrics/trial-value.js";
import { renderReport } from "../page/render-report.js";
import { viewRun } from "./run-view.js";

const { study, records } = syntheticRun({ faults: "none" });
const trials = study.plan.length;
const other: MachineCard = { ...study.machine, cpu: "Other <CPU>" };

function history(places: Partial<RunPlaces>) {
  const { machine } = study;
  const known = { machines: [machine, machine, other], ran_on: [[1, trials] as const], rechecked: 0 };
  return { looks: [], claims: [], revisions: [], places: { ...known, ...places } };
}

it("counts machines and kinds, and gives each kind its trials, most first", () => {
  const ran_on = [
    [3, 5],
    [1, trials - 15],
    [2, 10],
  ] as const;
  const { kinds } = viewRun({ study, records, history: history({ ran_on }) });
  expect(kinds.map(({ card, machines }) => [card.cpu, machines])).toEqual([
    [study.machine.cpu, 2],
    ["Other <CPU>", 1],
  ]);
  expect(kinds.map((kind) => kind.trials.length)).toEqual([records.length - 5, 5]);
  expect(viewRun({ study, records }).kinds).toMatchObject([{ machines: 1, card: study.machine }]);
});

it("compares times within one kind of machine only, and all else over all", () => {
  const ran_on = [
    [3, 5],
    [1, trials - 5],
  ] as const;
  const all = records.map((record) => ({ ...record }));
  const { trials: viewed } = viewRun({ study, records: all, history: history({ ran_on }) });
  const [first, , , , , last] = viewed.map(({ record }) => record);
  expect(trialValue(first, "train_s")).toBeUndefined();
  expect(trialValue(first, "samples_per_s")).toBeUndefined();
  expect(trialValue(first, "test_accuracy")).toBeGreaterThan(0);
  expect(trialValue(last, "train_s")).toBeGreaterThan(0);
});

it.each([
  [0, "not verified (run --recheck 2%)"],
  [7, "7 trials ran again on another machine, to the same digest after every epoch"],
])("the page says where trials ran, and of %i that they ran twice", (rechecked, said) => {
  const ran_on = [
    [3, 5],
    [1, trials - 10],
    [2, 5],
  ] as const;
  const { page } = {
    page: renderReport({ runs: [{ study, records, history: history({ ran_on, rechecked }) }] }),
  };
  const text = typeof page === "string" ? page : JSON.stringify(page);
  expect(text).toContain("3 machines of 2 kinds");
  expect(text).toContain("Other &lt;CPU&gt;");
  expect(text).toContain("Times are compared within one kind of machine only");
  expect(text).toContain(said);
});
