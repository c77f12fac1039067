import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** Days on which a whole team does not work. */
export interface Holiday extends Entity {
  readonly team: string;
  readonly name: string;
  readonly from: Day;
  /** The last day, itself counted. */
  readonly to: Day;
}

/** Days on which somebody does not work. Why is nobody's business. */
export interface TimeOff extends Entity {
  readonly member: string;
  readonly from: Day;
  /** The last day, itself counted. */
  readonly to: Day;
}

export const holidaysOf: IndexOf<Holiday> = { name: 'holidaysOf', in: 'holiday', group: ({ team }) => team, order: ({ from }) => from };
export const timeOffOf: IndexOf<TimeOff> = { name: 'timeOffOf', in: 'timeOff', group: ({ member }) => member, order: ({ from }) => from };

export const holidays: Collection<Holiday> = {
  name: 'holiday',
  resource: 'holidays',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: holidaysOf },
    name: { kind: 'text', label: 'Name', max: 200 },
    from: { kind: 'day', label: 'From' },
    to: { kind: 'day', label: 'To' },
  },
};

export const timesOff: Collection<TimeOff> = {
  name: 'timeOff',
  resource: 'time-off',
  fields: {
    member: { kind: 'ref', label: 'Person', to: 'member', by: timeOffOf },
    from: { kind: 'day', label: 'From' },
    to: { kind: 'day', label: 'To' },
  },
};
