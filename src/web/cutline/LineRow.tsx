import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';

export type LineRowProps = {
  /** What stands in the tab: `Release 2.4`. */
  name: string;
  /** What stands above it: `31 of 35 points · 12 Mar`. */
  says: string;
  shortSays: string;
  /** How likely all of the release is by its date; `isOld` while that is what it was a moment ago. */
  chance: { readonly says: string; readonly isOld: boolean } | null;
  /** What a filter hides above it. */
  hidden: string;
  /** The second and further lines are thinner. */
  isThin: boolean;
  fill: { count: number; disabledReason: string | undefined; run: () => void } | null;
  takeOut: { count: number; disabledReason: string | undefined; run: () => void } | null;
  onOpen: () => void;
  /** The rows that a button means are outlined while one points at it. */
  onPoint: (which: 'fill' | 'takeOut' | null) => void;
};

/** The cut line: what stands above it fits until its date. */
export function LineRow({ name, says, shortSays, chance, hidden, isThin, fill, takeOut, onOpen, onPoint }: LineRowProps) {
  return (
    <div role="gridcell" className="relative flex h-full items-center gap-2 ps-8.5 pe-4 max-tablet:gap-1.5 max-tablet:px-3" data-line>
      <span aria-hidden="true" className={cx('absolute inset-x-0 top-1/2 -translate-y-1/2 bg-line', isThin ? 'h-px' : 'h-0.5')} />
      <button
        type="button"
        tabIndex={-1}
        onClick={onOpen}
        className={cx(
          'relative max-w-[40%] truncate rounded-control px-2 text-s leading-5 font-semibold',
          isThin ? 'bg-surface text-line-ink ring-1 ring-line' : 'bg-line-fill text-on-line',
        )}
      >
        {name}
      </button>
      <span className="num relative ms-auto bg-surface px-2.5 text-s font-medium whitespace-nowrap text-line-ink max-tablet:min-w-0 max-tablet:truncate max-tablet:px-1">
        <span className="max-tablet:hidden">{says}</span>
        <span className="tablet:hidden">{shortSays}</span>
        {chance && (
          <span data-chance={chance.isOld ? 'old' : 'new'} className={cx(chance.isOld && 'opacity-40')}>
            {` · ${chance.says}`}
          </span>
        )}
        {hidden}
      </span>
      {fill && <Act label={`Fill (+${fill.count})`} act={fill} which="fill" onPoint={onPoint} />}
      {takeOut && <Act label={`Take out (${takeOut.count})`} act={takeOut} which="takeOut" onPoint={onPoint} />}
    </div>
  );
}

function Act({
  label,
  act,
  which,
  onPoint,
}: {
  label: string;
  act: NonNullable<LineRowProps['fill']>;
  which: 'fill' | 'takeOut';
  onPoint: LineRowProps['onPoint'];
}) {
  return (
    <Button
      size="s"
      tabIndex={-1}
      className="relative bg-surface"
      disabledReason={act.disabledReason}
      onClick={act.run}
      onPointerEnter={() => onPoint(which)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(which)}
      onBlur={() => onPoint(null)}
    >
      {label}
    </Button>
  );
}
