import { type EpochRecord, isInState } from "@actbench/core/internal";

/** Units named one by one. */
const MAX_NAMED = 20;

/** The dead units of the last probe by their numbers, and how to follow one; nothing where none is dead. */
export function deadUnitsText(curve: readonly EpochRecord[]): readonly string[] {
  const last = curve.findLast(({ units }) => units !== undefined);
  const dead = (last?.units ?? []).flatMap(({ states }, layer) =>
    [...(states ?? "")].flatMap((_, unit) =>
      isInState(states ?? "", unit, "dead") ? [`${layer + 1}:${unit + 1}`] : [],
    ),
  );
  const [first] = dead;
  if (first === undefined) return [];
  const more = dead.length > MAX_NAMED ? `, … (${dead.length} in all)` : "";
  return [
    "",
    `dead after epoch ${last?.epoch}, as layer:unit: ${dead.slice(0, MAX_NAMED).join(", ")}${more}`,
    `add --unit ${first} to this command to find the step that killed it`,
  ];
}
