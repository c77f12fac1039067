/** What is wrong at one place of an input. */
export interface Fault {
  /** Where, e.g. `items.0.title`; empty for the input as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A status with the stable code, title and whatever else the answer says. */
interface Says {
  readonly status: number;
  /** A stable code in kebab-case. */
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  /** The rules that said no, with their facts. */
  readonly refusals?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown for everything that is answered with an error; it becomes `application/problem+json` (RFC 9457) at the edge. */
export class Problem extends Error {
  readonly says: Says;
  constructor(says: Says) {
    super(says.detail ?? says.title);
    this.says = says;
  }
}

/** The body of the answer. */
export function problemBody({ status, type, title, detail, errors, refusals }: Says): Record<string, unknown> {
  return { type, title, status, ...(detail ? { detail } : {}), ...(errors ? { errors } : {}), ...(refusals ? { refusals } : {}) };
}

export const malformed = (detail: string): Problem => new Problem({ status: 400, type: 'malformed', title: 'The request can not be read.', detail });

export const notSignedIn = (detail?: string): Problem =>
  new Problem({ status: 401, type: 'not-signed-in', title: 'Sign in first.', ...(detail ? { detail } : {}), headers: { 'www-authenticate': 'Bearer' } });

export const forbidden = (detail: string): Problem => new Problem({ status: 403, type: 'not-allowed', title: 'That is not allowed.', detail });

/** Also for what the caller may not know of: the two can't be told apart. */
export const notFound = (): Problem => new Problem({ status: 404, type: 'not-there', title: 'There is nothing here.' });

export const conflict = (type: string, title: string): Problem => new Problem({ status: 409, type, title });

export const invalid = (errors: readonly Fault[]): Problem =>
  new Problem({
    status: 422,
    type: 'invalid',
    title: 'Some values can not be taken.',
    detail: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    errors,
  });

export const tooOften = (seconds: number): Problem =>
  new Problem({ status: 429, type: 'too-often', title: 'Too many tries.', detail: `Try again in ${seconds} s.`, headers: { 'retry-after': String(seconds) } });
