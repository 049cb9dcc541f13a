/** Plain JSON, as a sweep file holds it. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** A configuration with one thing changed, and what was changed. */
export interface Mutation {
  readonly what: string;
  readonly data: Data;
}

/**
 * Every configuration that differs from one at one place: another kind of value, a wrong one, a key more or
 * less.
 */
export function mutationsOf(data: Data, path = ""): readonly Mutation[] {
  const own = replacements(data).map((value) => ({
    what: `${path} = ${JSON.stringify(value)}`,
    data: value,
  }));
  if (typeof data !== "object" || data === null) return own;
  if (Array.isArray(data)) {
    const items: readonly Data[] = data;
    const inner = items.flatMap((item, i) =>
      mutationsOf(item, `${path}[${i}]`).map(({ what, data: changed }) => ({
        what,
        data: items.map((other, k) => (k === i ? changed : other)),
      })),
    );
    return [...own, ...inner];
  }
  const entries = Object.entries(data);
  const inner = entries.flatMap(([key, value]) =>
    mutationsOf(value, path === "" ? key : `${path}.${key}`).map(({ what, data: changed }) => ({
      what,
      data: { ...data, [key]: changed },
    })),
  );
  const without = entries.map(([key]) => ({
    what: `${path} without ${key}`,
    data: Object.fromEntries(entries.filter(([other]) => other !== key)),
  }));
  return [...own, ...without, { what: `${path} with bogus`, data: { ...data, bogus: 1 } }, ...inner];
}

function replacements(value: Data): readonly Data[] {
  const others: readonly Data[] = [null, true, -1, 0, 0.5, 1e9, "nonsense", "", [], {}];
  const near: readonly Data[] =
    typeof value === "number"
      ? [String(value), -value, value + 0.5]
      : typeof value === "string"
        ? [`no ${value}`, [value]]
        : Array.isArray(value)
          ? [value.slice(1), [...value, ...value.slice(0, 1)]]
          : [];
  return [...others, ...near].filter((other) => JSON.stringify(other) !== JSON.stringify(value));
}
