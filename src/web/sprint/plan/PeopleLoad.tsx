import type { View } from '../../../domain/collections.ts';
import { personLoads, type PersonLoad } from '../../../domain/planning/person-load.ts';
import type { PersonHours, SprintHours } from '../../../domain/planning/sprint-hours.ts';
import type { Unit } from '../../../domain/product/product.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useLook, useRecord } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { tenth } from '../../ui/tenth.ts';
import { LoadMeter } from './LoadMeter.tsx';

interface PeopleLoadProps {
  readonly sprint: Sprint;
  readonly unit: Unit;
  readonly hours: SprintHours;
  readonly after: View | null;
}

/** Who has how much of a sprint, against their part of what the team can do. */
export function PeopleLoad({ sprint, unit, hours, after }: PeopleLoadProps) {
  const people = useLook((view) => personLoads(after ?? view, sprint), [sprint, after]);
  const hoursOf = new Map(hours.people.map((person) => [person.member, person]));
  const others = hours.people.filter(({ member }) => !people.some((person) => person.member === member)); // who has a task of somebody else's card
  const all = [...people, ...others.map(({ member }) => ({ member, load: 0, cards: 0, capacity: null, daysOff: 0 }))];
  const shown = all.filter(({ member, cards }) => member !== null || cards > 0 || (hoursOf.get(null)?.load ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Load by person" className="flex flex-wrap gap-x-5 gap-y-1 text-s">
      {shown.map((person) => (
        <PersonLine key={person.member ?? 'nobody'} person={person} unit={unit} hours={hours.load > 0 ? hoursOf.get(person.member) : undefined} />
      ))}
    </ul>
  );
}

interface PersonLineProps {
  readonly person: PersonLoad;
  readonly unit: Unit;
  /** Left out while nobody has said any hours. */
  readonly hours: PersonHours | undefined;
}

function PersonLine({ person, unit, hours }: PersonLineProps) {
  const { member, load, capacity, cards, daysOff } = person;
  const name = useRecord('member', member)?.name ?? 'Nobody yet';
  const says = of(load, capacity);
  const inHours = hours ? `${of(hours.load, hours.capacity)} h` : '';
  const items = `${cards} ${cards === 1 ? 'item' : 'items'}`;
  const away = daysOff === 0 ? '' : `, ${daysOff} ${daysOff === 1 ? 'day' : 'days'} off`;
  const isOver = capacity !== null && load > capacity;
  const isOverInHours = hours !== undefined && hours.capacity !== null && hours.load > hours.capacity;
  return (
    <li className="flex min-w-0 items-center gap-1.5 whitespace-nowrap" title={`${name}: ${says} ${unit}, ${items}${away}${inHours && `, ${inHours}`}`}>
      {member !== null && <Avatar name={name} isDecorative />}
      <span dir="auto" className={cx('max-w-24 truncate', member === null && 'text-ink-3')}>
        {member === null ? name : name.split(' ')[0]}
      </span>
      <span className={cx('num', isOver ? 'font-semibold text-line-ink' : 'text-ink-2')}>
        {says}
        <span className="sr-only">
          {' '}
          {unit}, {items}
          {away}
        </span>
      </span>
      {capacity !== null && <LoadMeter label={`Load of ${name}`} load={load} capacity={capacity} says={`${says} ${unit}`} className="w-10" />}
      {hours && <span className={cx('num', isOverInHours ? 'font-semibold text-line-ink' : 'text-ink-2')}>{inHours}</span>}
      {hours && hours.capacity !== null && <LoadMeter label={`Hours of ${name}`} load={hours.load} capacity={hours.capacity} says={inHours} className="w-10" />}
    </li>
  );
}

const of = (load: number, capacity: number | null): string => (capacity === null ? tenth(load) : `${tenth(load)} of ${tenth(capacity)}`);
