// The kernels of a real training step, one by one: while the step's module is generated, every call that its
// parts make is noted, and the module gets an export for each, so that they can be run in order with a clock
// between them.
import { FunctionBuilder } from "../../packages/core/dist/wasm/function.js";
import { ModuleBuilder } from "../../packages/core/dist/wasm/module.js";

/** The functions of which a step is made, in the order in which they are generated and run. */
const PARTS = new Set(["forward", "backward", "finish"]);

/**
 * Runs `build` (which generates one network); gives its result and the step's calls: kernel, arguments,
 * export's name.
 */
export function withStepCalls(build) {
  const { call } = FunctionBuilder.prototype;
  const { encode } = ModuleBuilder.prototype;
  const calls = [];
  FunctionBuilder.prototype.call = function noted(callee, ...args) {
    if (PARTS.has(this.name)) calls.push({ callee, args });
    call.call(this, callee, ...args);
  };
  ModuleBuilder.prototype.encode = function exported() {
    calls.forEach(({ callee, args }, i) => {
      // `rows` is the only parameter of a part, and so it is here.
      const index = this.define(`call ${i}`, { params: ["i32"] }, (f) => call.call(f, callee, ...args));
      this.export(`call ${i}`, index);
    });
    for (const one of calls) one.name = this.functions[one.callee].name;
    return encode.call(this);
  };
  try {
    const result = build();
    return {
      result,
      calls: calls.map(({ name, args }, i) => ({ name, numbers: args.map(constantOf), run: `call ${i}` })),
    };
  } finally {
    FunctionBuilder.prototype.call = call;
    ModuleBuilder.prototype.encode = encode;
  }
}

/** The number of an `i32.const`; undefined for anything else, such as `rows`. */
function constantOf(value) {
  const code = [];
  value.emit(code);
  if (code[0] !== 0x41) return undefined;
  let number = 0;
  code.slice(1).forEach((byte, i) => {
    number |= (byte & 0x7f) << (7 * i);
  });
  return number;
}
