/** A whole number as prose and tables have it, its thousands separated by commas: `10,000`. */
export function wholeNumber(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
