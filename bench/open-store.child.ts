// A process of its own that opens a store once and tells how long it took, so that nothing is warm but the disk.
import { openStore } from '../src/db/store.ts';

const [dataDir = '', workspace = ''] = process.argv.slice(2);
globalThis.gc?.();
const heapBefore = process.memoryUsage().heapUsed;
const start = performance.now();
const store = await openStore({ dataDir });
const opened = performance.now();
const host = await store.host(workspace);
const items = await host.read((view) => [...view.all('item')].length);
const ready = performance.now();
globalThis.gc?.();
console.log(JSON.stringify({ openMs: opened - start, readyMs: ready - start, items, heapMb: (process.memoryUsage().heapUsed - heapBefore) / 1e6 }));
await store.close();
