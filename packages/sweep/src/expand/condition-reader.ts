import {
  type Activation,
  evaluateCondition,
  FormulaError,
  type Json,
  type ParsedCondition,
  parseCondition,
} from "@actbench/core/internal";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { findSetting, settingNames } from "../settings/find-setting.js";
import { valueText } from "../settings/value-text.js";
import type { Condition } from "./condition.js";

/** Reads the condition at a path; undefined, with its problem noted, when it is wrong. */
export type ReadCondition = (text: string, path: Path) => Condition | undefined;

/**
 * A reader of conditions over settings and over `activation.<parameter>` of the activations a file may name.
 */
export function conditionReader(
  known: ReadonlyMap<string, Activation>,
  problems: ProblemList,
): ReadCondition {
  const params = new Set(
    [...known.values()].flatMap((one) => one.params.map(({ name }) => `activation.${name}`)),
  );
  const fullName = (name: string): string | undefined =>
    findSetting(name)?.name ?? (params.has(name) ? name : undefined);
  return (text, path) => {
    const parsed = parse(text, path, problems);
    if (parsed === undefined) return undefined;
    const full = new Map(parsed.names.map(({ name }) => [name, fullName(name)]));
    const unknown = [...full].filter(([, setting]) => setting === undefined);
    for (const [name] of unknown)
      problems.add(path, `there is no setting ${name}`, nearestHint(name, [...settingNames(), ...params]));
    if (unknown.length > 0) return undefined;
    return {
      text,
      names: [...full.values()].filter((name) => name !== undefined),
      holds: (lookUp) => {
        try {
          return evaluateCondition(parsed, (name) => comparable(lookUp(full.get(name) ?? name)));
        } catch (error) {
          if (error instanceof FormulaError) return error.reason;
          throw error;
        }
      },
    };
  };
}

function parse(text: string, path: Path, problems: ProblemList): ParsedCondition | undefined {
  try {
    return parseCondition(text);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const column = error.position === undefined ? "" : ` at character ${error.position + 1}`;
    problems.add(path, `${error.reason}${column}`, error.hint);
    return undefined;
  }
}

/** Lists and mappings are compared as the text that tables show: `model.hidden == "128-64"`. */
function comparable(value: Json | undefined): string | number | boolean | null | undefined {
  return typeof value === "object" && value !== null ? valueText(value) : value;
}
