/** A flag with a value. `parse` gives undefined for a text that is not `expects`. */
export interface ValueFlag<T> {
  readonly kind: "value";
  readonly describe: string;
  /** What stands for the value in help, for example `N|50%`. */
  readonly placeholder: string;
  readonly alias?: string;
  /** Completes "expected …", for example `a whole number from 1`. */
  readonly expects: string;
  /** Given without a value it has this one; the word behind it is its value where `takes` says so. */
  readonly bare?: { readonly value: string; takes(word: string): boolean };
  parse(text: string): T | undefined;
  /** What a text that is refused most likely means, for example `did you mean 20s or 20m?`. */
  hint?(text: string): string | undefined;
}

/** A flag that is there or not. */
export interface Toggle {
  readonly kind: "toggle";
  readonly describe: string;
}

/** A flag that may be given several times, each with any text. */
export interface ListFlag {
  readonly kind: "list";
  readonly describe: string;
  readonly placeholder: string;
}

export type Flags = Readonly<Record<string, ValueFlag<unknown> | ListFlag | Toggle>>;

/**
 * What a command gets for its flags: a parsed value or undefined; all texts of a list; true or false for a
 * toggle.
 */
export type FlagValues<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends ValueFlag<infer T>
    ? T | undefined
    : F[K] extends ListFlag
      ? readonly string[]
      : boolean;
};

/** A flag that is there or not. */
export function toggle(describe: string): Toggle {
  return { kind: "toggle", describe };
}

/** A flag whose value is any text, such as a path. */
export function textFlag(describe: string, placeholder: string, alias?: string): ValueFlag<string> {
  return {
    kind: "value",
    describe,
    placeholder,
    ...(alias === undefined ? {} : { alias }),
    expects: "a non-empty string",
    parse: (text) => (text === "" ? undefined : text),
  };
}

/** A flag that may be given several times, such as `--plugin a --plugin b`. */
export function listFlag(describe: string, placeholder: string): ListFlag {
  return { kind: "list", describe, placeholder };
}

/** A flag whose value is a whole number from `min`. */
export function countFlag(describe: string, min: number): ValueFlag<number> {
  return { kind: "value", describe, placeholder: "N", expects: `a whole number from ${min}`, parse };
  function parse(text: string): number | undefined {
    const count = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    return count !== undefined && count >= min ? count : undefined;
  }
}

/** A flag whose value is one of a few words. */
export function choiceFlag<const W extends string>(describe: string, words: readonly W[]): ValueFlag<W> {
  return {
    kind: "value",
    describe,
    placeholder: words.join("|"),
    expects: `one of ${words.join(", ")}`,
    parse: (text) => words.find((word) => word === text),
  };
}
