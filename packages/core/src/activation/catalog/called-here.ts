import { plainName } from "../../text/plain-name.js";
import { storedAliases } from "./facts/stored-aliases.js";

let known: ReadonlyMap<string, string> | undefined;

/**
 * What a built-in activation is called here that has another name elsewhere, in any spelling; undefined for a
 * name that nothing has. The sources, of which the names are part, need not be loaded for it.
 */
export function calledHere(name: string): string | undefined {
  known ??= new Map(
    storedAliases
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [alias = "", here = ""] = line.split(" ");
        return [plainName(alias), here] as const;
      }),
  );
  return known.get(plainName(name));
}
