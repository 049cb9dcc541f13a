/** A point's label with more than three equal layers written as their number: `hidden 6×64`. */
export function shortLabel(label) {
  return label.replace(/\b(\d+)((?:-\1){5,})\b/g, (_, width, more) => `${more.split("-").length}×${width}`);
}
