import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** How often per second this disk makes 4 KB durable, one after the other: the baseline of everything that waits for it. */
export function fsyncRate(folder: string, ms: number): number {
  const file = path.join(folder, 'fsync-rate');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < ms; count++) {
    writeSync(handle, block);
    fdatasyncSync(handle);
  }
  const rate = (count * 1000) / (performance.now() - start);
  closeSync(handle);
  rmSync(file);
  return rate;
}
