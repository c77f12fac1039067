import { expect, test } from 'vitest';
import { whileNothingChanges } from './in-slices.ts';

/** A view whose number grows by what `grows` says at each look, and a question that reads it before and after a long piece of work. */
function asked(grows: readonly number[]) {
  const state = { looks: 0, begun: 0, seq: 0, view: { value: 0 } };
  const look = <T>(looked: (view: { value: number }, seq: number, access: null) => T): Promise<T> => {
    state.seq += grows[state.looks++] ?? grows.at(-1)!;
    state.view.value = state.seq;
    return Promise.resolve(looked(state.view, state.seq, null));
  };
  function* begin(view: { value: number }): Generator<void, readonly number[]> {
    state.begun++;
    const seen: number[] = [];
    for (let piece = 0; piece < 4; piece++) {
      seen.push(view.value);
      for (const end = performance.now() + 10; performance.now() < end;);
      yield;
    }
    return seen;
  }
  return { state, answer: whileNothingChanges(look, begin) };
}

test('an answer that is worked out in slices is of one state: it begins anew when something changed between two', async () => {
  const { state, answer } = asked([1, 0, 1, 0, 0, 0, 0]);
  expect(await answer).toEqual([2, 2, 2, 2]);
  expect(state.begun).toBe(2);
  expect(state.looks).toBeGreaterThan(5);
});

test('who is changed under again and again is answered all the same', async () => {
  const { state, answer } = asked([1]);
  expect(await answer).toEqual([8, 8, 8, 8]);
  expect(state.begun).toBe(8);
});
