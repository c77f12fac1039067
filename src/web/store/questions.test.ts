import { expect, test } from 'vitest';
import { planned } from '../../../test/builders/planned.ts';
import { APP } from '../../../test/builders/cast.ts';
import { releaseHistory } from '../../domain/release/release-history.ts';
import { updateRelease } from '../../domain/release/update-release.ts';
import { readingQuestion } from './questions.ts';

const news = (...fields: string[]) => ({ records: new Set<string>(), fields: new Set(fields) });

test('a history is asked for again when its facts have changed, and when what it begins with has, which no fact tells', async () => {
  const world = planned({ a: 3 });
  const release = world.release('2.4', '2026-03-27', { startOn: '2026-03-02', product: APP });
  const addresses: string[] = [];
  const server = { ask: (address: string) => Promise.resolve(void addresses.push(address)) };
  const store = {
    outside: { server },
    replica: {
      get confirmed() {
        return world.workspace;
      },
    },
  };
  const question = readingQuestion(store as never, releaseHistory, { release });
  await question.ask(undefined);
  expect(addresses).toHaveLength(1);
  expect(question.changesWith(news('item.title'))).toBe(false);
  expect(question.changesWith(news('item.state'))).toBe(true);
  world.run(updateRelease, { release, startOn: '2026-03-09' });
  expect(question.changesWith(news())).toBe(true);
  await question.ask(undefined);
  expect(question.changesWith(news())).toBe(false);
});
