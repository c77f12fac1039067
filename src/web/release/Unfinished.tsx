import type { Release } from '../../domain/release/release.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useLook, useShown } from '../store/hooks.ts';
import { Select } from '../ui/Select.tsx';

/** Where what is unfinished goes: all of it to one place, but for those that somebody sent elsewhere. */
export interface Destinations {
  readonly to: string | null;
  readonly except: ReadonlyMap<string, string | null>;
}

export const NOWHERE: Destinations = { to: null, except: new Map() };

interface UnfinishedProps {
  readonly items: readonly string[];
  /** The open releases that items may go on to. */
  readonly releases: readonly Release[];
  readonly value: Destinations;
  readonly onChange: (value: Destinations) => void;
}

/** What is unfinished in a release that ends, and where each of it goes. */
export function Unfinished({ items, releases, value, onChange }: UnfinishedProps) {
  const options = [{ id: '', label: 'No release' }, ...releases.map(({ id, name }) => ({ id, label: name }))];
  if (items.length === 0) return <p className="text-ink-2">All that is in it is finished.</p>;
  return (
    <section aria-label="Unfinished" className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h3 className="font-semibold">{items.length === 1 ? 'One item is unfinished' : `${items.length} items are unfinished`}</h3>
        <Select label="All go to" value={value.to ?? ''} options={options} onChange={(to) => onChange({ to: to === '' ? null : to, except: new Map() })} />
      </div>
      <ul className="max-h-60 min-w-0 overflow-y-auto rounded-control border border-edge">
        {items.map((id) => (
          <UnfinishedRow
            key={id}
            id={id}
            options={options}
            to={value.except.get(id) ?? (value.except.has(id) ? null : value.to)}
            onChange={(to) => onChange({ ...value, except: new Map([...value.except, [id, to]]) })}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly id: string;
  readonly options: readonly { id: string; label: string }[];
  readonly to: string | null;
  readonly onChange: (to: string | null) => void;
}

function UnfinishedRow({ id, options, to, onChange }: RowProps) {
  const view = useShown();
  const item = useLook((at) => at.find('item', id), [id]);
  if (!item) return null;
  const key = nameIn(view)('item', id);
  return (
    <li className="flex min-w-0 items-center gap-2 border-b border-edge px-2 py-1 last:border-0 max-tablet:flex-wrap">
      <TypeMark type={item.type} />
      <span className="shrink-0 font-mono text-s text-ink-3">{key}</span>
      <span className="min-w-0 flex-1 truncate" dir="auto" title={item.title}>
        {item.title}
      </span>
      <Select label={`${key} goes to`} isLabelHidden value={to ?? ''} options={options} onChange={(chosen) => onChange(chosen === '' ? null : chosen)} />
    </li>
  );
}
