import { exactFormulas } from "../activation/lowered-formulas.js";
import type { FormulaActivationSpec } from "../contract/spec.js";
import { breakpoints } from "../formula/breakpoints.js";
import { type Bindings, evaluate } from "../formula/evaluate.js";
import { inputNames } from "../formula/input-names.js";
import { possiblePoles } from "../formula/possible-poles.js";
import { substitute } from "../formula/tree.js";
import type { AuditSubject } from "./audit-subject.js";

/** A formula's value and derived slopes, evaluated in f64. */
export function subjectOfFormula(spec: FormulaActivationSpec): AuditSubject {
  const { value, slopes, trained } = exactFormulas(spec);
  const params = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  const bind = (point: readonly number[]): Bindings =>
    spec.inputs === 1 ? { x: point[0] ?? 0, params } : { inputs: point, params };
  const known = new Map(Object.entries(params).map(([name, at]) => [`$${name}`, at]));
  return {
    inputs: spec.inputs,
    inputNames: inputNames(spec.inputs),
    kinks: spec.inputs === 1 ? breakpoints(substitute(value, known)) : [],
    at_kink: spec.at_kink,
    derived: true,
    suspects: spec.inputs === 1 ? possiblePoles(substitute(value, known)) : [],
    value: (point) => evaluate(value, bind(point)),
    slope: (point, i) => evaluate(slopes[i] ?? 0, bind(point)),
    trained: trained.map(({ name, slope }) => ({
      name,
      at: params[name] ?? 0,
      value: (point, parameter) =>
        evaluate(value, { ...bind(point), params: { ...params, [name]: parameter } }),
      slope: (point) => evaluate(slope, bind(point)),
    })),
  };
}
