import type { CommandEntry } from "./command-entry.js";

/** A group of two-word commands, `activations list` and its kind, has its own line in help. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
}

export interface CommandTable {
  readonly commands: readonly CommandEntry[];
  readonly groups: readonly CommandGroup[];
  readonly version: string;
  readonly epilogue: string;
  /** Width of help texts. */
  readonly columns: number;
}
