import { expect, test } from 'vitest';
import { Asked, type Question } from './asked.ts';
import { Unreachable } from './server.ts';

/** A question whose answers come one after another; an error is thrown. */
function asking(...answers: readonly (string | Error)[]) {
  const left = [...answers];
  const reported: unknown[] = [];
  const asked = new Asked((error) => void reported.push(error));
  const question: Question<string> = {
    key: 'how it went',
    ask: async () => {
      const answer = left.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked once too often');
      return answer;
    },
    changesWith: ({ fields }) => fields.has('item.state'),
  };
  const look = async () => {
    asked.get(question);
    await new Promise((resolve) => setTimeout(resolve));
    return asked.get(question);
  };
  return { asked, look, reported };
}

const news = { records: new Set<string>(), fields: new Set(['item.state']) };

test('what could not be asked without a connection is no fault, and is asked once it is back', async () => {
  const { asked, look, reported } = asking(new Unreachable('no network'), 'it went well');
  expect((await look()).state).toBe('failed');
  expect((await look()).state).toBe('failed'); // it is not asked again and again meanwhile
  asked.retry();
  expect(await look()).toEqual({ state: 'ready', value: 'it went well' });
  expect(reported).toEqual([]);
});

test('an answer that went stale without a connection stands until it is back, and then is asked for again', async () => {
  const { asked, look, reported } = asking('as it was', new Unreachable('no network'), 'as it is');
  await look();
  asked.hear(news);
  expect(await look()).toEqual({ state: 'ready', value: 'as it was' });
  asked.retry();
  expect(await look()).toEqual({ state: 'ready', value: 'as it is' });
  expect(reported).toEqual([]);
});

test('an answer that is right is not asked for again when the connection is back', async () => {
  const { asked, look } = asking('as it is');
  await look();
  asked.retry();
  expect(await look()).toEqual({ state: 'ready', value: 'as it is' });
});

test('what is wrong with the program is reported', async () => {
  const fault = new Error('a bug');
  const { look, reported } = asking(fault);
  expect((await look()).state).toBe('failed');
  expect(reported).toEqual([fault]);
});
