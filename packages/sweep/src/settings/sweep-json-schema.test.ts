import { catalog, standardActivations } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { problemsOf } from "../../test/load.js";
import { schemaText } from "./schema-text.js";
import { settingReference } from "./setting-reference.js";
import { SETTINGS } from "./settings.js";
import { sweepJsonSchema } from "./sweep-json-schema.js";
import { IGNORED_KEYS, SETTING_KEYS, STUDY_SCHEMA } from "./sweep-schema.js";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
}

const json = sweepJsonSchema({ activations: catalog, datasetNames: ["mnist"] });
const schema = json as Node;

/** Every `$ref` of a schema. */
function refs(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === "$ref" ? [String(value)] : refs(value)));
}

test("the schema knows the keys that validation knows, and no other", () => {
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
    [...Object.keys(STUDY_SCHEMA), ...SETTING_KEYS, ...IGNORED_KEYS].sort(),
  );
  for (const key of Object.keys(schema.properties?.parameters?.properties ?? {}))
    expect(problemsOf(`parameters: { ${key}: { value: [[[1]]] } }`).join()).not.toContain(
      "there is no such setting",
    );
});

test("every setting is in its section with its sentence and its default", () => {
  for (const { name, doc, default: value } of SETTINGS) {
    const [section = "", key] = name.split(".");
    const holder = schema.properties?.[section];
    const nodes =
      key === undefined ? [holder] : [holder, ...(holder?.anyOf ?? [])].map((one) => one?.properties?.[key]);
    const node = nodes.find((one) => one !== undefined);
    expect(node?.description, name).toContain(doc);
    expect(node?.default, name).toEqual(value);
  }
});

test("every reference leads somewhere, and the schema is plain JSON", () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  for (const ref of refs(schema)) {
    const path = ref.slice(2).split("/");
    const target = path.reduce<unknown>(
      (node, key) => (node as Readonly<Record<string, unknown>>)?.[key],
      schema,
    );
    expect(target, ref).toBeDefined();
  }
});

test("the reference names every setting with what it takes", () => {
  const reference = settingReference();
  expect(reference.map(({ name }) => name)).toEqual(SETTINGS.map(({ name }) => name));
  expect(reference.find(({ name }) => name === "train.lr")).toEqual({
    name: "train.lr",
    takes: "number ≥ 0",
    default: "0.1",
    doc: "Learning rate.",
  });
  expect(reference.find(({ name }) => name === "dataset.normalize")?.takes).toBe(
    "none | unit | standardize | { mean, std }",
  );
});

test("the schema's text is the schema, and hundreds of activations of few kinds add little to it", () => {
  expect(JSON.parse(schemaText(json))).toEqual(json);
  const more = Array.from({ length: 8 }, (_, copy) =>
    standardActivations.map((activation) => ({ ...activation, name: `${activation.name}_${copy}` })),
  ).flat();
  const large = sweepJsonSchema({ activations: [...catalog, ...more], datasetNames: ["mnist"] });
  const bytes = schemaText(large).length - schemaText(json).length;
  // Each name stands among those that are offered, those that are taken, and in the rule of its kind.
  const names = more.reduce((sum, { name }) => sum + 3 * (name.length + 4), 0);
  expect(bytes).toBeLessThan(1.2 * names);
});
