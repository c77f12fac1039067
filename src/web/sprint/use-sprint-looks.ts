import { useParams, useSearch } from '@tanstack/react-router';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { places, type At } from '../app/places.ts';
import type { View } from '../ui/frame/place.ts';

const LOOKS = { board: 'Board', plan: 'Plan' } as const;
export type SprintLook = keyof typeof LOOKS;

/** How a sprint is looked at: planned while it is; from its start on by its board, unless the address says otherwise. */
export function useSprintLooks(sprint: Sprint): { look: SprintLook; views: readonly View[] } {
  const at = useParams({ strict: false }) as At;
  const { view: wanted, sprint: named } = useSearch({ strict: false }) as { view?: string; sprint?: string };
  const usual: SprintLook = sprint.state === 'active' ? 'board' : 'plan';
  const look = wanted === 'board' || wanted === 'plan' ? wanted : usual;
  const href = (id: SprintLook) => {
    const search = new URLSearchParams({ ...(named === undefined ? {} : { sprint: named }), ...(id === usual ? {} : { view: id }) });
    return `${places.sprint(at)}${search.size > 0 ? `?${search}` : ''}`;
  };
  const views = (Object.keys(LOOKS) as SprintLook[]).map((id) => ({ id, label: LOOKS[id], href: href(id), isCurrent: id === look }));
  return { look, views };
}
