import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalog, findActivation } from "@actbench/core/internal";
import { pluginTemplate, TEMPLATE_FORMATS } from "../activation/plugin-template.js";
import { testTemplate } from "../activation/test-template.js";
import { defineCommand } from "../command/command.js";
import { choiceFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";

const NAME = /^[a-z][a-z0-9_]{0,63}$/;

/** `actbench activations new NAME` */
export const activationsNew = defineCommand({
  positionals: { name: positional("one", "name: lowercase letters, digits, underscores") },
  flags: { format: choiceFlag("language of the plugin; default: yaml", TEMPLATE_FORMATS) },
  examples: [
    ["activations new my_bump", "my_bump.yaml and my_bump.test.mjs"],
    ["activations new my_bump --format js", "the same with the formula in JavaScript"],
  ],
  run: ({ args, flags, terminal, cwd }) => {
    const { name } = args;
    const { format = "yaml" } = flags;
    if (!NAME.test(name))
      throw new UsageError(
        `"${name}" is not a valid activation name`,
        "it begins with a lowercase letter and contains only lowercase letters, digits and underscores",
      );
    if (findActivation(name, catalog) !== undefined)
      throw new UsageError(`"${name}" is already in the built-in catalog`, "choose another name");
    const plugin = `${name}.${format === "yaml" ? "yaml" : "mjs"}`;
    const test = `${name}.test.mjs`;
    for (const file of [plugin, test])
      if (existsSync(join(cwd, file)))
        throw new UsageError(`${file} is already there`, "choose another name, or remove it");
    writeFileSync(join(cwd, plugin), pluginTemplate(name, format), { flag: "wx" });
    writeFileSync(join(cwd, test), testTemplate(name, plugin, cwd), { flag: "wx" });
    terminal.print(`wrote ${plugin} and ${test}`);
    terminal.print(`check it   actbench activations check ./${plugin}`);
    terminal.print(`test it    node --test ${test}`);
    terminal.print(`see it     actbench activations show ${name} --plugin ./${plugin}`);
    terminal.print(`train it   plugins: [./${plugin}] in a sweep file, or run … --plugin ./${plugin}`);
    return EXIT.ok;
  },
});
