#!/usr/bin/env node
// `npx cutline …`: the command line, built first when that is needed.
import { prepare } from './prepare.mjs';

prepare();
await import('../dist/server/cli.js');
