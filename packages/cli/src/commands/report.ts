import { join, resolve } from "node:path";
import { RUN_FILES } from "@actbench/sweep";
import { defineCommand, type Invocation } from "../command/command.js";
import { countFlag, listFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { openBrowser } from "../live/open-browser.js";
import { untilSignal } from "../live/until-signal.js";
import { makePage, PageInterrupted } from "../page/make-page.js";
import { pageHost } from "../page/page-host.js";
import { findRun, isPage } from "../runs/find-run.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

const positionals = {
  runs: positional("some", "runs: folders, report pages, or starts of names under --out"),
};

const flags = {
  output: textFlag("output file; default: the run's report.html", "FILE", "o"),
  out: outFlag,
  watch: toggle(
    "serve a live report of a run in progress, to this machine only, until Ctrl-C; writes nothing",
  ),
  verify: toggle("render each report again from its own data and compare every byte; writes nothing"),
  retrain: countFlag("with --verify: retrain N random trials and compare their digests", 1),
  plugin: listFlag("with --retrain: plugins of activations that are code, not formulas", "FILE|PACKAGE"),
};

type Asked = Invocation<typeof positionals, typeof flags>;

/** `actbench report RUN … [-o FILE]` */
export const report = defineCommand({
  positionals,
  flags,
  examples: [
    ["report quickstart", "results/quickstart-…/report.html, from the run's journal"],
    ["report results/a-1a2b3c4d results/b-5e6f7a8b -o both.html", "one page over two runs"],
    ["report quickstart --watch", "its page in the browser, updated as trials end"],
    ["report --verify page.html --retrain 3", "verify a report, and retrain 3 of its trials"],
  ],
  run: (asked) => {
    const { verify, retrain, output, watch } = asked.flags;
    if (verify && output !== undefined)
      throw new UsageError("--verify writes no page, and -o names one", "leave one of them out");
    if (watch && (verify || output !== undefined))
      throw new UsageError("--watch writes no page and goes with no other flag", "leave the others out");
    if (!verify && retrain !== undefined)
      throw new UsageError("--retrain goes with --verify", "actbench report --verify FILE --retrain N");
    if (watch) return watchRun(asked);
    return verify ? verifyPages(asked) : writePage(asked);
  },
});

async function writePage({ args, flags, terminal, cwd }: Asked): Promise<ExitCode> {
  const place = { cwd, out: outFolder(cwd, flags.out) };
  const [first, ...others] = args.runs.map((name) => findRun(name, place));
  const own = first === undefined || others.length > 0 || isPage(first) ? undefined : first;
  const named = flags.output ?? (own === undefined ? undefined : join(own, RUN_FILES.report));
  if (named === undefined) throw new UsageError("where should the page go?", "name it: -o FILE");
  const file = resolve(cwd, named);
  try {
    const job = { kind: "asked", names: args.runs, place, command: "report" } as const;
    const { page, code } = await makePage(job, pageHost(terminal));
    replaceFile(file, page);
    terminal.print(shownPath(file, cwd));
    return code;
  } catch (error) {
    if (error instanceof PageInterrupted) return EXIT.interrupted;
    throw error;
  }
}

/** Serves the page of a run until a signal. */
async function watchRun({ args, flags, terminal, cwd }: Asked): Promise<ExitCode> {
  const [name, ...others] = args.runs;
  if (name === undefined || others.length > 0)
    throw new UsageError("--watch shows one run", "actbench report RUN --watch");
  const folder = findRun(name, { cwd, out: outFolder(cwd, flags.out) });
  if (isPage(folder))
    throw new UsageError(`${shownPath(folder, cwd)} is a page, which does not grow`, "name a run's folder");
  const { serveRun } = await import("../live/serve-run.js");
  const server = await serveRun(folder, { command: "report --watch", note: terminal.note });
  // Whoever has read the address may end it.
  const ended = untilSignal();
  terminal.print(server.address);
  openBrowser(server.address, terminal.note);
  await ended;
  await server.close("no longer watched");
  return EXIT.ok;
}

async function verifyPages({ args, flags, terminal, cwd, version }: Asked): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const { verifyPage } = await import("../verify/verify-page.js");
  const { codeModules } = await import("../plugins/load-plugins.js");
  const plugins = await codeModules(flags.plugin, cwd);
  for (const name of args.runs) {
    const { same, text, runs } = verifyPage(name, { cwd, out: outFolder(cwd, flags.out) }, version);
    terminal.print(text);
    let retrained: ExitCode = EXIT.ok;
    if (flags.retrain !== undefined) {
      const { retrainTrials } = await import("../verify/retrain-trials.js");
      retrained = await retrainTrials(runs, { count: flags.retrain, plugins }, terminal);
    }
    if (code === EXIT.ok) code = same ? retrained : EXIT.verdict;
  }
  return code;
}
