/** The errors that routes answer with, each with an example. */
export const ERRORS: readonly {
  readonly status: number;
  readonly name: string;
  readonly when: string;
  readonly example: unknown;
  readonly headers?: unknown;
}[] = [
  {
    status: 400,
    name: 'Malformed',
    when: 'It can not be read: no JSON, say.',
    example: { type: 'malformed', title: 'The request can not be read.', status: 400, detail: 'The body is not JSON.' },
  },
  {
    status: 401,
    name: 'NotSignedIn',
    when: 'Nobody is signed in, or the token is unknown, expired or revoked.',
    example: { type: 'not-signed-in', title: 'Sign in first.', status: 401 },
  },
  {
    status: 403,
    name: 'NotAllowed',
    when: 'The role does not allow it.',
    example: { type: 'not-allowed', title: 'That is not allowed.', status: 403, refusals: [{ code: 'not-allowed', may: 'rank-items' }] },
  },
  {
    status: 404,
    name: 'NotThere',
    when: 'It does not exist, or the caller may not know of it.',
    example: { type: 'not-there', title: 'There is nothing here.', status: 404, refusals: [{ code: 'not-there', collection: 'item', id: 'APP-9' }] },
  },
  {
    status: 409,
    name: 'Refused',
    when: 'A rule says no: which one, with its facts.',
    example: {
      type: 'would-cycle',
      title: 'That would make a circle.',
      status: 409,
      refusals: [{ code: 'would-cycle', path: ['019a…01', '019a…02', '019a…01'] }],
    },
  },
  {
    status: 412,
    name: 'Stale',
    when: 'The record has changed since the version in `If-Match`.',
    example: { type: 'stale', title: 'The record has changed since.', status: 412, detail: 'It is at version 18.' },
  },
  { status: 413, name: 'TooLarge', when: 'The body is too large.', example: { type: 'too-large', title: 'The body is too large.', status: 413 } },
  {
    status: 415,
    name: 'WrongType',
    when: 'The body is not of a content type that is taken here.',
    example: { type: 'wrong-type', title: 'That content type is not taken here.', status: 415 },
  },
  {
    status: 422,
    name: 'Invalid',
    when: 'Values can not be taken: all that are wrong, each with its path.',
    example: { type: 'invalid', title: 'Some values can not be taken.', status: 422, errors: [{ path: 'items.0.title', message: 'must not be empty' }] },
  },
  {
    status: 429,
    name: 'TooOften',
    when: 'Too many tries.',
    example: { type: 'too-often', title: 'Too many tries.', status: 429, detail: 'Try again in 40 s.' },
    headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds until the next try.' } },
  },
];
