import { buildDataset } from "../build-dataset.js";
import type { DatasetEntry, Download } from "../dataset-entry.js";
import { checkPins } from "./check-pins.js";
import { readPictureFolder } from "./picture-folder.js";
import { pictureParts } from "./picture-parts.js";

const FOLDER = "/usr/share/datasets/fashion-mnist";

const download: Download = {
  from: "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
  sha256: {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
  },
  folder: FOLDER,
  install: "apt-get install dataset-fashion-mnist",
};

/**
 * Fashion-MNIST: 70,000 pictures of clothes, from Debian's package `dataset-fashion-mnist`, or fetched, or
 * imported.
 */
export const fashionMnist: DatasetEntry = {
  name: "fashion-mnist",
  description: "Pieces of clothing, 28 × 28 gray pixels; classify ten kinds.",
  source: "H. Xiao, K. Rasul, R. Vollgraf 2017, arXiv:1708.07747; Zalando SE",
  license: "MIT",
  image: [28, 28],
  classNames: [
    "T-shirt/top",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
  ],
  download,
  load: async () => {
    const files = await readPictureFolder(FOLDER);
    checkPins(files, download.sha256);
    return buildDataset(pictureParts("fashion-mnist", files).parts);
  },
};
