import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventReader, HEARTBEAT } from './event-stream.ts';
import { readMessage, writeMessage, type Message } from './message.ts';

const MESSAGES: readonly Message[] = [
  { type: 'hello', model: 1, user: 'u', member: 'm', workspace: 'w', access: 'whole' },
  { type: 'mine', seq: 8, mutation: 'x', claims: [] },
  {
    type: 'entry',
    entry: {
      seq: 8,
      at: '2026-03-02T09:00:00.000Z',
      actor: 'm',
      verb: 'updateItem',
      act: null,
      reason: 'line\nbreaks\r\nand\n\nempty lines \u2028',
      model: 1,
      changes: [{ op: 'update', in: 'item', id: 'i', from: { title: 'a' }, to: { title: 'data: b' } }],
    },
  },
  { type: 'reached', seq: 9 },
  { type: 'snapshot' },
  { type: 'gone' },
];

test('what is written is read, however the stream is cut', () => {
  const text = MESSAGES.map((message) => writeMessage(message) + HEARTBEAT).join('');
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 20 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      const reader = new EventReader();
      const events = places.flatMap((place, at) => reader.read(text.slice(place, places[at + 1] ?? place)));
      expect(events.map(readMessage)).toEqual(MESSAGES);
    }),
  );
});

test('an entry and how far the stream has come are what a reader resumes after', () => {
  expect(MESSAGES.map((message) => /^id: (\d+)\n/.exec(writeMessage(message))?.[1] ?? null)).toEqual([null, null, '8', '9', null, null]);
});

test('a message that this version does not know is passed over', () => {
  expect(readMessage({ event: 'presence', data: '{}' })).toBeUndefined();
});
