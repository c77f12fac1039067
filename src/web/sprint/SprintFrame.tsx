import { useEffect, type ReactNode } from 'react';
import { Shell } from '../app/Shell.tsx';
import { leaveList } from '../backlog/list-state.ts';
import { useOpenItem } from '../backlog/use-open-item.ts';
import { itemBeside } from '../backlog/item-beside.tsx';
import type { View } from '../ui/frame/place.ts';

interface SprintFrameProps {
  readonly title: string;
  readonly views: readonly View[];
  readonly right?: ReactNode;
  readonly bar: ReactNode;
  /** What is looked at, and what opens an item beside it. */
  readonly children: (open: (item: string) => void) => ReactNode;
}

/** The page of a sprint or of a team in flow: its bar, one of its looks, and the open item beside it. */
export function SprintFrame({ title, views, right, bar, children }: SprintFrameProps) {
  const opened = useOpenItem();
  useEffect(() => leaveList, []);
  return (
    <Shell title={title} views={views} right={right} bar={bar} panel={itemBeside(opened)}>
      {children(opened.open)}
    </Shell>
  );
}
