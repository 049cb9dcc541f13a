import { FunctionBuilder, type Signature, TYPE_CODE } from "./function.js";
import { type Code, writeUnsigned } from "./value.js";

/** A function of JavaScript that a module calls, `env.<name>`. */
interface ImportedFunction {
  readonly name: string;
  readonly signature: Signature;
}

/** Collects functions over one imported memory (`env.memory`) and encodes a WebAssembly module. */
export class ModuleBuilder {
  private readonly imported: ImportedFunction[] = [];
  private readonly functions: FunctionBuilder[] = [];
  private readonly exported: { name: string; index: number }[] = [];
  private readonly byKey = new Map<string, number>();

  /**
   * Declares a function that comes from outside and returns its number for calls; before any is defined,
   * since numbers start with these.
   */
  import(name: string, signature: Signature): number {
    if (this.functions.length > 0) throw new RangeError(`${name} is imported after functions were defined`);
    this.imported.push({ name, signature });
    return this.imported.length - 1;
  }

  /** Defines a function and returns its number for calls. */
  define(name: string, signature: Signature, body: (f: FunctionBuilder) => void): number {
    const f = new FunctionBuilder(name, signature);
    body(f);
    this.functions.push(f);
    return this.imported.length + this.functions.length - 1;
  }

  /** Defines a function once per key, so that layers of one shape share their code. */
  shared(key: string, signature: Signature, body: (f: FunctionBuilder) => void): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.define(key, signature, body);
    this.byKey.set(key, index);
    return index;
  }

  export(name: string, index: number): void {
    this.exported.push({ name, index });
  }

  /** The custom section that profilers read: a name per function. */
  private writeNames(out: Code[]): void {
    const names: Code = unsigned(this.functions.length);
    this.functions.forEach(({ name }, index) => {
      names.push(...unsigned(this.imported.length + index), ...text(name));
    });
    const head = [...text("name"), 1, ...unsigned(names.length)];
    out.push([0, ...unsigned(head.length + names.length), ...head], names);
  }

  /**
   * The custom section that tells the engine which branches are hardly ever taken, so that it moves them
   * away.
   */
  private writeBranchHints(out: Code[]): void {
    const hinted = this.functions.flatMap((f, index) => {
      const branches = f.unlikelyBranches();
      if (branches.length === 0) return [];
      return [
        [
          ...unsigned(this.imported.length + index),
          ...unsigned(branches.length),
          ...branches.flatMap((at) => [...unsigned(at), 1, 0]),
        ],
      ];
    });
    if (hinted.length === 0) return;
    const body = [...text("metadata.code.branch_hint"), ...unsigned(hinted.length), ...hinted.flat()];
    out.push([0, ...unsigned(body.length), ...body]);
  }

  encode(): Uint8Array<ArrayBuffer> {
    const types = new Map<string, number>();
    const typeOf = ({ signature: { params, result } }: { readonly signature: Signature }): number => {
      const entry = [
        0x60,
        params.length,
        ...params.map((t) => TYPE_CODE[t]),
        ...(result ? [1, TYPE_CODE[result]] : [0]),
      ];
      const key = entry.join();
      const known = types.get(key);
      if (known !== undefined) return known;
      types.set(key, types.size);
      return types.size - 1;
    };
    const importedTypes = this.imported.map(typeOf);
    const functionTypes = this.functions.map(typeOf);
    const out: Code[] = [[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]];
    section(
      out,
      1,
      [...types.keys()].map((key) => key.split(",").map(Number)),
    );
    section(out, 2, [
      [...text("env"), ...text("memory"), 0x02, 0x00, 0x00],
      ...this.imported.map(({ name }, i) => [
        ...text("env"),
        ...text(name),
        0x00,
        ...unsigned(importedTypes[i] as number),
      ]),
    ]);
    section(
      out,
      3,
      functionTypes.map((type) => unsigned(type)),
    );
    section(
      out,
      7,
      this.exported.map(({ name, index }) => [...text(name), 0x00, ...unsigned(index)]),
    );
    this.writeBranchHints(out);
    section(
      out,
      10,
      this.functions.map((f) => f.encode()),
    );
    this.writeNames(out);
    return joined(out);
  }
}

function unsigned(value: number): Code {
  const code: Code = [];
  writeUnsigned(code, value);
  return code;
}

/** A name as UTF-8 would have it; the few letters beyond ASCII that keys hold become "x". */
function text(value: string): Code {
  const codes = [...value].map((letter) => letter.charCodeAt(0)).map((code) => (code < 128 ? code : 120));
  return [...unsigned(codes.length), ...codes];
}

function section(out: Code[], id: number, entries: readonly Code[]): void {
  const count = unsigned(entries.length);
  const size = entries.reduce((sum, entry) => sum + entry.length, count.length);
  out.push([id, ...unsigned(size), ...count], ...entries);
}

function joined(parts: readonly Code[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
