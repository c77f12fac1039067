import { ChevronDown } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { isOpenRelease, releasesByDate } from '../../../domain/release/release.ts';
import type { View } from '../../../domain/collections.ts';
import { fillOf } from '../../../domain/planning/fill.ts';
import type { PlannedFrom } from '../../../domain/planning/sprint-load.ts';
import { whyNoFill, type WhyNoFill } from '../../../domain/planning/why-no-fill.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { noRows, useList } from '../../backlog/list-state.ts';
import { useLook, useRecord } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { tenth } from '../../ui/tenth.ts';
import { FROM_BACKLOG, FROM_QUEUE } from './use-planned-from.ts';

export interface CandidatesHeadProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly from: PlannedFrom;
  readonly candidates: readonly string[];
  readonly onFill: (items: readonly string[]) => void;
}

/** Where the candidates come from, and how many of them fit. */
export function CandidatesHead({ sprint, product, from, candidates, onFill }: CandidatesHeadProps) {
  const set = useList((list) => list.set);
  const { fill, reason } = useLook(
    (view) => {
      const items = candidates.flatMap((id) => view.find('item', id) ?? []);
      const taken = fillOf(view, sprint, items);
      return { fill: taken, reason: taken.length > 0 ? undefined : reasonText(view, whyNoFill(view, sprint, items)) };
    },
    [sprint, candidates],
  );
  const outline = (on: boolean) => set({ outlined: on ? new Set(fill) : noRows });
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-edge px-4 py-1.5">
      <Source sprint={sprint} product={product} from={from} />
      <Button
        className="ms-auto"
        disabledReason={reason}
        aria-describedby={reason === undefined ? undefined : REASON}
        onMouseEnter={() => outline(true)}
        onMouseLeave={() => outline(false)}
        onFocus={() => outline(true)}
        onBlur={() => outline(false)}
        onClick={() => {
          outline(false);
          onFill(fill);
        }}
      >
        Fill to capacity{fill.length > 0 && ` (+${fill.length})`}
      </Button>
      {reason !== undefined && (
        <p id={REASON} className="num w-full text-end text-s text-pretty text-ink-2 max-tablet:text-start">
          {reason}
        </p>
      )}
    </div>
  );
}

const REASON = 'why-no-fill';

/** Why nothing is filled in, said where it is seen without a pointer too. */
function reasonText(view: View, why: WhyNoFill): string {
  switch (why.code) {
    case 'no-capacity':
      return 'Say first how much the team does in two weeks.';
    case 'none-left':
      return 'Nothing is left to choose from.';
    case 'all-blocked':
      return 'All that is left waits for something that is not in the sprint.';
    case 'other-team-full':
      return `${nameIn(view)('item', why.item)} is next and needs another team that has no room in these days.`;
    case 'next-does-not-fit': {
      const next = nameIn(view)('item', why.item);
      return why.room === 0
        ? `The sprint is full. ${next} is next and needs ${why.needs}.`
        : `${next} is next and needs ${why.needs}; there is room for ${tenth(why.room)}.`;
    }
  }
}

/** The product backlog, one of its open releases, or the one queue of a team that serves several products. The choice stands in the address. */
function Source({ sprint, product, from }: { sprint: Sprint; product: string; from: PlannedFrom }) {
  const go = useNavigate();
  const releases = useLook((view) => [...view.list(releasesByDate, product)].filter(isOpenRelease), [product]);
  const team = useRecord('team', sprint.team);
  const hasQueue = (team?.products.length ?? 0) > 1;
  const choices = [
    ...(hasQueue ? [{ id: FROM_QUEUE, label: `Queue of ${team?.name}` }] : []),
    { id: FROM_BACKLOG, label: 'Product backlog' },
    ...releases.map(({ id, name }) => ({ id, label: name })),
  ];
  const chosen = from.in === 'release' ? from.release : from.in;
  const choose = (id: string) => {
    const isUsual = id === (hasQueue ? FROM_QUEUE : FROM_BACKLOG);
    void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, from: isUsual ? undefined : id }) } as never); // as the address is written
  };
  return (
    <ChoiceChip
      label="from"
      value={choices.find(({ id }) => id === chosen)?.label ?? 'Product backlog'}
      icon={<ChevronDown aria-hidden="true" />}
      listLabel="From"
      choices={choices}
      chosen={[chosen]}
      onChoose={choose}
    />
  );
}
