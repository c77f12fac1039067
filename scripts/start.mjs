// `npm start`: from a fresh clone to a running server, in this very process.
import { prepare } from './prepare.mjs';

prepare();
await import('../dist/server/main.js');
