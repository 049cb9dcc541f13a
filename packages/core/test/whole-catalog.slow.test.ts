// The tests that take a sample of the catalog, on all of it.
import { it } from "vitest";

process.env.CATALOG = "whole";

it("takes the whole catalog", () => {});

await import("./catalog.test.js");
await import("./network.test.js");
await import("../src/activation/variance-map.test.js");
await import("../src/activation/properties.test.js");
await import("../src/activation/catalog/facts/stored-facts.test.js");
await import("../src/audit/audit-activation.test.js");
await import("../src/kernels/activation-error.test.js");
await import("../src/portable/source/activation-source.test.js");
await import("../src/portable/onnx/activation-graph.test.js");
