import { hash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits as text that fits into an address. `mark` says what it is where one is found lying about. */
export const newSecret = (mark: string): string => `${mark}_${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret. It is random, so that one round without salt is as good as many. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');
