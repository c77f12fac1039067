import path from 'node:path';
import { z } from 'zod';

/** One setting from the environment, as it stands in docs/configuration.md. */
interface Setting {
  readonly default: string;
  readonly meaning: string;
}

/** Everything that can be set. The documentation's table is held against this list by a test. */
export const SETTINGS = {
  PORT: { default: '4680', meaning: 'port that the server listens on; 0 takes a free one' },
  HOST: { default: '127.0.0.1', meaning: 'address that the server listens on; `0.0.0.0` for every one' },
  CUTLINE_DATA_DIR: { default: './data', meaning: 'folder for the embedded database, files and the secret' },
  DATABASE_URL: { default: 'the embedded database', meaning: '`postgres://user:password@host:port/database` of a PostgreSQL, 15 or newer' },
  CUTLINE_URL: {
    default: '`http://127.0.0.1:4680`, with the port and address in use',
    meaning: 'where people reach the server, e.g. `https://cutline.example.org`; also where the command line finds it',
  },
  CUTLINE_SECRET: { default: 'made once and kept in the data folder', meaning: 'at least 32 characters that sign sessions; the same on every node' },
  TRUST_PROXY: {
    default: 'nobody',
    meaning: 'whose `X-Forwarded-For` is believed: addresses and networks with commas between, e.g. `10.0.0.0/8`, or `loopback`',
  },
  LOG_LEVEL: { default: 'info', meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`' },
  CUTLINE_TOKEN: { default: 'none', meaning: 'the token that the command line speaks with' },
} as const satisfies Record<string, Setting>;

/** The settings that a server runs with. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Where people reach the server, without a slash at its end; undefined: at the address that it listens on. */
  readonly url: string | undefined;
  readonly secret: string | undefined;
  /** Never a number of hops: then whoever asks directly could claim any address. */
  readonly trustProxy: false | readonly string[];
  readonly logLevel: z.infer<typeof level>;
  readonly token: string | undefined;
}

const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/** A setting whose value can't be used. Its message is the sentence to print. */
export class WrongSetting extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty variable counts as not set. Throws {@link WrongSetting} with one sentence that names the wrong one. */
export function readConfig(env: Environment = process.env): Config {
  const url = read(env, 'CUTLINE_URL', webAddress);
  return {
    port: read(env, 'PORT', port) ?? 4680,
    host: read(env, 'HOST', host) ?? '127.0.0.1',
    dataDir: path.resolve(given(env, 'CUTLINE_DATA_DIR') ?? './data'),
    databaseUrl: read(env, 'DATABASE_URL', database),
    url,
    secret: read(env, 'CUTLINE_SECRET', secret),
    trustProxy: read(env, 'TRUST_PROXY', proxies) ?? false,
    logLevel: read(env, 'LOG_LEVEL', level) ?? 'info',
    token: given(env, 'CUTLINE_TOKEN'),
  };
}

type Name = keyof typeof SETTINGS;

function given(env: Environment, name: Name): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function read<T>(env: Environment, name: Name, schema: z.ZodType<T>): T | undefined {
  const value = given(env, name);
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const shown = name === 'CUTLINE_SECRET' || name === 'DATABASE_URL' ? '' : ` is "${value}", which`;
  throw new WrongSetting(`${name}${shown} can't be used: ${SETTINGS[name].meaning.replaceAll('`', '')}.`);
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

const host = z.string().regex(/^[\w.:-]+$/);

const secret = z.string().min(32);

const database = z.string().refine((text) => /^postgres(ql)?:$/.test(parsedUrl(text)?.protocol ?? ''));

const webAddress = z
  .string()
  .refine((text) => /^https?:$/.test(parsedUrl(text)?.protocol ?? ''))
  .refine((text) => parsedUrl(text)?.pathname === '/')
  .transform((text) => new URL(text).origin);

const network = /^([\da-fA-F]*[.:][\da-fA-F.:]*(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/;
const proxies = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every((one) => network.test(one)));

const parsedUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
