/** What a page over several runs calls one of them: A, B, … */
export function runLetter(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : `#${place + 1}`;
}
