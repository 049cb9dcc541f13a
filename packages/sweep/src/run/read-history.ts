import { join } from "node:path";
import {
  type Claim,
  type ClaimOrigin,
  canonicalJson,
  type RunHistory,
  type RunPlaces,
} from "@actbench/core/internal";
import { fileKind, readText } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import { earlierLock } from "../files/run-files.js";
import type { RunContents } from "./read-run.js";
import { parseLock } from "./study-lock.js";

/**
 * What a run's folder says of its past: looks, since when each claim stands, and under which lock each trial
 * ended.
 */
export function readHistory(
  contents: Pick<RunContents, "folder" | "study" | "reused" | "revisions" | "places" | "machines" | "looks">,
): RunHistory {
  const { study, reused, revisions, looks } = contents;
  const stretches = stretchesOf(study.plan.map(({ id }) => (reused.has(id) ? 0 : (revisions.get(id) ?? 0))));
  const places = runPlaces(contents);
  return {
    looks,
    claims: claimOrigins(contents),
    revisions: stretches,
    ...(places && { places }),
  };
}

/** Where the trials ran; undefined where all ran on the run's own machine. */
function runPlaces({
  study,
  places,
  machines,
}: Pick<RunContents, "study" | "places" | "machines">): RunPlaces | undefined {
  if (places.size === 0) return undefined;
  let rechecked = 0;
  const numbers = study.plan.map(({ id }) => {
    const { ran_on = 0, rechecked_on } = places.get(id) ?? {};
    if (rechecked_on !== undefined) rechecked += 1;
    // The file of the machines may be damaged.
    return ran_on <= machines.length ? ran_on : 0;
  });
  return { machines, ran_on: stretchesOf(numbers), rechecked };
}

function stretchesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last?.[0] === number) last[1]++;
    else stretches.push([number, 1]);
  }
  return stretches;
}

/**
 * Walks back through earlier locks while they hold a claim word for word; one that cannot be read ends the
 * walk.
 */
function claimOrigins({ folder, study }: Pick<RunContents, "folder" | "study">): readonly ClaimOrigin[] {
  const open = new Map(study.claims.map((claim) => [claim.id, canonicalJson(claim)]));
  const origins = new Map(study.claims.map(({ id }) => [id, study.revision]));
  for (let revision = study.revision - 1; revision >= 1 && open.size > 0; revision--) {
    const held = new Map(claimsOf(folder, revision).map((claim) => [claim.id, canonicalJson(claim)]));
    for (const [id, text] of open)
      if (held.get(id) === text) origins.set(id, revision);
      else open.delete(id);
  }
  return [...origins].map(([id, revision]) => ({ id, revision }));
}

function claimsOf(folder: string, revision: number): readonly Claim[] {
  const path = join(folder, earlierLock(revision));
  try {
    if (fileKind(folder, path) === "missing") return [];
    const lock = parseLock(readText(folder, path));
    return typeof lock === "object" ? lock.claims : [];
  } catch (error) {
    if (error instanceof RunError) return []; // something else is in the file's place
    throw error;
  }
}
