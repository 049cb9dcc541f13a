/**
 * Words of a command line as a POSIX shell reads them again: those with other signs than names and paths have
 * in quotes.
 */
export function shellLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}
