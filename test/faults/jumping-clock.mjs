// Loaded with --import: the wall clock of the process jumps by hours, forwards and backwards, each time it is
// read.
const now = Date.now;
let reads = 0;
Date.now = () => {
  reads += 1;
  return now() + (((reads * 7919) % 48) - 24) * 3_600_000;
};
