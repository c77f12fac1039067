import type { ReactNode } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import { cx } from '../../ui/cx.ts';

interface CardFaceProps {
  readonly item: Pick<Item, 'type' | 'title'>;
  readonly itemKey: string;
  /** How far its tasks are; empty where it has none. */
  readonly tasks?: string;
  readonly isClosed: boolean;
  readonly look?: string;
  /** Instead of the title while it is edited where it stands. */
  readonly titleEditor?: ReactNode;
  readonly onEditTitle?: (() => void) | undefined;
  /** Below the title: how large it is, how far, and whose. */
  readonly children: ReactNode;
}

/** A card: what it is called, and what stands below that. */
export function CardFace({ item, itemKey, tasks = '', isClosed, look = 'border-edge', titleEditor, onEditTitle, children }: CardFaceProps) {
  return (
    <div className={cx('grid gap-1.5 rounded-control border bg-surface px-2.5 py-2 text-start', look)}>
      <span className="flex items-center gap-1.5">
        <TypeMark type={item.type} />
        <span className="font-mono text-s text-ink-3">{itemKey}</span>
        {tasks !== '' && <span className="num ms-auto text-s text-ink-3">{tasks} tasks</span>}
      </span>
      {titleEditor ?? (
        <span
          data-cell="title"
          dir="auto"
          title={item.title}
          className={cx('line-clamp-3 wrap-anywhere', isClosed && 'text-ink-3')}
          onDoubleClick={onEditTitle}
        >
          {item.title}
        </span>
      )}
      <span className="flex min-h-5.5 items-center gap-1.5">{children}</span>
    </div>
  );
}
