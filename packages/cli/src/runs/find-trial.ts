import { basename } from "node:path";
import type { PlannedTrial, StatsSettings, StudyPoint, TrialRecord } from "@actbench/core/internal";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DataPlaces } from "../replay/find-data.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import type { RunsPlace } from "./find-run.js";
import { damageCode, loadEveryRun, loadRun } from "./load-runs.js";

/** A trial of a run's plan and, where it is finished, its record. */
export interface FoundTrial {
  readonly run: string;
  readonly planned: PlannedTrial;
  readonly point: StudyPoint;
  /** Where its data may be. */
  readonly places: DataPlaces;
  /** How the study looks at its trials. */
  readonly stats: StatsSettings;
  readonly record?: TrialRecord;
}

/**
 * The trial a user means, by the start of its id or by its number in one run, and exit 4 where files looked
 * through are damaged. Throws a `UsageError`.
 */
export async function findTrial(
  trial: string,
  run: string | undefined,
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<{ readonly found: FoundTrial; readonly code: () => ExitCode }> {
  const { runs, code } =
    run === undefined ? await loadEveryRun(place, terminal) : await one(run, place, terminal);
  const byNumber = run !== undefined && /^\d{1,7}$/.test(trial);
  const found = runs.flatMap(({ path, study, records }) =>
    study.plan
      .filter((planned) => matches(planned, trial, byNumber))
      .flatMap((planned): FoundTrial[] => {
        const point = study.points[planned.point];
        const record = records.find(({ id }) => id === planned.id);
        if (point === undefined) return [];
        const { stats, config } = study;
        const places = { path, config };
        const own = record === undefined ? {} : { record };
        return [{ run: basename(path), planned, point, places, stats, ...own }];
      }),
  );
  const ids = new Set(found.map(({ planned }) => planned.id));
  const best = found.find(({ record }) => record !== undefined) ?? found[0];
  if (best === undefined)
    throw new UsageError(
      `there is no trial "${trial}"`,
      "actbench plan CONFIG --list lists the trials of a sweep",
    );
  if (ids.size > 1)
    throw new UsageError(
      `"${trial}" may mean ${ids.size} trials`,
      "give more of the id, or a number with --run",
    );
  // Damage may be found as the trial's curve is read.
  return { found: best, code: () => (code === EXIT.ok ? damageCode(runs) : code) };
}

async function one(run: string, place: RunsPlace, terminal: Pick<Terminal, "note">) {
  const runs = [await loadRun(run, place, terminal)];
  return { runs, code: EXIT.ok };
}

function matches({ trial, id }: PlannedTrial, text: string, byNumber: boolean): boolean {
  return byNumber ? trial === Number(text) : text.length >= 3 && id.startsWith(text.toLowerCase());
}
