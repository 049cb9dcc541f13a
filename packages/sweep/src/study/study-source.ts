import type { Catalogs } from "../config/catalogs.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";

/** A sweep file's data after its overrides. */
export interface StudySource {
  readonly data: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly catalogs: Catalogs;
  readonly problems: ProblemList;
  /** The catalog lacks activations of plugins that could not be read. */
  readonly isPartial: boolean;
  /** Whether the number at a path is written with a decimal point or an exponent. */
  readonly isDecimal: (path: Path) => boolean;
  /** Paths that overrides have set. */
  readonly overridden: readonly Path[];
}
