import { createHmac } from 'node:crypto';

/**
 * What the names of this server's cookies begin with. Browsers keep cookies by host and not by port, so two servers beside each other on one host
 * would sign each other's people out if both used one name. Nodes that share a secret share their sessions, and so the name.
 */
export const cookiePrefix = (secret: string): string => `cutline-${createHmac('sha256', secret).update('cookie name').digest('hex').slice(0, 8)}`;
