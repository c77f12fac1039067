import type { Item } from '../../domain/backlog/item.ts';
import { nameIn } from '../app/name-in.ts';
import { percentOf } from '../ui/percent.ts';
import { useDrawn } from './lines-board.ts';

/** How likely a row is finished by the date of the release whose band it stands in, where that is in doubt: `2.5 · 64 %`, with a bar. */
export function RowChance({ item }: { item: Item }) {
  const told = useDrawn(({ view, chances }) => {
    const chance = chances[item.id];
    return chance ? JSON.stringify([nameIn(view)('release', chance.line), chance.chance]) : '';
  });
  if (told === '') return null;
  const [release, chance] = JSON.parse(told) as [string, number];
  return (
    <span
      data-chance
      data-tip={`Finished by the date of ${release} with ${percentOf(chance)}`}
      className="num ms-auto flex shrink-0 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 max-tablet:hidden"
    >
      <span aria-hidden="true" className="h-1 w-8 overflow-hidden rounded-full bg-edge">
        <span className="block h-full bg-ink-3" style={{ width: percentOf(chance).replace(' ', '') }} />
      </span>
      {release} · {percentOf(chance)}
    </span>
  );
}
