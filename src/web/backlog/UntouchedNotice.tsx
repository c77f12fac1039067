import { useState } from 'react';
import { useCommand, useLook } from '../store/hooks.ts';
import { untouchedForAYear } from '../../domain/backlog/untouched.ts';
import { importsOf } from '../../domain/import/import-run.ts';
import { openItems } from '../../domain/backlog/open.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { X } from 'lucide-react';
import { useList } from './list-state.ts';
import { grouped } from '../ui/grouped.ts';

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
      return { run: lastImport.id, open: view.list(openItems, product).length, untouched: untouchedForAYear(view, product, { now }).map(({ id }) => id) };
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
        <strong className="font-semibold">{grouped(told.open)}</strong> open, <strong className="font-semibold">{count}</strong> untouched for a year.
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
