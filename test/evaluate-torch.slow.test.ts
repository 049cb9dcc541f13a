import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { npyBytes } from "../packages/core/dist/portable/portable.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { ROOT, temporaryFolder } from "./actbench.js";

const PYTHON = "/usr/bin/python3";
const hasTorch = spawnSync(PYTHON, ["-c", "import numpy, torch"]).status === 0;

/**
 * What PyTorch says of the network that the page's lines trained, some of whose units are then switched off.
 */
const MEASURE = `
import json
with torch.no_grad():
    net[0].bias[:5] = -1000.0
    net[2].bias[7] = -1000.0
np.savez("mine.npz", **{name: value.numpy() for name, value in net.state_dict().items()})
with torch.no_grad():
    outputs = net(test_x)
    z1 = net[0](x)
    z2 = net[2](torch.relu(z1))
    print(json.dumps({
        "loss": nn.functional.cross_entropy(outputs.double(), test_y).item(),
        "accuracy": (outputs.argmax(1) == test_y).float().mean().item(),
        "dead": [int((z <= 0).all(0).sum()) for z in (z1, z2)],
    }))
`;

it.skipIf(!hasTorch)(
  "the ten lines of PyTorch in docs/models.md write what evaluate measures as PyTorch does",
  async () => {
    const cwd = temporaryFolder();
    const page = readFileSync(join(ROOT, "docs/models.md"), "utf8");
    const [, lines = ""] = /^```python\n(import numpy as np\nimport torch[\s\S]*?)^```$/m.exec(page) ?? [];
    expect(lines.split("\n").length).toBeLessThan(15);
    const { features, labels, stride, inputs, trainRows, testRows } = await loadDataset("mnist");
    const bytes = new Uint8Array(features);
    const save = (name: string, from: number, rows: number): void => {
      const values = new Float32Array(rows * inputs);
      for (let row = 0; row < rows; row++)
        for (let i = 0; i < inputs; i++)
          values[row * inputs + i] = (bytes[(from + row) * stride + i] ?? 0) / 255;
      writeFileSync(join(cwd, `${name}_x.npy`), npyBytes({ shape: [rows, inputs], values }));
      const classes = Float32Array.from(new Uint16Array(labels).subarray(from, from + rows));
      writeFileSync(join(cwd, `${name}_y.npy`), npyBytes({ shape: [rows], values: classes }));
    };
    save("train", 0, trainRows);
    save("test", trainRows, testRows);
    const read = (name: string): string =>
      `x, y = torch.tensor(np.load("${name}_x.npy")), torch.tensor(np.load("${name}_y.npy")).long()\n`;
    const code = `import numpy as np, torch\ntorch.manual_seed(0)\n${read("test")}test_x, test_y = x, y\n${read("train")}${lines}${MEASURE}`;
    writeFileSync(join(cwd, "mine.py"), code);
    const { status, stdout, stderr } = spawnSync(PYTHON, ["mine.py"], { cwd, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    const torch = JSON.parse(stdout) as {
      readonly loss: number;
      readonly accuracy: number;
      readonly dead: readonly number[];
    };

    const [, yaml = ""] = /^```yaml\n# mine\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const whole = `train: ${trainRows}, validation: 0, test: ${testRows}`;
    const config = yaml.replace("train: 2000, validation: 500, test: 1000", whole);
    expect(config).toContain(whole);
    writeFileSync(join(cwd, "mine.yaml"), config);
    const said = await runHere(["evaluate", "mine.npz", "--config", "mine.yaml", "--json"], cwd);
    expect(said.code, said.stderr).toBe(0);
    const [own] = JSON.parse(said.stdout);
    expect(torch.accuracy).toBeGreaterThan(0.9);
    expect(own.test.accuracy).toBeCloseTo(torch.accuracy, 6);
    expect(Math.abs(own.test.loss - torch.loss)).toBeLessThan(1e-5);
    const dead = own.units.map((layer: { readonly dead: number }) => layer.dead);
    expect(dead).toEqual(torch.dead);
    expect(dead[0]).toBeGreaterThanOrEqual(5);
  },
  300_000,
);
