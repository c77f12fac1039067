import { useRef, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { dayIn } from '../../domain/kernel/day.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { withOwnRows } from '../../domain/cutline/own-rows.ts';
import { itemsInRelease } from '../../domain/backlog/item.ts';
import { isOpenRelease, type Release, type ReleaseState } from '../../domain/release/release.ts';
import { progressOfRelease } from '../../domain/roadmap/progress.ts';
import { useNow } from '../app/use-now.ts';
import { loadText } from '../cutline/load-text.ts';
import { useLook, useMay, useRecord, useShown } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { cx } from '../ui/cx.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useCarryPlace } from '../ui/use-carry.ts';
import { RELEASE_ITEM, ReleaseItems } from './ReleaseItems.tsx';
import { useReleaseMove } from './use-release-move.ts';

export const STATE_NAMES: Record<ReleaseState, string> = { planned: 'Planned', active: 'Active', shipped: 'Shipped', cancelled: 'Cancelled' };

interface ReleaseRowProps {
  readonly release: Release;
  readonly product: string;
  readonly onOpen: () => void;
  readonly onOpenItem: (item: string) => void;
}

/** A release in one row, which takes what is dropped on it and unfolds to what is open in it: what it is for, until when, how far it is, and what of it does not fit. */
export function ReleaseRow({ release, product, onOpen, onOpenItem }: ReleaseRowProps) {
  const place = useRef<HTMLLIElement>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const view = useShown();
  const move = useReleaseMove();
  const canMove = useMay('plan-releases', { in: 'release', id: release.id });
  const isOver = useCarryPlace(place, {
    kind: RELEASE_ITEM,
    takes: (item) => canMove && isOpenRelease(release) && view.find('item', item)?.release !== release.id,
    onDrop: (item) => move(item, release.id),
  });
  return (
    <li ref={place} data-release={release.name} className={cx(isOver && 'bg-accent-soft')}>
      <div className="flex items-center hover:bg-hover">
        {isOpenRelease(release) && (
          <IconButton
            label={`What is in ${release.name}`}
            aria-expanded={isUnfolded}
            icon={<ChevronRight aria-hidden="true" className={cx(isUnfolded && 'rotate-90')} />}
            onClick={() => setIsUnfolded(!isUnfolded)}
            className="ms-2"
          />
        )}
        <Told release={release} product={product} onOpen={onOpen} />
      </div>
      {isUnfolded && isOpenRelease(release) && <ReleaseItems release={release} canMove={canMove} onOpen={onOpenItem} />}
    </li>
  );
}

function Told({ release, product, onOpen }: Omit<ReleaseRowProps, 'onOpenItem'>) {
  const now = useNow();
  const lead = useRecord('member', release.lead);
  const told = useLook(
    (view) => {
      const all = cutLines(view, product, { now });
      const whole = all.lines.find((one) => one.release === release.id);
      const line = whole && withOwnRows(view, all, whole);
      return {
        today: dayIn(view.get('product', product).zone, now),
        items: view.list(itemsInRelease, release.id).length,
        progress: progressOfRelease(view, release.id),
        out: line?.takeOut.length ?? 0,
        load: line && new Set(line.teams.map(({ team }) => team)).size === 1 ? loadText(view, all, line).long : null,
      };
    },
    [product, release.id, now],
  );
  const { done, of } = told.progress;
  return (
    <button type="button" onClick={onOpen} className="grid w-full min-w-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 text-start">
      <span className="flex min-w-0 items-baseline gap-2.5">
        <strong className="max-w-full shrink-0 truncate font-semibold">{release.name}</strong>
        <span className="min-w-0 truncate text-ink-2">{release.goal}</span>
      </span>
      <span className="num flex items-center justify-end gap-3 text-s whitespace-nowrap text-ink-2">
        {lead && <Avatar name={lead.name} />}
        <span title={release.dueOn === null ? undefined : exactDay(release.dueOn)}>
          {release.dueOn === null ? isOpenRelease(release) && 'no date' : shortDay(release.dueOn, told.today)}
        </span>
      </span>
      <span className="num flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-s text-ink-3">
        <span className="h-1 w-24 max-tablet:w-12 shrink-0 overflow-hidden rounded-full bg-edge" role="img" aria-label={`${done} of ${of} done`}>
          <span className="block h-full bg-done" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
        </span>
        <span>{told.items === 0 ? 'nothing in it yet' : `${done} of ${of} done`}</span>
        {told.load && <span>{told.load} above its line</span>}
        {told.out > 0 && (
          <span className="rounded-small bg-line-soft px-1.5 whitespace-nowrap text-line-ink">
            {told.out} {told.out === 1 ? 'does' : 'do'} not fit
          </span>
        )}
      </span>
      <span className="num text-end text-s text-ink-3">
        {STATE_NAMES[release.state]}
        {release.shippedOn !== null && ` ${shortDay(release.shippedOn, told.today)}`}
      </span>
    </button>
  );
}
