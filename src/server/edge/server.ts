import type { Host } from '../../db/host.ts';
import type { Store } from '../../db/store.ts';
import type { Config } from '../config.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Links } from '../identity/links.ts';
import type { Tokens } from '../identity/tokens.ts';
import type { Workspaces } from './standing.ts';

/** Fills the workspace Example, which was made a moment ago, with its story. */
export type SeedExample = (host: Host, admin: string) => Promise<void>;

/** What routes are made with. */
export interface Server {
  readonly config: Pick<Config, 'trustProxy' | 'url'>;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly links: Links;
  readonly workspaces: Workspaces;
  readonly seedExample: SeedExample;
  /** Where people reach the server. */
  readonly url: () => string;
}
