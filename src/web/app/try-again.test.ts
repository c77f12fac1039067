import { expect, test } from 'vitest';
import { ApiError } from './api.ts';
import { tryAgain } from './try-again.ts';

const answers = (status: number, retryAfter: string | null = null) =>
  new ApiError({ status, type: 'unknown', title: `The server answered ${status}.` }, retryAfter);

/** Asks a server that answers with these errors first, and notes how long was waited before each further try. */
async function asked(errors: readonly Error[]): Promise<{ outcome: unknown; pauses: number[] }> {
  const left = [...errors];
  const pauses: number[] = [];
  const ask = () => {
    const error = left.shift();
    return error ? Promise.reject(error) : Promise.resolve('an answer');
  };
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  const outcome = await tryAgain(ask, pause).catch((error: unknown) => error);
  return { outcome, pauses };
}

test('what a server that starts or stumbles can not answer is asked again by itself, after longer and longer pauses', async () => {
  const { outcome, pauses } = await asked([answers(503), answers(0), answers(502)]);
  expect(outcome).toBe('an answer');
  expect(pauses).toHaveLength(3);
  expect(pauses[2]).toBeGreaterThan(pauses[0]!);
});

test('a server that says when it may be asked again is asked then', async () => {
  expect(await asked([answers(503, '7')])).toEqual({ outcome: 'an answer', pauses: [7_000] });
});

test('what will not be answered otherwise is not asked again, and what lasts is an error at last', async () => {
  expect(await asked([answers(401)])).toMatchObject({ outcome: { status: 401 }, pauses: [] });
  const { outcome, pauses } = await asked(Array.from({ length: 20 }, () => answers(500)));
  expect(outcome).toMatchObject({ status: 500 });
  expect(pauses).toHaveLength(5);
});
