import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';

export interface DoorProps {
  readonly title: string;
  readonly sentence: string;
  readonly icon: ReactNode;
  readonly isOpenPlace?: boolean;
  /** A file hangs over the page. */
  readonly isTarget?: boolean;
  readonly onOpen: () => void;
}

/** One way to begin. */
export function Door({ title, sentence, icon, isOpenPlace = false, isTarget = false, onOpen }: DoorProps) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className={cx(
        'grid min-h-36 content-start gap-1.5 rounded-panel border bg-surface p-4 text-start hover:border-accent hover:bg-accent-soft max-tablet:min-h-0 max-tablet:grid-cols-[auto_1fr] max-tablet:gap-x-3',
        isOpenPlace ? 'border-dashed border-control-edge' : 'border-edge-strong',
        isTarget && 'border-accent bg-accent-soft',
      )}
    >
      <span aria-hidden="true" className="pb-1 text-accent max-tablet:row-span-2 [&_svg]:size-5 [&_svg]:stroke-[1.5]">
        {icon}
      </span>
      <span className="text-l font-semibold">{title}</span>
      <span className="text-ink-2">{sentence}</span>
    </button>
  );
}
