import type { View } from '../../../domain/collections.ts';
import { personLoads, type PersonLoad } from '../../../domain/planning/person-load.ts';
import type { Unit } from '../../../domain/product/product.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useLook } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { LoadMeter } from './LoadMeter.tsx';

interface PeopleLoadProps {
  readonly sprint: Sprint;
  readonly unit: Unit;
  readonly after: View | null;
}

/** Who has how much of a sprint, against their part of what the team can do. */
export function PeopleLoad({ sprint, unit, after }: PeopleLoadProps) {
  const people = useLook(
    (view) =>
      personLoads(after ?? view, sprint).map((person) => ({
        ...person,
        name: person.member === null ? 'Nobody yet' : (view.find('member', person.member)?.name ?? ''),
      })),
    [sprint, after],
  );
  if (people.length === 1) return null; // nobody is in the team, and nobody has anything
  return (
    <ul aria-label="Load by person" className="flex flex-wrap gap-x-5 gap-y-1 text-s">
      {people
        .filter(({ member, cards }) => member !== null || cards > 0)
        .map((person) => (
          <PersonLine key={person.member ?? 'nobody'} person={person} unit={unit} />
        ))}
    </ul>
  );
}

const tenth = (amount: number): string => amount.toLocaleString('en-GB', { maximumFractionDigits: 1 });

function PersonLine({ person, unit }: { person: PersonLoad & { readonly name: string }; unit: Unit }) {
  const { name, member, load, capacity, cards, daysOff } = person;
  const says = capacity === null ? tenth(load) : `${tenth(load)} of ${tenth(capacity)}`;
  const items = `${cards} ${cards === 1 ? 'item' : 'items'}`;
  const away = daysOff === 0 ? '' : `, ${daysOff} ${daysOff === 1 ? 'day' : 'days'} off`;
  const isOver = capacity !== null && load > capacity;
  return (
    <li className="flex min-w-0 items-center gap-1.5 whitespace-nowrap" title={`${name}: ${says} ${unit}, ${items}${away}`}>
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
    </li>
  );
}
