/** What begins with these bytes, and what to do with it. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["PK\x03\x04", "a zip archive, such as an Excel .xlsx file; save the sheet as CSV"],
  ["\xd0\xcf\x11\xe0", "an old Office document (.xls); save the sheet as CSV"],
  ["PAR1", 'a Parquet file; in Python: pandas.read_parquet("…").to_csv("….csv", index=False)'],
  ["\x89HDF", "an HDF5 file; save its arrays with numpy.savez, and give them as npz"],
  ["\x93NUMPY", "a NumPy array; give it as npy, together with the array of classes"],
  ["%PDF", "a PDF"],
  ["SQLite format 3", "an SQLite database; export the table as CSV"],
  ["BZh", "compressed by bzip2; decompress it, or use gzip"],
  ["\xfd7zXZ", "compressed by xz; decompress it, or use gzip"],
  ["\x28\xb5\x2f\xfd", "compressed by zstd; decompress it, or use gzip"],
];

const TEXT: readonly (readonly [RegExp, string])[] = [
  [
    /^(\s|%.*)*@relation\b/i,
    "an ARFF file; remove all lines up to @data and all lines that begin with %, and write header: false",
  ],
  [/^\s*[[{]/, "JSON; write its rows as CSV"],
  [/^\s*<(!doctype|html|\?xml)/i, "a web page or XML; save the table as CSV"],
  [/^\S+([ \t]+\d+:\S+)+[ \t]*(\r?\n|$)/, "a LIBSVM file; write its rows as CSV, one cell per input"],
];

const SHOWN_BYTES = 4096;

/**
 * The format that a file is in where that is plainly not a table of cells, and the way out; else undefined.
 */
export function otherFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, SHOWN_BYTES)).toString("latin1");
  const magic = MAGIC.find(([begin]) => head.startsWith(begin));
  return (magic ?? TEXT.find(([pattern]) => pattern.test(head)))?.[1];
}
