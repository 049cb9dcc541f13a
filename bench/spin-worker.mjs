// A bare WebAssembly loop in a thread: what a core can give when nothing is shared.
import { parentPort } from "node:worker_threads";

// (func (export "spin") (param $n i32) (loop (local.set $n (i32.sub (local.get $n) (i32.const 1))) (br_if 0
// (local.get $n))))
const bytes = Uint8Array.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 127, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 112, 105, 110, 0, 0],
  ...[10, 18, 1, 16, 0, 3, 64, 32, 0, 65, 1, 107, 33, 0, 32, 0, 13, 0, 11, 11],
]);
const { spin } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
spin(50_000_000);
parentPort.on("message", (rounds) => {
  for (let i = 0; i < rounds; i++) spin(10_000_000);
  parentPort.postMessage("done");
});
parentPort.postMessage("ready");
