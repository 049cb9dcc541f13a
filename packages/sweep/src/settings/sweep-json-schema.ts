import type { Catalogs } from "../config/catalogs.js";

/** The JSON Schema (draft 2020-12) of a sweep file; names of activations stay open. */
export function sweepJsonSchema(
  _catalogs: Pick<Catalogs, "activations"> & { readonly datasetNames: readonly string[] },
): Readonly<Record<string, unknown>> {
  throw new Error("not written yet");
}
