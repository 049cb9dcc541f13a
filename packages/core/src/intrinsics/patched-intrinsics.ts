/** What all code of a thread shares and numbers depend on. */
const SHARED: readonly (readonly [name: string, object])[] = [
  ["Math", Math],
  ["JSON", JSON],
  ["Number", Number],
  ["Object.prototype", Object.prototype],
  ["Function.prototype", Function.prototype],
  ["Number.prototype", Number.prototype],
  ["String.prototype", String.prototype],
  ["Array.prototype", Array.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["Float32Array.prototype", Float32Array.prototype],
  ["Float64Array.prototype", Float64Array.prototype],
  ["TypedArray.prototype", Object.getPrototypeOf(Float32Array.prototype) as object],
];

type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor>;

/** As they were when this module was loaded, before any plugin. */
const PRISTINE: readonly Properties[] = SHARED.map(([, shared]) => propertiesOf(shared));

/**
 * Names of the built-in functions that something has replaced, added or taken away, such as `Math.max`: what
 * runs after it in this thread may compute other numbers.
 */
export function patchedIntrinsics(): readonly string[] {
  // Asked after each trial, and nearly always untouched.
  if (SHARED.every(([, shared], i) => isUntouched(shared, PRISTINE[i]))) return [];
  return SHARED.flatMap(([name, shared], i) => {
    const before = PRISTINE[i] ?? new Map<PropertyKey, PropertyDescriptor>();
    const now = propertiesOf(shared);
    const keys = new Set([...before.keys(), ...now.keys()]);
    return [...keys]
      .filter((key) => !isSame(before.get(key), now.get(key)))
      .map((key) => `${name}.${String(key)}`);
  });
}

function isUntouched(shared: object, before: Properties = new Map()): boolean {
  const keys = Reflect.ownKeys(shared);
  return (
    keys.length === before.size &&
    keys.every((key) => isSame(before.get(key), Reflect.getOwnPropertyDescriptor(shared, key)))
  );
}

function propertiesOf(shared: object): Properties {
  return new Map(
    Reflect.ownKeys(shared).flatMap((key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(shared, key);
      return descriptor === undefined ? [] : [[key, descriptor] as const];
    }),
  );
}

function isSame(a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean {
  return Object.is(a?.value, b?.value) && a?.get === b?.get && a?.set === b?.set;
}
