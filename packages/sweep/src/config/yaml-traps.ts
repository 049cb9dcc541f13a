import { type Document, isPair, isScalar, visit } from "yaml";

/** Something that YAML 1.2 reads otherwise than its writer may mean. */
export interface YamlTrap {
  readonly node: unknown;
  readonly message: string;
  readonly hint: string;
}

const LEADING_ZERO = /^[-+]?0\d+$/;

/** Numbers that other readers take for another value, and mappings whose colons have no space after them. */
export function yamlTraps(document: Document.Parsed): readonly YamlTrap[] {
  const found: YamlTrap[] = [];
  visit(document, {
    Scalar: (role, node) => {
      const { source = "", value } = node;
      if (role !== "key" && typeof value === "number" && LEADING_ZERO.test(source))
        found.push({
          node,
          message: `${source} is ${value} in YAML 1.2, ${octal(source)} in YAML 1.1 and a string in Hydra`,
          hint: `write ${value}, or "${source}" for a string`,
        });
    },
    Pair: (_, pair) => {
      const name = nameOnly(pair);
      if (/^\d{3}$/.test(name))
        found.push({
          node: pair.key,
          message: `a comma separates items: ${name} is a separate item`,
          hint: "write numbers without commas, such as 1000",
        });
      const [, key = "", value = ""] = /^([\w.]+):(\S.*)$/.exec(name) ?? [];
      if (key === "") return;
      found.push({
        node: pair.key,
        message: `${key}:${value} is one word in YAML`,
        hint: `write ${key}: ${value}, with a space after the colon`,
      });
    },
  });
  return found;
}

/** The key of a pair that has no value and is not in quotes. */
function nameOnly(pair: unknown): string {
  if (!isPair(pair) || !isScalar(pair.key) || pair.key.type !== "PLAIN") return "";
  const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
  return isEmpty ? (pair.key.source ?? String(pair.key.value)) : "";
}

function octal(source: string): string {
  return /[89]/.test(source) ? "a text" : String(Number.parseInt(source, 8));
}
