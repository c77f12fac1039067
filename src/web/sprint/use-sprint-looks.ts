import { useParams, useSearch } from '@tanstack/react-router';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { places, type At } from '../app/places.ts';
import type { View } from '../ui/frame/place.ts';

const LOOKS = { board: 'Board', daily: 'Daily', burndown: 'Burndown', report: 'Report', plan: 'Plan' } as const;
export type SprintLook = keyof typeof LOOKS;

/** How a sprint is looked at in each of its states, the usual way first. */
const FITTING: Record<Sprint['state'], readonly [SprintLook, ...SprintLook[]]> = {
  imported: ['plan'],
  planned: ['plan', 'board'],
  active: ['board', 'daily', 'burndown', 'plan'],
  closed: ['report', 'board', 'burndown', 'plan'],
};

/** How a sprint is looked at, and how else it could be. */
export function useSprintLooks(sprint: Sprint): { look: SprintLook; views: readonly View[]; isOnWall: boolean } {
  const at = useParams({ strict: false }) as At;
  const { view: wanted, sprint: named, wall } = useSearch({ strict: false }) as { view?: string; sprint?: string; wall?: string };
  const fitting = FITTING[sprint.state];
  const [usual] = fitting;
  const look = fitting.find((one) => one === wanted) ?? usual;
  const href = (id: SprintLook) => {
    const search = new URLSearchParams({ ...(named === undefined ? {} : { sprint: named }), ...(id === usual ? {} : { view: id }) });
    return `${places.sprint(at)}${search.size > 0 ? `?${search}` : ''}`;
  };
  const views = fitting.length === 1 ? [] : fitting.map((id) => ({ id, label: LOOKS[id], href: href(id), isCurrent: id === look }));
  return { look, views, isOnWall: look === 'daily' && wall === 'on' };
}
