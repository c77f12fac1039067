import { useParams } from '@tanstack/react-router';
import type { Item } from '../../../domain/backlog/item.ts';
import { retroActionsOfItem } from '../../../domain/sprint/retro-action.ts';
import { places, type At } from '../../app/places.ts';
import { AppLink } from '../../app/AppLink.tsx';
import { useLook } from '../../store/hooks.ts';
import { Fact } from './Fact.tsx';

/** The retrospective that an item comes from, if it comes from one: a press goes to that sprint. */
export function RetroFact({ item }: { item: Item }) {
  const at = useParams({ strict: false }) as At;
  const sprint = useLook(
    (view) => {
      const [action] = view.list(retroActionsOfItem, item.id);
      const found = action && view.find('sprint', action.sprint);
      return found && { id: found.id, name: found.name, product: view.get('product', item.product).key };
    },
    [item.id, item.product],
  );
  if (!sprint) return null;
  return (
    <Fact label="Comes from">
      <AppLink href={`${places.sprint({ ...at, product: sprint.product })}?sprint=${sprint.id}`} className="rounded-small underline-offset-2 hover:underline">
        the retrospective of {sprint.name}
      </AppLink>
    </Fact>
  );
}
