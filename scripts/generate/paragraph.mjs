const WIDTH = 120;

/** Prose as lines of a Markdown page, which `pnpm check` wants at this width. */
export function paragraph(...sentences) {
  const lines = [""];
  for (const word of sentences.join(" ").split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== "" && line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
