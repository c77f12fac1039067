import { ChevronRight } from 'lucide-react';
import { cx } from '../ui/cx.ts';

interface ExpandButtonProps {
  readonly isExpanded: boolean;
  readonly label: string;
  readonly onExpand: (isOpened: boolean) => void;
}

/** Opens and closes what is below a row. */
export function ExpandButton({ isExpanded, label, onExpand }: ExpandButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-no-drag
      aria-label={label}
      onClick={() => onExpand(!isExpanded)}
      className="hit relative grid size-5 shrink-0 place-items-center rounded-small text-ink-3 hover:bg-hover hover:text-ink"
    >
      <ChevronRight
        aria-hidden="true"
        className={cx('size-3.5 transition-transform duration-(--quick) ease-ours rtl:rotate-180', isExpanded && 'rotate-90 rtl:rotate-90')}
      />
    </button>
  );
}
