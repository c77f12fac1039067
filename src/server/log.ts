import { pino, type Logger, type DestinationStream } from 'pino';
import type { Config } from './config.ts';

/** Structured logs, a line of JSON each, to stderr. What could hold a secret is never written: no headers, no bodies, no addresses with a query. */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>, to: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: SECRETS, remove: true },
    },
    to,
  );
}

const NAMES = ['password', 'currentPassword', 'secret', 'token', 'authorization', 'cookie', 'link', 'databaseUrl'];
const SECRETS = NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
