// What a thread starts with. CommonJS, since Piscina requires its file before it imports it, and Node 20 dies as a
// whole when a thread is ended while it requires an ES module.
import threads = require("node:worker_threads");

const { entry } = threads.workerData as { readonly entry: string };

export = import(entry).then(({ default: perform }: { readonly default: unknown }) => perform);
