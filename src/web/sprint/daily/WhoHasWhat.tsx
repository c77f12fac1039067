import { groupOf } from '../../../domain/backlog/open.ts';
import { cardsOf } from '../../../domain/sprint/cards.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { useLook } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { ItemLine } from './ItemLine.tsx';
import { TheRest } from './TheRest.tsx';

interface WhoHasWhatProps {
  readonly sprint: Sprint;
  /** So many cards of each at most; the rest is counted. */
  readonly most?: number;
  readonly onOpen: (item: string) => void;
}

/** What is in progress or in review, by who has it. */
export function WhoHasWhat({ sprint, most = Number.POSITIVE_INFINITY, onOpen }: WhoHasWhatProps) {
  const people = useLook(
    (view) => {
      const name = nameIn(view);
      const begun = cardsOf(view, sprint.id).filter((card) => ['in-progress', 'in-review'].includes(groupOf(view, card)));
      const owners = [...new Set(begun.map(({ assignee }) => assignee))].sort((a, b) =>
        a === null ? 1 : b === null ? -1 : name('member', a) < name('member', b) ? -1 : 1,
      );
      return owners.map((owner) => ({
        id: owner ?? '',
        name: owner === null ? 'Nobody' : name('member', owner),
        cards: begun.filter(({ assignee }) => assignee === owner).map(({ id, state }) => ({ id, state: name('state', state) })),
      }));
    },
    [sprint.id],
  );
  return (
    <section aria-labelledby="daily-who">
      <h2 id="daily-who" className="pb-2 font-semibold">
        Who has what
      </h2>
      {people.length === 0 && <p className="text-ink-3">Nothing is begun.</p>}
      {people.map((person) => (
        <div key={person.id} className="pb-2">
          <h3 className="flex items-center gap-2 py-1 text-s font-medium text-ink-2">
            {person.id !== '' && <Avatar name={person.name} isDecorative />}
            {person.name}
          </h3>
          <ul>
            {person.cards.slice(0, most).map((card) => (
              <ItemLine key={card.id} item={card.id} says={card.state} onOpen={onOpen} />
            ))}
          </ul>
          <TheRest count={person.cards.length - most} />
        </div>
      ))}
    </section>
  );
}
