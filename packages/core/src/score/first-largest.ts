/**
 * The place of the largest number, the first of equal ones; −1 where one is not a number: as the loss kernels
 * count right answers.
 */
export function firstLargest(numbers: Float32Array): number {
  let place = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    if (Number.isNaN(value)) return -1;
    if (value > (numbers[place] as number)) place = i;
  }
  return place;
}
