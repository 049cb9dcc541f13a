import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { temporaryFolder } from "./actbench.js";
import { onlyRun, writeSweep } from "./tiny-study.js";

/**
 * Two learning rates of which one learns nothing; relu twice, as itself and as a formula, and nearly. No page
 * of it draws regions.
 */
const STUDY = `version: 1
name: planted
dataset: { name: two_moons, train: 256, validation: 128, normalize: standardize }
model: { hidden: [64, 64] }
train: { epochs: 4, batch_size: 16 }
activations: { twin: { formula: "max(x, 0)" }, near: { formula: "max(x, 0.05 * x)" } }
parameters:
  activation: [relu, twin, near]
  train.lr: [0.3, 0.00001]
seeds: 5
`;

const TRUE = `  - { id: it-learns, compare: { train.lr: [0.3, 0.00001] }, metric: validation_loss, expect: better }
`;
const FALSE = `  - { id: it-stalls, compare: { lr: [0.3, 0.00001] }, metric: val_loss, expect: worse }
`;
const UNDECIDABLE = `  - { id: near-wins, compare: { activation: [near, relu] }, metric: validation_accuracy, expect: better, margin: 0.1pp }
`;
const IDENTICAL = `  - { id: twin-ties, compare: { activation: [twin, relu] }, metric: validation_accuracy, expect: equivalent }
`;

interface CheckJson {
  readonly claims_sha256: string;
  readonly claims: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly declared: { readonly when: string };
  }[];
}

describe("claims", () => {
  it("that are planted true, false and undecidable pass, fail and stay undecided; later edits are post hoc", async () => {
    const cwd = temporaryFolder();
    const run = (claims: string) =>
      runHere(["run", writeSweep(cwd, `${STUDY}claims:\n${claims}`), "--quiet"], cwd);
    const check = (...flags: string[]) => runHere(["check", "planted", ...flags], cwd);

    expect((await run(TRUE + UNDECIDABLE + IDENTICAL)).code).toBe(0);
    const before = await check();
    expect(before.code).toBe(0);
    expect(before.stdout).toMatch(
      /^pass {7}it-learns: validation loss of lr 0\.3 better than that of lr 0\.00001/m,
    );
    expect(before.stdout).toMatch(/^undecided {2}near-wins: /m);
    expect(before.stdout).toMatch(
      /^pass {7}twin-ties: .*\n.*\(identical: the same weights, bit for bit, at every seed\)$/m,
    );
    expect(before.stdout).toContain("declared before its trials");
    expect(before.stdout).toContain("3 claims: 2 pass, 0 fail, 1 undecided");
    expect((await check("--fail-on", "undecided")).code).toBe(1);

    expect((await run(TRUE + FALSE + UNDECIDABLE)).code).toBe(0);
    const after = await check("--reporter", "json");
    expect(after.code).toBe(1);
    const { claims } = JSON.parse(after.stdout) as CheckJson;
    expect(claims.map(({ id, verdict, declared }) => [id, verdict, declared.when])).toEqual([
      ["it-learns", "pass", "before"],
      ["it-stalls", "fail", "post hoc"],
      ["near-wins", "undecided", "before"],
    ]);
    // A page knows what its folder knew.
    const page = join(onlyRun(cwd), "report.html");
    const fromPage = await runHere(["check", page, "--reporter", "json"], cwd);
    expect(JSON.parse(fromPage.stdout)).toMatchObject({
      claims: claims.map(({ declared }) => ({ declared })),
    });
    expect(readFileSync(page, "utf8")).toContain(
      "post hoc: 30 of its 30 trials ended before it was declared",
    );
  });

  it("are annotations and a job summary for GitHub, and test cases of JUnit XML", async () => {
    const cwd = temporaryFolder();
    const odd = STUDY.replace("name: planted", 'name: "a<b & 100%"');
    const config = writeSweep(cwd, `${odd}claims:\n${TRUE}${FALSE}${UNDECIDABLE}`);
    await runHere(["run", config, "--quiet"], cwd);
    const page = join(onlyRun(cwd), "report.html");
    const summary = join(cwd, "summary.md");
    vi.stubEnv("GITHUB_STEP_SUMMARY", summary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const github = await runHere(["check", page, "--reporter", "github"], cwd);
    expect(github.code).toBe(1);
    expect(github.stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^::notice title=pass%3A it-learns::validation loss of lr 0\.3 better than that of lr 0\.00001, at matched settings: −/,
      ),
      expect.stringMatching(/^::error title=fail%3A it-stalls::/),
      expect.stringMatching(/^::warning title=undecided%3A near-wins::/),
      "3 claims: 1 pass, 1 fail, 1 undecided",
    ]);
    expect(github.stdout).not.toMatch(/%(?!25|3A|2C|0A|0D)/);
    expect(readFileSync(summary, "utf8")).toMatch(/^\| claim [\s\S]*\n\| near-wins \|/);
    const strict = await runHere(["check", page, "--reporter", "github", "--fail-on", "undecided"], cwd);
    expect(strict.stdout).toContain("::error title=undecided%3A near-wins::");

    const junit = async (...flags: string[]) =>
      (await runHere(["check", page, "--reporter", "junit", ...flags], cwd)).stdout;
    const lenient = await junit();
    expect(lenient).toContain(
      '<testsuite name="a&lt;b &amp; 100%" tests="3" failures="1" errors="0" skipped="1">',
    );
    expect(lenient.match(/<(failure|skipped) message="\w+/g)).toEqual([
      '<failure message="fail',
      '<skipped message="undecided',
    ]);
    expect((await junit("--fail-on", "undecided")).match(/<(failure|skipped) message="\w+/g)).toEqual([
      '<failure message="fail',
      '<failure message="undecided',
    ]);
    // No text of a claim or a file ends an attribute: between the tags' own quotes none is left.
    for (const line of lenient.trimEnd().split("\n"))
      expect(line).toMatch(/^(\s*<[^<>]*>([^<>"]*<\/[\w-]+>)?)$/);
  });

  it("are tested more strictly after seeds were added, and the line says so", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, `${STUDY}baseline: { activation: relu }\nclaims:\n${TRUE}`);
    await runHere(["run", config, "--seeds", "3", "--quiet"], cwd);
    const looks = () =>
      readFileSync(join(onlyRun(cwd), "looks.jsonl"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as object);
    expect(looks()).toMatchObject([{ command: "run", n: 3 }]);
    await runHere(["check", "planted"], cwd);
    await runHere(["report", "planted"], cwd);
    expect(looks()).toHaveLength(1);
    await runHere(["run", config, "--quiet"], cwd);
    expect(looks()).toMatchObject([{ n: 3 }, { command: "run", n: 5 }]);
    const { stdout } = await runHere(["check", "planted"], cwd);
    expect(stdout).toContain(
      "interim analysis 2: seeds were added after verdicts were shown at n = 3, so α is 0.0125",
    );
    expect(readFileSync(join(onlyRun(cwd), "report.html"), "utf8")).toContain(
      "This is interim analysis 2: seeds were added after verdicts were shown at n = 3, so α is 0.0125; only one analysis was declared, so the overall false-positive rate is up to 0.0625.",
    );
  });

  it("of a study that declares its looks share α among them, and the number counts as it stood at the first", async () => {
    const cwd = temporaryFolder();
    const run = async (looks: number, seeds: string) => {
      const config = writeSweep(cwd, `${STUDY}stats: { looks: ${looks} }\nclaims:\n${TRUE}`);
      const few = ["train.epochs=1", "--seeds", seeds];
      expect((await runHere(["plan", config, ...few], cwd)).stdout).toMatch(
        /^1 claim \(α 0\.0188 at interim analysis \d of 2\)/m,
      );
      expect((await runHere(["run", config, ...few, "--quiet"], cwd)).code).toBe(0);
      const { stdout } = await runHere(["check", "planted", "--reporter", "json"], cwd);
      return JSON.parse(stdout) as object;
    };
    const share = { alpha: expect.closeTo(0.01875, 12), looks: 2 };
    expect(await run(2, "3")).toMatchObject({
      ...share,
      look: 1,
      level: "interim analysis 1 of 2 declared, so α is 0.0188",
    });
    expect(await run(1, "4")).toMatchObject({
      ...share,
      look: 2,
      level:
        "interim analysis 2 of 2 declared: seeds were added after verdicts were shown at n = 3, so α is 0.0188; stats.looks was changed after the first interim analysis, and the change is ignored",
    });
    const folder = onlyRun(cwd);
    expect((await runHere(["compare", folder, folder], cwd)).stdout).toContain(
      "at A: interim analysis 2 of 2 declared: ",
    );
  });

  it("that cannot be are refused with their place, and a run without any has nothing to check", async () => {
    const cwd = temporaryFolder();
    const wrong = `claims:
  - { id: a, compare: { activation: [gelu, relu] }, metric: validation_accuracy, expect: better }
  - { id: b, where: { activation: relu }, metric: dead_rate, expect: lower }
`;
    const refused = await runHere(["validate", writeSweep(cwd, STUDY + wrong)], cwd);
    expect(refused.code).toBe(2);
    expect(refused.stdout + refused.stderr).toContain('"gelu": not on the axis activation');
    expect(refused.stdout + refused.stderr).toContain("a claim with where needs a bound");
    await runHere(["run", writeSweep(cwd, STUDY), "--seeds", "1", "--quiet"], cwd);
    const none = await runHere(["check", "planted"], cwd);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("planted has no claims")]);
  });
});
