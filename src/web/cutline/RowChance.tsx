import type { Item } from '../../domain/backlog/item.ts';
import { isRankedRow } from '../../domain/backlog/open.ts';
import { isInDoubt } from '../../domain/cutline/in-doubt.ts';
import { nameIn } from '../app/name-in.ts';
import { cx } from '../ui/cx.ts';
import { percentOf } from '../ui/percent.ts';
import { useDrawn } from './lines-board.ts';

/** How likely a row is finished by the date of the release whose band it stands in, where that is in doubt: `2.5 · 64 %`, with a bar. Greyed while it is still that of a moment ago. */
export function RowChance({ item }: { item: Item }) {
  const told = useDrawn(({ view, likely, isLikelyOld }) => {
    const chance = likely.items[item.id];
    return chance && isInDoubt(chance.chance) && isRankedRow(view, view.find('item', item.id) ?? item)
      ? JSON.stringify([nameIn(view)('release', chance.line), chance.chance, isLikelyOld])
      : '';
  });
  if (told === '') return null;
  const [release, chance, isOld] = JSON.parse(told) as [string, number, boolean];
  return (
    <span
      data-chance={isOld ? 'old' : 'new'}
      data-tip={`Finished by the date of ${release} with ${percentOf(chance)}`}
      className={cx('num ms-auto flex shrink-0 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 max-tablet:hidden', isOld && 'opacity-40')}
    >
      <span aria-hidden="true" className="h-1 w-8 overflow-hidden rounded-full bg-edge">
        <span className="block h-full bg-ink-3" style={{ width: percentOf(chance).replace(' ', '') }} />
      </span>
      {release} · {percentOf(chance)}
    </span>
  );
}
