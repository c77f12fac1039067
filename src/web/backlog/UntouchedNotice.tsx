import { useState } from 'react';
import { useCommand, useLook } from '../store/hooks.ts';
import { untouchedForAYear } from '../../domain/backlog/untouched.ts';
import { importsOf } from '../../domain/import/import-run.ts';
import { openItems, rankedRows } from '../../domain/backlog/open.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { X } from 'lucide-react';
import { useList } from './list-state.ts';
import { grouped } from '../ui/grouped.ts';

/** What is open beside the rows of the list: it would not be found by counting them. */
function madeOf({ open, rows, tasks }: { open: number; rows: number; tasks: number }): string {
  const parents = open - rows - tasks;
  if (open === rows) return '';
  const parts = [
    `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    ...(parents === 0 ? [] : [`${grouped(parents)} ${parents === 1 ? 'parent' : 'parents'}`]),
    ...(tasks === 0 ? [] : [`${grouped(tasks)} ${tasks === 1 ? 'task' : 'tasks'}`]),
  ];
  return ` (${parts.join(', ')})`;
}

const KEY = 'cutline.untouched-seen';

/** After an import: how much of the backlog nobody has touched for a year, and the one step to park it. */
export function UntouchedNotice({ product }: { product: string }) {
  const now = useNow();
  const command = useCommand();
  const set = useList((list) => list.set);
  const told = useLook(
    (view) => {
      const lastImport = [...view.list(importsOf, product)].at(-1);
      if (!lastImport || lastImport.state === 'running') return null;
      const open = view.list(openItems, product);
      const tasks = Array.from(open).filter(({ type }) => type === 'task').length;
      return {
        run: lastImport.id,
        open: open.length,
        rows: view.list(rankedRows, product).length,
        tasks,
        untouched: untouchedForAYear(view, product, { now }).map(({ id }) => id),
      };
    },
    [product, now],
  );
  const [seen, setSeen] = useState(() => sessionStorage.getItem(KEY));
  if (!told || told.untouched.length === 0 || seen === told.run) return null;
  const count = grouped(told.untouched.length);
  const hide = () => {
    sessionStorage.setItem(KEY, told.run);
    setSeen(told.run);
  };
  return (
    <div className="mx-4 mt-2 mb-2 flex items-center gap-2.5 rounded-control border border-edge px-3 py-2 max-tablet:flex-wrap">
      <span className="num min-w-0 flex-1 max-tablet:basis-[calc(100%-3rem)]">
        <strong className="font-semibold">{grouped(told.open)}</strong> open{madeOf(told)}, <strong className="font-semibold">{count}</strong> untouched for a
        year.
      </span>
      <Button className="max-tablet:order-2" onClick={() => set({ selected: new Set(told.untouched), cursor: told.untouched[0] ?? null })}>
        Look
      </Button>
      <Button
        className="max-tablet:order-2"
        onClick={() => command({ verb: 'parkItems', input: { items: told.untouched } }, { toast: `Parked ${count} items` })}
      >
        Park those {count}
      </Button>
      <IconButton label="Hide" size="s" className="max-tablet:order-1" icon={<X aria-hidden="true" />} onClick={hide} />
    </div>
  );
}
