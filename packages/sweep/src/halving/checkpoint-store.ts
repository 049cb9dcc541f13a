import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { checkCheckpointHead, type EpochRecord, ShapeError } from "@actbench/core/internal";
import { fileLines } from "../files/file-lines.js";
import { guardDisk } from "../files/guard-disk.js";
import { refuseFile } from "../files/refuse-file.js";
import { refuseLink } from "../files/refuse-link.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "../files/run-files.js";
import type { SpecsById } from "../plan/specs-by-id.js";
import {
  type CheckpointHead,
  decodeCheckpoint,
  encodeCheckpoint,
  parseHead,
  type SavedTrial,
} from "./checkpoint-file.js";

const MAX_HEAD_BYTES = 64 * 1024 * 1024;
/** A checkpoint, or one that was being written. */
const NAME = /^([0-9a-f]{32})\.checkpoint(\.new)?$/;

/** What is known of a paused trial without reading its state. */
export interface PausedTrial {
  /** Its epochs up to the pause. */
  readonly curve: readonly EpochRecord[];
  /** Its record is a failure, which is to be replaced. */
  readonly again: boolean;
}

/**
 * The paused trials of a run, one file each, replaced whole. One that is damaged costs its trial a run from
 * the start.
 */
export class CheckpointStore {
  readonly #run: string;
  readonly #folder: string;
  readonly #trials: SpecsById;
  readonly #paused = new Map<string, PausedTrial>();

  /**
   * Reads which trials of a run are paused; a checkpoint that cannot be used is deleted and said in
   * `notices`. Those of trials that are not among `trials`, such as of seeds that were taken out, stay.
   */
  constructor(run: string, trials: SpecsById, notices: string[]) {
    this.#run = run;
    this.#trials = trials;
    this.#folder = join(run, RUN_FILES.checkpoints);
    refuseLink(run, this.#folder);
    refuseFile(run, this.#folder);
    for (const name of existsSync(this.#folder) ? readdirSync(this.#folder) : []) {
      const [, id, unfinished] = NAME.exec(name) ?? [];
      if (id === undefined) continue; // none of ours
      const path = join(this.#folder, name);
      const paused = unfinished ? undefined : this.#readPaused(path, id);
      if (paused !== undefined) this.#paused.set(id, paused);
      else this.#delete(name);
      if (paused === undefined && !unfinished) notices.push(damage(name));
    }
    // A run that was killed after its last trial leaves it.
    this.#deleteEmptyFolder();
  }

  /** A paused trial; undefined where the trial is not paused. */
  get(id: string): PausedTrial | undefined {
    return this.#paused.get(id);
  }

  /** Ids of the paused trials. */
  ids(): readonly string[] {
    return [...this.#paused.keys()];
  }

  /** Keeps a paused trial; it is on the disk when this returns. */
  save(trial: SavedTrial): void {
    const { again, checkpoint } = trial;
    const { id, curve } = checkpoint;
    guardDisk(this.#run, "write a checkpoint", () => {
      mkdirSync(this.#folder, { recursive: true });
      replaceFile(join(this.#folder, fileName(id)), encodeCheckpoint(trial));
    });
    this.#paused.set(id, { curve, again });
  }

  /**
   * Reads a paused trial; undefined where it is not paused. One that is damaged is deleted, and reported
   * to `onDamage`.
   */
  load(id: string, onDamage: (message: string) => void): SavedTrial | undefined {
    if (!this.#paused.has(id)) return undefined;
    const path = join(this.#folder, fileName(id));
    const saved = existsSync(path)
      ? decodeCheckpoint(guardDisk(this.#run, "read a checkpoint", () => readFileSync(path)))
      : undefined;
    if (saved !== undefined && this.#isOf(saved.checkpoint, id)) return saved;
    onDamage(damage(fileName(id)));
    this.drop(id);
    return undefined;
  }

  /** Forgets a trial that has ended, and the folder with the last of them. */
  drop(id: string): void {
    if (!this.#paused.delete(id)) return;
    this.#delete(fileName(id));
    this.#deleteEmptyFolder();
  }

  #deleteEmptyFolder(): void {
    if (this.#paused.size === 0 && existsSync(this.#folder) && readdirSync(this.#folder).length === 0)
      guardDisk(this.#run, "delete the folder of checkpoints", () => rmdirSync(this.#folder));
  }

  /**
   * What a checkpoint's head says; undefined where the head is damaged or the file is not as long as it says.
   */
  #readPaused(path: string, id: string): PausedTrial | undefined {
    return guardDisk(this.#run, "read a checkpoint", () => {
      if (!lstatSync(path).isFile()) return undefined;
      const head = readHead(path);
      return head !== undefined && this.#isOf(head.checkpoint, id)
        ? { curve: head.checkpoint.curve, again: head.again }
        : undefined;
    });
  }

  #isOf(checkpoint: CheckpointHead["checkpoint"], id: string): boolean {
    const spec = this.#trials.get(id);
    if (spec === undefined) return checkpoint.id === id;
    try {
      checkCheckpointHead(checkpoint, { id, spec });
      return true;
    } catch (error) {
      if (error instanceof ShapeError) return false;
      throw error;
    }
  }

  #delete(name: string): void {
    guardDisk(this.#run, "delete a checkpoint", () =>
      rmSync(join(this.#folder, name), { recursive: true, force: true }),
    );
  }
}

function fileName(id: string): string {
  return `${id}.checkpoint`;
}

function damage(name: string): string {
  return `${RUN_FILES.checkpoints}/${name} is damaged or from an older version of actbench, and was deleted; its trial runs from the start`;
}

/** A file's head; undefined where it is damaged or the file is not as long as it says. */
function readHead(path: string): CheckpointHead | undefined {
  const fd = openSync(path, "r");
  try {
    for (const { bytes, ended } of fileLines(fd, MAX_HEAD_BYTES)) {
      const head = ended ? parseHead(bytes) : undefined;
      return head !== undefined && fstatSync(fd).size === bytes.length + 1 + head.bytes ? head : undefined;
    }
    return undefined;
  } finally {
    closeSync(fd);
  }
}
