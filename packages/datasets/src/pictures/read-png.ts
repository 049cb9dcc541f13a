import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { pixelChunks } from "./pixel-chunks.js";
import type { Picture } from "./pixel-parts.js";

/** A row a pixel: more is no longer a coordinate network's picture. */
const MAX_PIXELS = 1_048_576;

/**
 * Reads a PNG file: gray or color of any bit depth, transparent pixels on white. A color picture whose
 * channels are equal everywhere is gray. Throws a `DatasetError`.
 */
export async function readPng({ file, bytes }: NamedBytes): Promise<Picture> {
  const refuse = (what: string, cause?: unknown): never => {
    throw new DatasetError("dataset_damaged", `${file}: ${what}`, { cause });
  };
  const [width, height] = sizeOf(bytes) ?? refuse("is not a PNG file; convert the image to PNG");
  if (width * height > MAX_PIXELS)
    refuse(`${width} × ${height} pixels; at most ${MAX_PIXELS} can be used as rows; make the image smaller`);
  if (width * height < 2) refuse("has one pixel; there is nothing to predict");
  const { convertIndexedToRgb, decode } = await import("fast-png");
  try {
    const decoded = decode(pixelChunks(bytes), { checkCrc: true });
    const { palette, depth } = decoded;
    const samples = palette === undefined ? decoded.data : convertIndexedToRgb(decoded);
    const channels = samples.length / (width * height);
    const most = palette === undefined && depth === 16 ? 65535 : palette === undefined ? 2 ** depth - 1 : 255;
    return asPicture({ width, height, channels, sample: (at) => (samples[at] ?? 0) / most });
  } catch (cause) {
    return refuse(
      `the PNG file cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    );
  }
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SIZE_AT = 16;

/** Width and height as a PNG's first chunk states them; undefined of any other file. */
function sizeOf(bytes: Uint8Array): readonly [width: number, height: number] | undefined {
  if (bytes.length < SIZE_AT + 8 || !SIGNATURE.every((byte, i) => bytes[i] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(SIZE_AT), view.getUint32(SIZE_AT + 4)];
}

interface Samples {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 2 gray and alpha, 3 colors, 4 colors and alpha. */
  readonly channels: number;
  /** From 0 to 1. */
  readonly sample: (at: number) => number;
}

function asPicture({ width, height, channels, sample }: Samples): Picture {
  const colors = channels > 2 ? 3 : 1;
  const hasAlpha = channels % 2 === 0;
  const values = new Float64Array(width * height * colors);
  let isGray = colors === 1;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = hasAlpha ? sample(pixel * channels + channels - 1) : 1;
    for (let color = 0; color < colors; color++)
      values[pixel * colors + color] = 1 - alpha + alpha * sample(pixel * channels + color);
  }
  if (colors === 3) {
    isGray = true;
    for (let at = 0; at < values.length && isGray; at += 3)
      isGray = values[at] === values[at + 1] && values[at] === values[at + 2];
  }
  if (!isGray) return { width, height, channels: 3, values };
  return { width, height, channels: 1, values: values.filter((_, at) => at % colors === 0) };
}
