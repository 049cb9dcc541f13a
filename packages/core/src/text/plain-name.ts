/**
 * A name without case, underscores, dashes, dots and blanks: `LeakyReLU` and `leaky_relu` are spelled alike.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, "");
}
