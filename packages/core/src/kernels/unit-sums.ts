import type { FunctionBuilder, Local } from "../wasm/function.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { UNIT_STATS, type UnitStat } from "./unit-stats.js";

/** Where a kernel's vectors of units stand in the table of statistics. */
export interface StatsPlace {
  /** The address of their first column in the table's first row. */
  readonly stats: Local;
  /** Units, padded to a multiple of 4: the width of a row. */
  readonly units: number;
  /** Vectors side by side. */
  readonly width: number;
}

/** A vector register of each of some statistics per vector of units; 0 at first. */
export class UnitSums {
  private readonly locals: ReadonlyMap<UnitStat, readonly Local[]>;

  constructor(
    private readonly f: FunctionBuilder,
    private readonly place: StatsPlace,
    names: readonly UnitStat[],
  ) {
    this.locals = new Map(
      names.map((name) => [name, Array.from({ length: place.width }, () => f.let(vec.const(0)))]),
    );
  }

  /** The register of a statistic and vector. */
  of(name: UnitStat, u = 0): Local {
    const local = this.locals.get(name)?.[u];
    if (!local) throw new RangeError(`there is no ${name} of vector ${u}`);
    return local;
  }

  all(): readonly Local[] {
    return [...this.locals.values()].flat();
  }

  set(name: UnitStat, next: (old: Local, u: number) => Value): void {
    this.locals.get(name)?.forEach((local, u) => {
      this.f.set(local, next(local, u));
    });
  }

  /** Takes them as they stand in the table. */
  load(): void {
    for (const name of this.locals.keys())
      this.set(name, (_, u) => vec.load(this.place.stats, this.offset(name, u)));
  }

  /** Writes them to the table; they are no more after it. */
  store(): void {
    for (const [name, locals] of this.locals) {
      locals.forEach((local, u) => {
        this.f.store(this.place.stats, local, this.offset(name, u));
      });
      this.f.release(...locals);
    }
  }

  private offset(name: UnitStat, u: number): number {
    return UNIT_STATS.indexOf(name) * this.place.units * 4 + u * 16;
  }
}
