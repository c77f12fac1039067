import { useRouterState } from '@tanstack/react-router';
import { AlignLeft, ChartLine, CircleCheck, Filter, Flag, Milestone, RefreshCw, Search, Users, UsersRound } from 'lucide-react';
import type { Place, PlaceSection } from '../ui/frame/place.ts';
import { places, type At } from './places.ts';
import { useProductHere } from './product-here.ts';
import { useCounts } from './use-counts.ts';
import { useMayHere } from './use-may-here.ts';

/** Where one can go from here: only what is built, and only what this member may see. On a page of the whole workspace it is the product's that was looked at last. */
export function useSections(
  workspace: string,
  product: string | undefined,
  onSearch: () => void,
): { sections: readonly PlaceSection[]; current: string | null; at: At | null } {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const key = useProductHere(workspace, product);
  const mayHere = useMayHere();
  /** Who only reads is shown where it is going, not how it is worked on. */
  const worksHere = mayHere('edit-items');
  const at = key === undefined ? null : { workspace, product: key };
  const counts = useCounts(at);
  const [, , , part = null] = path.split('/');
  const current = part === 'import' ? 'backlog' : part;
  const place = (id: string, rest: Omit<Place, 'id' | 'isCurrent'> & { href: string }): Place => ({ ...rest, id, isCurrent: current === id });
  const sections: readonly PlaceSection[] = [
    {
      id: 'find',
      places: [
        { id: 'search', label: 'Search', icon: <Search />, keys: 'Mod+K', open: onSearch },
        ...(worksHere ? [place('my-work', { label: 'My work', icon: <CircleCheck />, href: places.myWork({ workspace }) })] : []),
      ],
    },
    ...(at === null
      ? []
      : [
          {
            id: 'plan',
            heading: 'Plan',
            places: [
              place('backlog', { label: 'Backlog', icon: <AlignLeft />, href: places.backlog(at) }),
              place('releases', { label: 'Releases', icon: <Flag />, href: places.releases(at), count: counts.openReleases || undefined }),
              ...(worksHere
                ? [
                    place('sprint', { label: 'Sprint', icon: <RefreshCw />, href: places.sprint(at) }),
                    place('teams', { label: 'Teams', icon: <UsersRound />, href: places.teams({ workspace }) }),
                  ]
                : []),
            ],
          },
          {
            id: 'show',
            heading: 'Show',
            places: [
              place('roadmap', { label: 'Roadmap', icon: <Milestone />, href: places.roadmap(at) }),
              ...(worksHere
                ? [
                    place('funnel', { label: 'Funnel', icon: <Filter />, href: places.funnel(at) }),
                    place('charts', { label: 'Charts', icon: <ChartLine />, href: places.charts(at) }),
                  ]
                : []),
            ],
          },
        ]),
    ...(mayHere('manage-members')
      ? [{ id: 'workspace', heading: 'Workspace', places: [place('members', { label: 'Members', icon: <Users />, href: places.members({ workspace }) })] }]
      : []),
  ];
  return { sections, current, at };
}
