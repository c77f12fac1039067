import { useCallback, useState } from 'react';

export interface Expanded {
  /** The cards whose tasks are shown. */
  readonly expanded: ReadonlySet<string>;
  readonly expand: (card: string, isOpened: boolean) => void;
  /** Where the next task is to be written at once; another count each time. */
  readonly focus: { readonly card: string; readonly count: number } | null;
  /** Shows the tasks of a card and goes to where the next one is written. */
  readonly add: (card: string) => void;
}

/** Which cards show their tasks: nobody else's business, and forgotten with the page. */
export function useExpanded(): Expanded {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<Expanded['focus']>(null);
  const expand = useCallback((card: string, isOpened: boolean) => {
    setExpanded((now) => (isOpened ? new Set([...now, card]) : new Set([...now].filter((one) => one !== card))));
  }, []);
  const add = useCallback(
    (card: string) => {
      expand(card, true);
      setFocus((now) => ({ card, count: (now?.count ?? 0) + 1 }));
    },
    [expand],
  );
  return { expanded, expand, focus, add };
}
