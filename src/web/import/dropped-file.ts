let dropped: File | null = null;

/** Keeps a file that was dropped on one page for the page that takes it in. */
export function handOver(file: File): void {
  dropped = file;
}

/** The file that was handed over; it is given once. */
export function takeDropped(): File | null {
  const file = dropped;
  dropped = null;
  return file;
}
