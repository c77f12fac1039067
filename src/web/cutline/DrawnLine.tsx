import { useNavigate, useParams } from '@tanstack/react-router';
import { withOwnRows } from '../../domain/cutline/own-rows.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { noRows, useList } from '../backlog/list-state.ts';
import { useCommand, useMe, useShown } from '../store/hooks.ts';
import { listed } from '../ui/rows.ts';
import { percentOf } from '../ui/percent.ts';
import { shortDay } from '../ui/format-day.ts';
import { LazyPulledLine } from '../tradeoffs/LazyPulledLine.tsx';
import { LineRow, type LineRowProps } from './LineRow.tsx';
import { hiddenText } from './hidden-text.ts';
import { loadText } from './load-text.ts';
import { useDrawn, type Drawn } from './lines-board.ts';

interface DrawnLineProps {
  readonly line: string;
  readonly isFiltered: boolean;
  /** Among the rows of its release alone: only those are counted. */
  readonly isOwnOnly?: boolean;
}

/** A line among the rows, with what stands above it and the two things to do about it. */
export function DrawnLine({ line: id, isFiltered, isOwnOnly = false }: DrawnLineProps) {
  const told = useDrawn((drawn) => tell(drawn, { id, isFiltered, isOwnOnly }));
  const isPulled = useList((list) => list.pull?.line === id);
  const rows = useList((list) => (isFiltered ? list.rows : NONE));
  const command = useCommand();
  const { may } = useMe();
  const view = useShown();
  const set = useList((list) => list.set);
  const at = useParams({ strict: false }) as Partial<At>;
  const go = useNavigate();
  if (told === '') return null;
  const { name, says, shortSays, chance, isThin, fill, takeOut, taken, release } = JSON.parse(told) as Told;
  const hidden = hiddenText(taken, rows);
  const mayPlan = may('plan-releases', { in: 'release', id: release });
  const moved = (items: readonly string[]) => movedText(items, nameIn(view));
  const put = (items: readonly string[], into: string | null, toast: string) => ({
    count: items.length,
    disabledReason: undefined,
    run: () => {
      set({ outlined: noRows });
      command({ verb: 'putInRelease', input: { items: [...items], release: into } }, { toast });
    },
  });
  if (isPulled) return <LazyPulledLine line={id} name={name} isThin={isThin} />;
  return (
    <LineRow
      name={name}
      says={says}
      shortSays={shortSays}
      chance={chance}
      hidden={hidden}
      isThin={isThin}
      fill={mayPlan && fill.length > 0 ? put(fill, release, `${moved(fill)} put in ${name}`) : null}
      takeOut={mayPlan && takeOut.length > 0 ? put(takeOut, null, `${moved(takeOut)} taken out of ${name}`) : null}
      onOpen={() =>
        at.workspace !== undefined && at.product !== undefined && void go({ to: places.release({ workspace: at.workspace, product: at.product }, release) })
      }
      onPoint={(which) => set({ outlined: which === null ? noRows : new Set(which === 'fill' ? fill : takeOut) })}
    />
  );
}

const NONE = listed([]);

/** How many of what was moved are named; the others are counted. */
const NAMED = 3;

/** `TRL-1, TRL-2, TRL-3 and 4 more`. */
function movedText(items: readonly string[], nameOf: ReturnType<typeof nameIn>): string {
  const rest = items.length - NAMED;
  const named = items.slice(0, rest > 1 ? NAMED : items.length).map((id) => nameOf('item', id));
  if (rest > 1) return `${named.join(', ')} and ${rest} more`;
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

interface Told {
  readonly name: string;
  readonly release: string;
  readonly says: string;
  readonly shortSays: string;
  readonly chance: LineRowProps['chance'];
  readonly isThin: boolean;
  readonly fill: readonly string[];
  readonly takeOut: readonly string[];
  /** What it takes, where some of that may be hidden by a filter. */
  readonly taken: readonly string[];
}

interface Asked {
  readonly id: string;
  readonly isFiltered: boolean;
  readonly isOwnOnly: boolean;
}

/** All that the line's row shows, as one text that is compared. */
function tell({ view, lines, likely, isLikelyOld }: Drawn, { id, isFiltered, isOwnOnly }: Asked): string {
  const at = lines.lines.findIndex((line) => line.id === id);
  const whole = lines.lines[at];
  if (!whole) return '';
  const line = isOwnOnly ? withOwnRows(view, lines, whole) : whole;
  const date = shortDay(line.date, lines.today);
  const load = loadText(view, lines, line);
  const chance = likely.releases[line.release];
  const guessed = line.guessed > 0 ? `, ${line.guessed} guessed` : '';
  const release = nameIn(view)('release', line.release);
  const told: Told = {
    name: /^\d/.test(release) ? `Release ${release}` : release,
    release: line.release,
    says: `${load.long}${guessed} · ${date}`,
    shortSays: `${load.short} · ${date}`,
    chance: chance === undefined ? null : { says: percentOf(chance), isOld: isLikelyOld },
    isThin: at > 0,
    fill: line.fill,
    takeOut: line.takeOut,
    taken: isFiltered ? line.taken : [],
  };
  return JSON.stringify(told);
}
