import {
  checkCheckpoint,
  checkRecord,
  type DistantMachine,
  epochShape,
  machineShape,
  type Paused,
  type RecordedTrial,
  ShapeError,
  shape,
  type TrialEvent,
  type TrialRecord,
} from "@actbench/core/internal";

const { object, objectOf, optional, pattern, text } = shape;
const distant = objectOf<DistantMachine>({
  id: pattern(/^[\w-]{1,64}$/, "up to 64 letters and digits"),
  card: machineShape,
});
const placeShape = object({ machine: distant, rechecked: optional(distant) });
const paused = object({ status: text, id: text, checkpoint: (value: unknown) => value });
const withStatus = object({ status: text });

/**
 * Checks what an executor, which may be on another machine, answers of a trial: its record, or its pause
 * where it was to pause after `until` updates. Throws a {@link ShapeError}.
 */
export function checkAnswer(
  answer: unknown,
  trial: RecordedTrial,
  until: number | undefined,
): TrialRecord | Paused {
  const { status } = withStatus(answer);
  if (status === "paused" && until !== undefined) return checkPause(answer, trial, until);
  // Which trials end early is the run's decision.
  if (status === "pruned" || status === "paused")
    throw new ShapeError(`${status}, which is not allowed here`, "status");
  return checkRecord(answer, trial);
}

function checkPause(answer: unknown, trial: RecordedTrial, until: number): Paused {
  const { id, checkpoint } = paused(answer);
  if (id !== trial.id) throw new ShapeError(`expected ${trial.id}, found ${JSON.stringify(id)}`, "id");
  try {
    const checked = checkCheckpoint(checkpoint, trial);
    if (checked.step !== until) throw new ShapeError(`expected ${until}, found ${checked.step}`, "step");
    return { status: "paused", id, checkpoint: checked };
  } catch (error) {
    throw error instanceof ShapeError ? error.within("checkpoint") : error;
  }
}

/**
 * Whether an executor's event of a running trial may be shown. Events decide nothing, so any other is
 * ignored.
 */
export function isEvent(event: TrialEvent): boolean {
  try {
    switch (event.type) {
      case "started":
        return true;
      case "epoch":
        epochShape(event.epoch);
        return true;
      case "placed":
        placeShape(event);
        return true;
      default:
        event satisfies never;
        return false;
    }
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}
