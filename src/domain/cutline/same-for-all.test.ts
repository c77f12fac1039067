import { expect, test } from 'vitest';
import { CAST } from '../../../test/builders/cast.ts';
import { dump, dumpIndexes } from '../../../test/builders/dump.ts';
import { IN_4_WEEKS, planned } from '../../../test/builders/planned.ts';
import type { WorldCall } from '../../../test/builders/world.ts';
import { beforeOf, project } from '../kernel/project.ts';
import { model } from '../model.ts';
import { addHolidays } from '../team/holidays.ts';
import { addToTeam, removeFromTeam, updateMembership } from '../team/memberships.ts';
import { addTimeOff, removeTimeOff } from '../team/time-off.ts';

test('a line falls where it falls for all, also for those who may not see who is away, and they learn no more than how much of the team is', () => {
  const world = planned({ a: 3, b: 4, c: 5 }).delivered(null, [4, 6, 5, 7, 3, 6, 5, 8]);
  world.release('2.4', IN_4_WEEKS);
  const team = world.lines().firstTeam!;
  const other = world.team('Zeta', 5);
  const room = () => new Set((['ada', 'tom', 'sam', 'gus'] as const).map((who) => JSON.stringify(world.lines(world.view(who)))));
  const views = (['sam', 'gus'] as const).map((who) => ({ who, view: world.view(who) }));
  const does = (verb: unknown, input: unknown): string[] => {
    const { entry, made } = world.batch([{ verb: verb as WorldCall['verb'], input }]);
    for (const { who, view } of views) {
      const before = beforeOf(world.workspace, world.befores.get(entry!.seq)!);
      view.apply(project(model, world.access(who)!, { before, after: world.workspace, changes: entry!.changes }), { seq: entry!.seq, at: entry!.at });
      expect([dump(view), dumpIndexes(view)]).toEqual([dump(world.view(who)), dumpIndexes(world.view(who))]);
    }
    expect(room().size).toBe(1);
    return [...made];
  };
  const capacity = () => world.line('2.4').teams[0]!.capacity;
  const whole = capacity();
  does(addHolidays, { team, holidays: [{ name: 'Easter', from: '2026-03-09', to: '2026-03-13' }] });
  expect(capacity()).toBeLessThan(whole);
  const [tom, nia] = [CAST.tom.id, CAST.nia.id].flatMap((member) => does(addToTeam, { team, member, share: 100, hoursPerDay: 6 }));
  const without = capacity();
  const [off] = does(addTimeOff, { member: CAST.nia.id, from: '2026-03-16', to: '2026-03-27' });
  expect(capacity()).toBeLessThan(without);
  does(addTimeOff, { member: CAST.tom.id, from: '2026-03-20', to: '9999-12-31' });
  for (const { view } of views) {
    expect(view.get('away', team).gaps).toEqual([
      { from: '2026-03-16', to: '2026-03-19', gone: 0.5 },
      { from: '2026-03-20', to: '2026-03-27', gone: 1 },
      { from: '2026-03-28', to: '9000-01-01', gone: 0.5 },
    ]);
    expect([...view.all('timeOff')]).toEqual([]);
  }
  does(addToTeam, { team: other, member: CAST.nia.id, share: 100 }); // she is half in each of them
  expect(views[0]!.view.get('away', team).gaps[0]!.gone).toBeCloseTo(1 / 3);
  does(updateMembership, { membership: tom, share: 50 });
  does(removeTimeOff, { timeOff: off });
  does(removeFromTeam, { membership: nia });
});
