import { join } from "node:path";
import {
  type DistantMachine,
  type MachineCard,
  machineShape,
  ShapeError,
  shape,
  type TrialPlace,
} from "@actbench/core/internal";
import { fileKind, readText } from "../files/file-kind.js";
import { guardDisk } from "../files/guard-disk.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";
import type { EntryPlace } from "../journal/journal-entry.js";

const machine = shape.object({ id: shape.text, card: machineShape });
const file = shape.object({ format: shape.exactly(1), machines: shape.list(machine) });

/**
 * The machines on which a run's trials ran, numbered from 1 in the order in which their first trials ended.
 */
export class MachineList {
  readonly #folder: string;
  readonly #machines: DistantMachine[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#machines = [...readMachines(folder).machines];
  }

  /** The numbers of a trial's machines; a machine that is new is on the disk before its number is used. */
  numbers({ machine, rechecked }: TrialPlace): EntryPlace {
    const ran_on = this.#number(machine);
    return rechecked === undefined ? { ran_on } : { ran_on, rechecked_on: this.#number(rechecked) };
  }

  #number(machine: DistantMachine): number {
    const known = this.#machines.findIndex(({ id }) => id === machine.id);
    if (known !== -1) return known + 1;
    this.#machines.push(machine);
    const text = `${JSON.stringify({ format: 1, machines: this.#machines }, null, 2)}\n`;
    guardDisk(this.#folder, "write its machines", () =>
      replaceFile(join(this.#folder, RUN_FILES.machines), text),
    );
    return this.#machines.length;
  }
}

/**
 * The cards of the machines that a run's folder names, for reading; a damaged file is a problem, and names
 * none.
 */
export function readMachineCards(folder: string): {
  readonly cards: readonly MachineCard[];
  readonly problems: readonly RunProblem[];
} {
  const { machines, problems } = readMachines(folder);
  return { cards: machines.map(({ card }) => card), problems };
}

function readMachines(folder: string): {
  readonly machines: readonly DistantMachine[];
  readonly problems: readonly RunProblem[];
} {
  const path = join(folder, RUN_FILES.machines);
  if (fileKind(folder, path) === "missing") return { machines: [], problems: [] };
  try {
    return { machines: file(JSON.parse(readText(folder, path))).machines, problems: [] };
  } catch (error) {
    if (!(error instanceof ShapeError || error instanceof SyntaxError)) throw error;
    const message = `it lists no machines: ${error.message}; where trials ran is not known`;
    return {
      machines: [],
      problems: [{ file: RUN_FILES.machines, line: 1, offset: 0, kind: "damaged", message }],
    };
  }
}
