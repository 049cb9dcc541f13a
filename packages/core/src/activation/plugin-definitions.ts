import * as build from "../formula/build.js";

/**
 * The definitions in a code plugin's default export: one, a list of them, or a function of the formula
 * builders that gives either. They may be anything; what the function throws is thrown on.
 */
export function pluginDefinitions(exported: unknown): readonly unknown[] {
  const given: unknown = typeof exported === "function" ? exported(build) : exported;
  return Array.isArray(given) ? given : [given];
}
