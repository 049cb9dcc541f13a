/** A plugin that must be caught, by what. */
export interface BrokenPlugin {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  /** Matches the lines that say what, the value, the expected value and the next step. */
  readonly says: readonly RegExp[];
}

const code = (fields: string): string => `export default { name: "broken", ${fields} };\n`;
const yaml = (formula: string, more = ""): string =>
  `activations:\n  broken:\n    formula: ${JSON.stringify(formula)}\n${more}`;

/** Each breaks one rule; one list, read by the test. */
export const BROKEN_PLUGINS: readonly BrokenPlugin[] = [
  {
    what: "a slope of the wrong sign",
    file: "broken.mjs",
    text: code("value: (x) => Math.tanh(x), slope: (x) => Math.tanh(x) ** 2 - 1"),
    says: [/FAILED +slope +the slope in x at x = \S+ is -\S+; \S+ is expected/, /its sign is wrong/],
  },
  {
    what: "a slope off by a factor",
    file: "broken.mjs",
    text: code("value: (x) => x * x, slope: (x) => x"),
    says: [/FAILED +slope +the slope in x at x = -?1 is -?1; -?2 is expected/, /derive the slope again/],
  },
  {
    what: "a wrong slope at the kink",
    file: "broken.mjs",
    text: code("value: (x) => Math.max(x, 0), slope: (x) => (x === 0 ? 2 : x > 0 ? 1 : 0), kinks: [0]"),
    says: [
      /FAILED +kinks +the slope at the kink x = 0 is 2; a slope from 0 to 1 is expected/,
      /declare it as at_kink/,
    ],
  },
  {
    what: "the other side's slope than declared",
    file: "broken.mjs",
    text: code('value: (x) => Math.max(x, 0), slope: (x) => (x >= 0 ? 1 : 0), kinks: [0], at_kink: "left"'),
    says: [/FAILED +kinks +the slope at the kink x = 0 is 1; 0 is expected/],
  },
  {
    what: "state between calls",
    file: "broken.mjs",
    text: `let calls = 0;\n${code("value: (x) => x + (calls++ % 7 === 0 ? 1e-9 : 0), slope: () => 1")}`,
    says: [
      /FAILED +purity +the value at x = \S+ is \S+ and later \S+; the same input must give/,
      /keep no state/,
    ],
  },
  {
    what: "NaN at -100",
    file: "broken.mjs",
    text: code("value: (x) => (x < -99 ? NaN : x), slope: () => 1"),
    says: [
      /FAILED +extremes +the value at x = -\S+ is NaN; a number is expected for every finite input/,
      /guard it/,
    ],
  },
  {
    what: "NaN left of -88 in a formula",
    file: "broken.yaml",
    text: yaml("sqrt(x + 88)"),
    says: [/FAILED +extremes +the value at x = -\S+ is NaN/],
  },
  {
    what: "NaN that becomes a number",
    file: "broken.yaml",
    text: yaml("x > 0 ? x : 0"),
    says: [/FAILED +nan +the value at x = NaN is 0; NaN is expected/, /let the last branch hold x/],
  },
  {
    what: "a range that reaches a division by 0",
    file: "broken.yaml",
    text: yaml("x / a", "    params: { a: { default: 1, min: 0 } }\n"),
    says: [/FAILED +parameters +the value at x = 0 with a = 0 is NaN/, /narrow the range of a/],
  },
  {
    what: "slow code",
    file: "broken.mjs",
    text: code(
      "value: (x) => { let s = x; for (let i = 0; i < 3e4; i++) s = Math.sin(s); return s; }, slope: () => 1",
    ),
    says: [
      /FAILED +speed +\d+ ns for a value and its slope; at most 2000 ns is expected/,
      /give a formula instead/,
    ],
  },
  {
    what: "code that throws",
    file: "broken.mjs",
    text: code('value: (x) => { if (x < 0) throw new RangeError("no"); return x; }, slope: () => 1'),
    says: [/FAILED +speed +the code threw RangeError: no; a number is expected for every input/],
  },
  {
    what: "code that returns no number",
    file: "broken.mjs",
    text: code("value: (x) => String(x), slope: () => 1"),
    says: [/activation "broken": value\(-3\) is "-3"; a number is expected$/m],
  },
  {
    what: "code that returns nothing on a way",
    file: "broken.mjs",
    text: code("value: (x) => { if (x > 0) return x; }, slope: (x) => (x > 0 ? 1 : 0)"),
    says: [/value\(-3\) is undefined; a number is expected: does every path through it end in a return\?/],
  },
  {
    what: "code that returns null",
    file: "broken.mjs",
    text: code("value: (x) => (x > 0 ? x : null), slope: (x) => (x > 0 ? 1 : 0)"),
    says: [/value\(-3\) is null; a number is expected/],
  },
  {
    what: "a slope that is a comparison",
    file: "broken.mjs",
    text: code("value: (x) => (x > 0 ? x : 0), slope: (x) => x > 0"),
    says: [/slope\(-3\) is false; a number is expected/],
  },
  {
    what: "a second argument taken for a flag",
    file: "broken.mjs",
    text: code(
      "value: (x, d) => (d ? 1 - Math.tanh(x) ** 2 : Math.tanh(x)), slope: (x) => 1 - Math.tanh(x) ** 2",
    ),
    says: [/value\(-3\) is 0\.\d+ and without its second argument -0\.\d+; .* is not a flag/],
  },
  {
    what: "another library's names of the functions",
    file: "broken.mjs",
    text: code("forward: (x) => x, backward: () => 1"),
    says: [/unknown key "forward"/, /here it is value: \(x, params\) => f\(x\), beside slope:/],
  },
  {
    what: "a formula that branches by JavaScript's operators",
    file: "broken.mjs",
    text: code("formula: (x) => (x < 0 ? 0 : x)"),
    says: [
      /activation "broken": JavaScript's operators \(<, ==, \+, \*, …\) and Math cannot read x: /,
      /write it as text, formula: "x < 0 \? 0 : x"; or build it, export default \(\{ lt, where \}\) => \(\{ name: "broken", formula: \(x\) => where\(lt\(x, 0\), 0, x\) \}\); .* value: \(x\) => …, slope: \(x\) => …/,
    ],
  },
  {
    what: "a formula that branches on the result of a builder",
    file: "broken.mjs",
    text: 'export default ({ exp }) => ({ name: "broken", formula: (x) => (exp(x) < 1 ? exp(x) : x) });\n',
    says: [
      /cannot read the result of a builder: /,
      /build it with the builders, where\(gt\(x, 0\), x, 0\), or write it as text/,
    ],
  },
  {
    what: "a formula of Math",
    file: "broken.mjs",
    text: code("params: { a: { default: 2 } }, formula: (x, { a }) => a * Math.max(x, 0)"),
    says: [
      /write it as text, formula: "a \* max\(x, 0\)"; or build it, .* formula: \(x, \{ a \}\) => mul\(a, max\(x, 0\)\) /,
    ],
  },
  {
    what: "a formula that branches on a symbol by ===",
    file: "broken.mjs",
    text: 'export default ({ div, sin }) => ({ name: "broken", formula: (x) => (x === 0 ? 1 : div(sin(x), x)) });\n',
    says: [
      /its formula branches on its arguments .* it is 1 at x = 0, built from symbols NaN; choose with where/,
    ],
  },
  {
    what: "a formula that drops a symbol",
    file: "broken.mjs",
    text: code('params: { a: { default: 1 } }, formula: (x, { a }) => ["tanh", a && x]'),
    says: [/does not use its parameter a; .* && \|\| \?: and === see a symbol and keep one side/],
  },
  {
    what: "a formula without a return",
    file: "broken.mjs",
    text: code('formula: (x) => { ["exp", x]; }'),
    says: [/the formula gives undefined; an expression tree is expected; is a return missing\?/],
  },
  {
    what: "a bare function",
    file: "broken.mjs",
    text: "export default function ramp(x) { return Math.max(0, x); }\n",
    says: [
      /its default export is a function, which gets the builders and gave NaN; a definition is expected/,
      /write export default \{ name: "ramp", formula: "max\(0, x\)" \}, or with numbers \{ name: "ramp", value:/,
    ],
  },
  {
    what: "a bare function that branches",
    file: "broken.mjs",
    text: "export default (x) => (x > 0 ? x : 0.1 * x);\n",
    says: [
      /its default export is a function, which gets the builders,? and (threw TypeError|gave NaN)/,
      /write export default \{ name: "my_act", formula: "x > 0 \? x : 0\.1 \* x" \}/,
    ],
  },
  {
    what: "a definition exported by name",
    file: "broken.mjs",
    text: 'export const swishy = { name: "swishy", formula: "x * sigmoid(x)" };\n',
    says: [/it has no default export/, /it exports swishy by name; add export default swishy;/],
  },
  {
    what: "code without a slope",
    file: "broken.mjs",
    text: code("value: (x) => x"),
    says: [/slope is undefined; a function of \(x, params\) is expected/, /or a formula/],
  },
  {
    what: "the name of a built-in",
    file: "broken.yaml",
    text: "activations: { gelu: { formula: x } }\n",
    says: [/broken\.yaml: the activation "gelu" is already in the built-in catalog/, /give it another name/],
  },
  {
    what: "a tree that contains itself",
    file: "broken.mjs",
    text: `const tree = ["add", "x", 1];\ntree[2] = tree;\n${code("formula: () => tree")}`,
    says: [/activation "broken": the formula is nested deeper than 100, or contains itself/],
  },
  {
    what: "10,000 nodes",
    file: "broken.mjs",
    text: `const wide = (n) => (n === 0 ? "x" : ["add", wide(n - 1), wide(n - 1)]);\n${code("formula: () => wide(13)")}`,
    says: [/activation "broken": the formula has more than 2000 parts/],
  },
  {
    what: "another tree at each call",
    file: "broken.mjs",
    text: code('formula: (x) => ["mul", Math.random(), x]'),
    says: [/its formula returns a different tree/, /the variable noise/],
  },
  {
    what: "a mistake in the formula's text",
    file: "broken.yaml",
    text: yaml("x * sigmiod(x)"),
    says: [
      /broken\.yaml:3:14: activations\.broken\.formula: unknown function "sigmiod" at character 5 \(did you mean "sigmoid"\?\)/,
    ],
  },
  {
    what: "an unknown key",
    file: "broken.mjs",
    text: code('fromula: "x"'),
    says: [/activation "broken": unknown key "fromula"/, /did you mean formula\?/],
  },
  {
    what: "a parameter that is not used",
    file: "broken.yaml",
    text: yaml("x", "    params: { a: { default: 1 } }\n"),
    says: [/broken\.yaml:\S+ .*does not use its parameter a/],
  },
  {
    what: "nothing exported",
    file: "broken.mjs",
    text: "export const activation = 1;\n",
    says: [/broken\.mjs: it has no default export/],
  },
  {
    what: "a file that is no JavaScript",
    file: "broken.mjs",
    text: "export default {\n",
    says: [/broken\.mjs: importing it failed: /],
  },
  {
    what: "what cancels in f32",
    file: "broken.yaml",
    text: yaml("(x + 3e5)^2 - 9e10 - 6e5 * x"),
    says: [
      /FAILED +vector +the value at x = \S+ in \S+ vector code is \S+; \S+ is expected: terms of the formula cancel in f32/,
      /nothing cancels/,
    ],
  },
  {
    what: "a pole",
    file: "broken.mjs",
    text: code("value: (x) => x / (x * x - 2), slope: (x) => -(x * x + 2) / (x * x - 2) ** 2"),
    says: [
      /FAILED +poles +the value grows without bound at x = -1\.41421356237: /,
      /away from 0: 1 \+ abs\(u\)/,
    ],
  },
  {
    what: "a slope in terms of the output",
    file: "broken.mjs",
    text: code("value: (x) => 1 / (1 + Math.exp(-x)), slope: (y) => y * (1 - y)"),
    says: [/FAILED +slope /, /it is the slope in terms of y = value\(x\), .* const y = value\(x\)/],
  },
];
