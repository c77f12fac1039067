import { rankedRows } from '../../domain/backlog/open.ts';
import { lineSides } from '../../domain/cutline/line-sides.ts';
import { newlyHeld } from '../../domain/cutline/newly-held.ts';
import { ripple, type Crossed, type Planned } from '../../domain/cutline/ripple.ts';
import { sizeOf } from '../../domain/cutline/size.ts';
import type { Lines } from '../../domain/cutline/line.ts';
import { nameIn } from '../app/name-in.ts';
import { cx } from '../ui/cx.ts';
import { shortDay } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';
import type { Following } from './use-likely.ts';
import { grouped } from '../ui/grouped.ts';

/** How many of each kind are named; the others are counted. */
const NAMED = 3;

export interface RippleProps {
  readonly product: string;
  readonly items: readonly string[];
  readonly before: Planned;
  readonly after: Planned;
  readonly likely: Following;
}

/** What the drop would do: beside the pointer, before it is done. */
export function Ripple({ product, items, before, after, likely }: RippleProps) {
  const { crossed, fallsOut } = ripple(before, after);
  const held = newlyHeld(before, after, [...new Set([...items, ...fallsOut.map(({ item: fallen }) => fallen)])]);
  const name = nameIn(after.view);
  const first = items[0];
  const item = first === undefined ? undefined : after.view.find('item', first);
  const place = item && after.view.placeOf(rankedRows, product, item) + 1;
  const of = after.view.list(rankedRows, product).length;
  return (
    <div className="num grid gap-1.5">
      <strong className="truncate font-semibold text-ink">{items.length === 1 ? item?.title : `${items.length} items`}</strong>
      <span>
        position {place === undefined ? '' : grouped(place)} of {grouped(of)}
      </span>
      {lineSides(before.lines, after.lines).map(({ line, above, below }) => (
        <span key={line} className="grid">
          <Side label={`Above ${name('release', line)}`} rows={above} after={after} name={name} />
          <Side label={`Below ${name('release', line)}`} rows={below} after={after} name={name} />
        </span>
      ))}
      {held.slice(0, NAMED).map(({ item: row, by }) => (
        <span key={row} className="text-line-ink">
          {name('item', row)} would wait for {by === null ? 'an item you cannot see' : name('item', by)}
        </span>
      ))}
      <Likelihoods likely={likely} name={name} />
      {crossed.map((promise) => (
        <span key={promise.code === 'release' ? promise.release : promise.item} className="text-line-ink">
          {crossedText(promise, after.lines, name)}
        </span>
      ))}
      <span className="text-ink-3">Drop to keep · Esc leaves all as it was</span>
    </div>
  );
}

/** `2.4: 83 % → 71 %`, for each release that gets more or less likely; greyed until it is reckoned. */
function Likelihoods({ likely: { now, drawn, isOld }, name }: { likely: Following; name: ReturnType<typeof nameIn> }) {
  const changed = Object.keys({ ...now.releases, ...drawn.releases })
    .map((release) => ({ release, was: percent(now.releases[release]), is: percent(drawn.releases[release]) }))
    .filter(({ was, is }) => was !== is);
  return changed.map(({ release, was, is }) => (
    <span key={release} data-likelihood={isOld ? 'old' : 'new'} className={cx(isOld && 'opacity-40')}>
      {name('release', release)}: {was} → {is}
    </span>
  ));
}

const percent = (chance: number | undefined): string => (chance === undefined ? 'no forecast' : percentOf(chance));

function Side({ label, rows, after, name }: { label: string; rows: readonly string[]; after: Planned; name: ReturnType<typeof nameIn> }) {
  if (rows.length === 0) return null;
  const rest = rows.length - NAMED;
  return (
    <span>
      <strong className="font-semibold text-ink">{label}:</strong>{' '}
      {rows
        .slice(0, NAMED)
        .map((id) => `${name('item', id)}, ${sizeText(after, id)}`)
        .join('; ')}
      {rest > 0 && ` and ${rest} more`}
    </span>
  );
}

function sizeText({ view, lines }: Planned, id: string): string {
  if (lines.unit === 'items') return view.get('item', id).title;
  const size = sizeOf(view, lines, view.get('item', id));
  return `${size} ${size === 1 ? 'point' : 'points'}`;
}

function crossedText(crossed: Crossed, lines: Lines, name: ReturnType<typeof nameIn>): string {
  if (crossed.code === 'release')
    return `${crossed.items.length === 1 ? 'One item' : `${crossed.items.length} items`} of ${name('release', crossed.release)} would no longer fit by ${shortDay(crossed.date, lines.today)}`;
  return `Breaks a promise: ${name('item', crossed.item)}, ${shortDay(crossed.promised, lines.today)}`;
}
