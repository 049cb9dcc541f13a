/** Functions of Hydra's grammar besides `choice` and `range`, with their replacements here. */
const FUNCTIONS: Readonly<Record<string, (key: string) => string>> = {
  sort: (key) => `list the values in the order that you want: ${key}=1,2,3`,
  shuffle: (key) => `list the values: ${key}=1,2,3; results do not depend on the order of configurations`,
  interval: (key) =>
    `write a range in the sweep file: ${key}: { distribution: uniform, min: 0.1, max: 1 } under parameters`,
  tag: () => "leave it out; tags of sweepers have no meaning here",
  glob: (key) => `list the names: ${key}=a,b`,
  int: () => "write the number itself",
  float: () => "write the number itself",
  bool: () => "write true or false",
  str: () => "write the string in quotes",
  json_str: () => "write the value itself",
  extend_list: () => "write the whole list",
};

/**
 * What to say of a value that calls a function of Hydra which is not known here; undefined for any other
 * value.
 */
export function hydraCall(
  value: string,
  key: string,
): { readonly message: string; readonly hint: string } | undefined {
  const [, name = ""] = /^(\w+)\s*\(.*\)$/s.exec(value) ?? [];
  const cure = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (cure === undefined) return undefined;
  return {
    message: `${name}(…) of Hydra is not supported; of its functions, only choice and range are`,
    hint: cure(key),
  };
}
