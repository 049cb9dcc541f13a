/**
 * How a page of the documents is done in a test: what it takes for granted, and every departure from its
 * words.
 */
export interface PageCase {
  /** Path from the root. */
  readonly page: string;
  /** Makes what the page takes for granted, in the folder that its commands run in. */
  readonly prepare?: (cwd: string) => void | Promise<void>;
  /** What must be there before a line, by that line: the work of other machines. */
  readonly before?: Readonly<Record<string, (cwd: string) => void | Promise<void>>>;
  /** Variables of the environment while the page is done. */
  readonly env?: (cwd: string) => Readonly<Record<string, string>>;
  /** What stands for something, and what it stands for here; a line is taken as text. */
  readonly words?: (cwd: string) => Readonly<Record<string, string>>;
  /** Appended to the lines of a command, by its name, so that each takes a second at most. */
  readonly smaller?: Readonly<Record<string, readonly string[]>>;
  /** Exit codes other than 0, by line. */
  readonly codes?: Readonly<Record<string, number>>;
  /** Lines that last until they are ended: they are, as soon as they print something. */
  readonly ended?: readonly string[];
  /** Lines that are not executed, and why: what is checked of them instead. */
  readonly listed?: Readonly<Record<string, string>>;
  /** What must have come of it. */
  readonly check?: (cwd: string) => void | Promise<void>;
}
