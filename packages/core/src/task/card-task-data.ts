import type { TaskData } from "./task-entry.js";

/** A dataset's card, as far as a task reads it. */
interface TaskCard {
  readonly name: string;
  readonly inputs: number;
  readonly classes: number;
  readonly targets?: readonly { readonly name: string }[];
}

/** What of a dataset decides the width of an output layer, as its card has it. */
export function cardTaskData({
  name,
  inputs,
  classes,
  targets,
}: TaskCard): TaskData & { readonly name: string } {
  const names = targets?.map((target) => target.name);
  return { name, inputs, classes, ...(names === undefined ? {} : { targets: { names } }) };
}
