import { i32 } from "./scalar.js";
import { type Code, type Value, type WasmType, writeSigned, writeUnsigned } from "./value.js";

/** A local variable: reading it is a value, `FunctionBuilder.set` writes it. */
export interface Local extends Value {
  readonly index: number;
}

export interface Signature {
  readonly params: readonly WasmType[];
  readonly result?: WasmType;
}

export const TYPE_CODE = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** Whether this engine is V8 before 11.9, detected by a method added in 11.9. */
const NEEDS_FENCES = !("withResolvers" in Promise);

/** Writes one function's body; statements are emitted in the order of the calls. */
export class FunctionBuilder {
  readonly code: Code = [];
  readonly params: readonly Local[];
  private readonly locals: WasmType[] = [];
  private readonly free: Record<WasmType, Local[]> = { i32: [], f32: [], f64: [], v128: [] };
  private readonly fences: number[] = [];
  private readonly prologue: Code = [];
  private readonly constants = new Map<string, Local>();

  constructor(
    readonly name: string,
    readonly signature: Signature,
  ) {
    this.params = signature.params.map((type, index) => makeLocal(type, index));
  }

  /** The parameter of that number; a kernel asking for one it did not declare is a bug of the generator. */
  param(index: number): Local {
    const local = this.params[index];
    if (!local) throw new RangeError(`${this.name} has no parameter ${index}`);
    return local;
  }

  local(type: WasmType): Local {
    const reused = this.free[type].pop();
    if (reused) return reused;
    this.locals.push(type);
    return makeLocal(type, this.params.length + this.locals.length - 1);
  }

  /** Lets a later `local` of the same type use this one's slot. */
  release(...locals: readonly Local[]): void {
    for (const local of locals) this.free[local.type].push(local);
  }

  set(local: Local, value: Value): void {
    value.emit(this.code);
    this.code.push(0x21);
    writeUnsigned(this.code, local.index);
  }

  /** Computes a value once, into a local. */
  let(value: Value): Local {
    const local = this.local(value.type);
    this.set(local, value);
    return local;
  }

  /**
   * A local that holds a loop-invariant value, computed once at the function's start and shared by its key.
   */
  constant(key: string, value: Value): Local {
    const known = this.constants.get(key);
    if (known) return known;
    this.locals.push(value.type);
    const local = makeLocal(value.type, this.params.length + this.locals.length - 1);
    value.emit(this.prologue);
    this.prologue.push(0x21);
    writeUnsigned(this.prologue, local.index);
    this.constants.set(key, local);
    return local;
  }

  private storeWith(
    opcode: readonly number[],
    align: number,
    address: Value,
    value: Value,
    offset: number,
  ): void {
    address.emit(this.code);
    value.emit(this.code);
    this.code.push(...opcode, align);
    writeUnsigned(this.code, offset);
  }

  store(address: Value, value: Value, offset = 0): void {
    switch (value.type) {
      case "v128":
        this.storeWith([0xfd, 11], 4, address, value, offset);
        break;
      case "f32":
        this.storeWith([0x38], 2, address, value, offset);
        break;
      case "f64":
        this.storeWith([0x39], 3, address, value, offset);
        break;
      case "i32":
        this.storeWith([0x36], 2, address, value, offset);
        break;
      default:
        value.type satisfies never;
    }
  }

  /** Runs `body` for `counter` = from, from + step, … while it is below `to` (signed). */
  for(counter: Local, from: Value, to: Value, step: number, body: () => void): void {
    this.set(counter, from);
    this.while(i32.lt(counter, to), () => {
      body();
      this.set(counter, i32.add(counter, i32.const(step)));
    });
  }

  /** Tests at the top once, then at the bottom: one branch a turn. */
  while(condition: Value, body: () => void): void {
    condition.emit(this.code);
    this.code.push(0x04, 0x40, 0x03, 0x40);
    body();
    condition.emit(this.code);
    this.code.push(0x0d, 0x00, 0x0b, 0x0b);
  }

  if(condition: Value, then: () => void, otherwise?: () => void): void {
    condition.emit(this.code);
    this.code.push(0x04, 0x40);
    then();
    if (otherwise) {
      this.code.push(0x05);
      otherwise();
    }
    this.code.push(0x0b);
  }

  /**
   * A branch that is never taken (an address that is a multiple of 4 is not odd) and that would exchange
   * `locals`. V8 before 11.9 (Node 20) moves every load of an unrolled body above its arithmetic, and the
   * arithmetic down to its last use, and spills; neither moves over a branch that may change the result. Each
   * fence compares with a number of its own, since a condition known from the last one would be removed.
   * Newer engines schedule well without, and get none; results do not depend on it.
   */
  fence(address: Local, locals: readonly Local[]): void {
    if (!NEEDS_FENCES) return;
    address.emit(this.code);
    this.code.push(0x41);
    writeSigned(this.code, 2 * this.fences.length + 3);
    this.code.push(0x46);
    this.fences.push(this.code.length);
    this.code.push(0x04, 0x40);
    for (const local of locals) local.emit(this.code);
    for (const local of locals) {
      this.code.push(0x21);
      writeUnsigned(this.code, local.index);
    }
    this.code.push(0x0b);
  }

  /** Calls a function without a result. */
  call(callee: number, ...args: readonly Value[]): void {
    for (const arg of args) arg.emit(this.code);
    this.code.push(0x10);
    writeUnsigned(this.code, callee);
  }

  /** Leaves the function's result on the stack; the last statement of a function that has one. */
  result(value: Value): void {
    value.emit(this.code);
  }

  /** Where the body's fences branch, in bytes from its start. */
  unlikelyBranches(): readonly number[] {
    const before = this.declarations().length + this.prologue.length;
    return this.fences.map((at) => before + at);
  }

  /** The body as the code section wants it: size, runs of locals, instructions. */
  encode(): Code {
    const declarations = this.declarations();
    const sized: Code = [];
    writeUnsigned(sized, declarations.length + this.prologue.length + this.code.length + 1);
    return sized.concat(declarations, this.prologue, this.code, [0x0b]);
  }

  private declarations(): Code {
    const body: Code = [];
    const runs: { type: WasmType; count: number }[] = [];
    for (const type of this.locals) {
      const last = runs[runs.length - 1];
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    writeUnsigned(body, runs.length);
    for (const run of runs) {
      writeUnsigned(body, run.count);
      body.push(TYPE_CODE[run.type]);
    }
    return body;
  }
}

function makeLocal(type: WasmType, index: number): Local {
  return {
    type,
    index,
    emit: (code) => {
      code.push(0x20);
      writeUnsigned(code, index);
    },
  };
}

/** A conditional value without a branch: a where the condition is not 0, else b. */
export function select(condition: Value, a: Value, b: Value): Value {
  return {
    type: a.type,
    emit: (code) => {
      a.emit(code);
      b.emit(code);
      condition.emit(code);
      code.push(0x1b);
    },
  };
}

/** The number a call returns. */
export function callValue(type: WasmType, callee: number, ...args: readonly Value[]): Value {
  return {
    type,
    emit: (code) => {
      for (const arg of args) arg.emit(code);
      code.push(0x10);
      writeUnsigned(code, callee);
    },
  };
}
