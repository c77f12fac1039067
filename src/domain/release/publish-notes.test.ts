import { expect, test } from 'vitest';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { publishNotes, withdrawNotes } from './publish-notes.ts';
import { writeReleaseNotes } from './write-notes.ts';

test('notes are published once there are some, by who plans the release, and taken away; both can be taken back', () => {
  const world = planned({});
  const release = world.release('2.4', IN_2_WEEKS);
  const publishedAt = () => world.workspace.get('release', release).publishedAt;
  expect(world.refusal(() => world.run(publishNotes, { release }))).toEqual([{ code: 'no-notes', release }]);
  world.run(writeReleaseNotes, { release, base: null, text: '# 2.4' });
  expect(world.refusal(() => world.run(publishNotes, { release }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
  world.run(publishNotes, { release }, 'pia');
  const first = world.now;
  expect(publishedAt()).toBe(first);
  world.later(1).run(withdrawNotes, { release }, 'pia');
  expect(publishedAt()).toBeNull();
  world.undo();
  expect(publishedAt()).toBe(first);
});
